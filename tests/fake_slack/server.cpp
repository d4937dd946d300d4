#include "tests/fake_slack/server.hpp"

#include "tests/fake_slack/web_api.hpp"

#include <boost/asio/co_spawn.hpp>

namespace vera::fake_slack {

namespace {

ServerOptions on_loopback(const std::optional<TlsFiles>& tls) {
    ServerOptions options;
    options.address = "127.0.0.1:0";
    options.tls = tls;
    options.limits.answer_time = std::chrono::minutes{1}; // slow answers are the fake's own business
    return options;
}

} // namespace

Server::Server(boost::asio::any_io_executor executor, FakeSlack& slack, const std::optional<TlsFiles>& tls,
               std::string host)
    : executor_(executor), slack_(slack), tls_(tls.has_value()), host_(std::move(host)),
      api_(executor, on_loopback(tls), [this](HttpRequest request) { return handle(std::move(request)); }),
      links_(executor, slack, tls) {
    slack_.options.link_url = (tls_ ? "wss://" : "ws://") + host_ + ":" + std::to_string(links_.port()) + "/link/";
    boost::asio::co_spawn(executor_, slack_.agenda.run(), [](std::exception_ptr error) {
        if (error) std::rethrow_exception(error);
    });
}

std::string Server::api_url() const {
    return (tls_ ? "https://" : "http://") + host_ + ":" + std::to_string(api_.port()) + "/api/";
}

void Server::deliver_to(std::string app_url, Http& http) {
    slack_.socket_mode = false;
    slack_.post = [this, app_url, &http](HttpRequest request, std::function<void(HttpEnd)> ended) {
        request.target = app_url + request.target;
        auto done = [ended = std::move(ended)](std::exception_ptr, HttpEnd end) { ended(std::move(end)); };
        boost::asio::co_spawn(executor_, http.send(std::move(request)), std::move(done));
    };
}

void Server::stop() {
    slack_.agenda.stop();
    api_.stop();
    links_.stop();
}

boost::asio::awaitable<HttpAnswer> Server::handle(HttpRequest request) {
    auto answered = answer(slack_, request);
    if (!answered.reaches) answered.answer = {503, {{"content-type", "text/html"}}, "<html></html>"};
    const auto until = slack_.clock.now() + answered.after;
    if (answered.after > Duration{0}) {
        auto waiter = slow_.insert(slow_.end(), slack_.clock.waiter());
        co_await (*waiter)->until(until);
        slow_.erase(waiter);
    }
    co_return std::move(answered.answer);
}

} // namespace vera::fake_slack
