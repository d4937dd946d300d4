#include "bot/http_client.hpp"

#include "bot/deadline.hpp"
#include "bot/dial.hpp"
#include "bot/http_bytes.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

#include <map>

namespace vera {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;

namespace {

constexpr std::size_t max_idle = 4;                          // connections to one host
constexpr Duration max_idle_time = std::chrono::seconds{30}; // firewalls forget silently
constexpr std::uint32_t max_answer_header = 32 * 1024;       // bytes
constexpr int max_interim_answers = 8;                       // 1xx, before the real one

struct Call {
    HttpRequest request;
    Address to;
    std::shared_ptr<Wire> wire;
    bool begun = false; // bytes of the request may have left
};
using CallPtr = std::shared_ptr<Call>; // shared by the call and its deadline
using Parser = http::response_parser<http::string_body>;

HttpEnd failed(HttpEnd::End, std::string reason);
std::string why(const Call&, const error_code&);
HttpAnswer plain_answer(Parser&);

class HttpClient : public std::enable_shared_from_this<HttpClient> {
public:
    HttpClient(asio::any_io_executor executor, const Outside& outside)
        : executor_(std::move(executor)), ways_(ways_outside(outside)) {}
    static asio::awaitable<HttpEnd> send(std::shared_ptr<HttpClient>, HttpRequest);
    void close();

private:
    struct Idle {
        std::shared_ptr<Wire> wire;
        std::unique_ptr<Alarm> too_old;
    };
    asio::awaitable<HttpEnd> carry_out(CallPtr);
    asio::awaitable<HttpEnd> exchange(CallPtr);
    asio::awaitable<HttpEnd> read_answer(CallPtr);
    std::shared_ptr<Wire> idle_wire(const Address&);
    void keep(const Call&);

    asio::any_io_executor executor_;
    Ways ways_;
    std::map<std::string, std::vector<Idle>> idle_; // by host and port
    bool closed_ = false;
};

// What the others hold: calls under way may outlive it.
class HttpDoor : public Http {
public:
    explicit HttpDoor(std::shared_ptr<HttpClient> client) : client_(std::move(client)) {}
    ~HttpDoor() override { client_->close(); }
    asio::awaitable<HttpEnd> send(HttpRequest request) override {
        return HttpClient::send(client_, std::move(request));
    }

private:
    std::shared_ptr<HttpClient> client_;
};

} // namespace

std::unique_ptr<Http> make_http_client(asio::any_io_executor executor, const Outside& outside) {
    return std::make_unique<HttpDoor>(std::make_shared<HttpClient>(std::move(executor), outside));
}

namespace {

// Takes itself as an argument: a coroutine starts later than it is called.
asio::awaitable<HttpEnd> HttpClient::send(std::shared_ptr<HttpClient> self, HttpRequest request) {
    const auto address = read_address(request.target, "http");
    if (!address) co_return failed(HttpEnd::End::not_sent, "not an https address, nor http to this machine");
    auto call = std::make_shared<Call>();
    call->to = *address;
    call->request = std::move(request);
    try {
        auto executor = self->executor_;
        auto work = self->carry_out(call);
        std::function<HttpEnd()> late = [call] {
            call->wire->close();
            return failed(call->begun ? HttpEnd::End::unsure : HttpEnd::End::not_sent,
                          call->to.host + ": no answer in time");
        };
        call->wire = std::make_shared<Wire>(executor);
        HttpEnd end = co_await within(executor, call->request.timeout, std::move(work), std::move(late));
        co_return end;
    } catch (const std::exception&) { // its words might hold the request
    }
    call->wire->close();
    co_return failed(call->begun ? HttpEnd::End::unsure : HttpEnd::End::not_sent, call->to.host + ": an exception");
}

asio::awaitable<HttpEnd> HttpClient::carry_out(CallPtr call) {
    auto self = shared_from_this();
    auto kept = idle_wire(call->to);
    if (kept) call->wire = kept;
    if (!kept) {
        auto refused = co_await dial(ways_, call->to, call->wire);
        if (!refused.empty()) call->wire->close();
        if (!refused.empty()) co_return failed(HttpEnd::End::not_sent, refused);
    }
    auto end = co_await exchange(call);
    co_return end;
}

asio::awaitable<HttpEnd> HttpClient::exchange(CallPtr call) {
    auto bytes = bytes_of(call->request, call->to);
    call->begun = true;
    auto error = co_await call->wire->write(std::move(bytes));
    if (error) call->wire->close();
    if (error) co_return failed(HttpEnd::End::unsure, why(*call, error));
    auto end = co_await read_answer(call);
    co_return end;
}

asio::awaitable<HttpEnd> HttpClient::read_answer(CallPtr call) {
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    boost::beast::flat_buffer buffer;
    for (int interim = 0; interim <= max_interim_answers; ++interim) {
        Parser parser;
        parser.header_limit(max_answer_header);
        parser.body_limit(call->request.most);
        parser.skip(call->request.method == "HEAD");
        co_await http::async_read(*call->wire, buffer, parser, token);
        if (error) call->wire->close();
        if (error) co_return failed(HttpEnd::End::unsure, why(*call, error));
        if (parser.get().result_int() < 200) continue;
        if (parser.get().keep_alive() && buffer.size() == 0)
            keep(*call);
        else
            call->wire->close();
        HttpEnd end;
        end.end = HttpEnd::End::answered;
        end.answer = plain_answer(parser);
        co_return end;
    }
    call->wire->close();
    co_return failed(HttpEnd::End::unsure, call->to.host + ": too many interim answers");
}

// What the host said goodbye to, or spoke on unasked, is no use.
std::shared_ptr<Wire> HttpClient::idle_wire(const Address& to) {
    auto& idle = idle_[(to.tls ? "https://" : "http://") + host_and_port(to)];
    while (!idle.empty()) {
        auto wire = std::move(idle.back().wire);
        idle.pop_back();
        if (wire->is_quiet()) return wire;
        wire->close();
    }
    return nullptr;
}

void HttpClient::keep(const Call& call) {
    auto& idle = idle_[(call.to.tls ? "https://" : "http://") + host_and_port(call.to)];
    std::erase_if(idle, [](const Idle& each) { return each.wire->closed(); });
    if (closed_ || idle.size() >= max_idle) return call.wire->close();
    auto too_old = std::make_unique<Alarm>(executor_, [wire = call.wire] { wire->close(); });
    too_old->set(max_idle_time);
    idle.push_back({call.wire, std::move(too_old)});
}

void HttpClient::close() {
    closed_ = true;
    for (auto& [host, idle] : idle_)
        for (auto& each : idle) each.wire->close();
    idle_.clear();
}

HttpEnd failed(HttpEnd::End end, std::string reason) {
    HttpEnd result;
    result.end = end;
    result.reason = std::move(reason);
    return result;
}

std::string why(const Call& call, const error_code& error) {
    if (error == http::error::body_limit)
        return call.to.host + ": the answer is larger than " + std::to_string(call.request.most) + " bytes";
    return call.to.host + ": " + error.message();
}

HttpAnswer plain_answer(Parser& parser) {
    HttpAnswer answer;
    auto message = parser.release();
    answer.status = static_cast<int>(message.result_int());
    for (const auto& field : message)
        answer.headers.emplace_back(lower_case(std::string(field.name_string())), std::string(field.value()));
    answer.body = std::move(message.body());
    return answer;
}

} // namespace

} // namespace vera
