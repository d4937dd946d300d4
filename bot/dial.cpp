#include "bot/dial.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <stdexcept>
#include <vector>

namespace vera {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr std::size_t max_proxy_answer = 8 * 1024; // bytes of its header

asio::awaitable<error_code> connect(Address, std::shared_ptr<Wire>);
asio::awaitable<std::string> pass_proxy(Address proxy, Address to, std::shared_ptr<Wire>);
std::string connect_request(const Address& proxy, const Address& to);
std::string base64(const std::string&);

} // namespace

Ways ways_outside(const Outside& outside) {
    Ways ways{client_tls(outside.ca_file), std::nullopt, outside.no_proxy};
    if (outside.proxy.empty()) return ways;
    ways.proxy = read_proxy(outside.proxy);
    if (!ways.proxy) throw std::runtime_error("the proxy must be http://[user:password@]host:port");
    return ways;
}

asio::awaitable<std::string> dial(Ways ways, Address to, std::shared_ptr<Wire> wire) {
    const bool by_proxy = to.tls && ways.proxy && !names_host(ways.no_proxy, to.host);
    Address first = by_proxy ? *ways.proxy : to;
    auto error = co_await connect(first, wire);
    if (error) co_return (by_proxy ? "the proxy for " : "") + to.host + ": " + error.message();
    if (by_proxy) {
        auto refused = co_await pass_proxy(first, to, wire);
        if (!refused.empty()) co_return to.host + ": " + refused;
    }
    if (!to.tls) co_return "";
    error = co_await wire->secure_client(*ways.tls, to.host);
    if (error) co_return to.host + ": " + error.message();
    co_return "";
}

namespace {

asio::awaitable<error_code> connect(Address to, std::shared_ptr<Wire> wire) {
    tcp::resolver resolver(wire->get_executor());
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    auto found = co_await resolver.async_resolve(to.host, std::to_string(to.port), token);
    if (error) co_return error;
    std::vector<tcp::endpoint> endpoints;
    for (const auto& entry : found)
        if (to.tls || !is_loopback(to.host) || entry.endpoint().address().is_loopback())
            endpoints.push_back(entry.endpoint());
    if (endpoints.empty()) co_return asio::error::host_not_found;
    if (wire->closed()) co_return asio::error::operation_aborted; // connecting would open it again
    co_await asio::async_connect(wire->socket(), endpoints, token);
    if (error) co_return error;
    wire->socket().set_option(tcp::no_delay(true), error);
    co_return error;
}

asio::awaitable<std::string> pass_proxy(Address proxy, Address to, std::shared_ptr<Wire> wire) {
    auto request = connect_request(proxy, to);
    auto error = co_await wire->write(request);
    if (error) co_return "the proxy: " + error.message();
    std::string answer;
    auto buffer = asio::dynamic_buffer(answer, max_proxy_answer);
    auto token = asio::redirect_error(asio::use_awaitable, error);
    auto size = co_await asio::async_read_until(*wire, buffer, "\r\n\r\n", token);
    if (error) co_return "the proxy: " + error.message();
    const bool status_line = answer.starts_with("HTTP/1.") && answer.size() >= 12;
    if (!status_line || answer[9] != '2') co_return "the proxy answered " + answer.substr(9, status_line ? 3 : 0);
    if (size != answer.size()) co_return "the proxy spoke before the host"; // TLS is begun by us
    co_return "";
}

std::string connect_request(const Address& proxy, const Address& to) {
    const std::string there = host_and_port(to);
    std::string request = "CONNECT " + there + " HTTP/1.1\r\nHost: " + there + "\r\n";
    if (!proxy.user.empty()) request += "Proxy-Authorization: Basic " + base64(proxy.user) + "\r\n";
    return request + "\r\n";
}

std::string base64(const std::string& text) {
    std::vector<unsigned char> coded(4 * ((text.size() + 2) / 3) + 1);
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    const int size = EVP_EncodeBlock(coded.data(), bytes, static_cast<int>(text.size()));
    return {coded.begin(), coded.begin() + size};
}

} // namespace

} // namespace vera
