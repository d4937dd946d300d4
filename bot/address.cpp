#include "bot/address.hpp"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>
#include <stdexcept>

namespace vera {

namespace {

std::optional<Address> read(std::string_view url, std::string_view scheme);
std::optional<std::uint16_t> read_port(const std::string&);
bool is_ip_address(std::string_view host);
std::string bracketed(const std::string& host);

} // namespace

std::optional<Address> read_address(std::string_view url, std::string_view scheme) {
    auto address = read(url, scheme);
    if (!address || !address->user.empty()) return std::nullopt;
    if (!address->tls && !is_loopback(address->host)) return std::nullopt;
    return address;
}

std::optional<Address> read_proxy(std::string_view url) {
    auto address = read(url, "http");
    if (!address || address->tls) return std::nullopt;
    return address;
}

bool is_loopback(std::string_view host) {
    return host == "localhost" || host == "::1" || (host.starts_with("127.") && is_ip_address(host));
}

bool names_host(std::string_view no_proxy, std::string_view host) {
    while (!no_proxy.empty()) {
        const auto comma = std::min(no_proxy.find(','), no_proxy.size());
        auto entry = lower_case(no_proxy.substr(0, comma));
        no_proxy.remove_prefix(std::min(comma + 1, no_proxy.size()));
        std::erase(entry, ' ');
        if (entry == "*") return true;
        if (entry.starts_with('.')) entry.erase(0, 1);
        if (entry.empty()) continue;
        if (host == entry) return true;
        if (host.ends_with("." + entry) && !is_ip_address(host)) return true;
    }
    return false;
}

std::string host_and_port(const Address& address) {
    return bracketed(address.host) + ":" + std::to_string(address.port);
}

std::string host_for_header(const Address& address) {
    return address.port == (address.tls ? 443 : 80) ? bracketed(address.host) : host_and_port(address);
}

std::string lower_case(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return result;
}

boost::asio::ip::tcp::endpoint listen_endpoint(const std::string& address) {
    const auto colon = address.rfind(':');
    auto host = address.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    const auto port = colon == address.npos ? "" : address.substr(colon + 1);
    boost::system::error_code error;
    const auto ip = boost::asio::ip::make_address(host, error);
    const auto number = read_port(port);
    if (error || !number) throw std::runtime_error("cannot listen on " + address + ": not an IP address and a port");
    return {ip, *number};
}

namespace {

std::optional<Address> read(std::string_view url, std::string_view scheme) {
    if (url.size() > max_url) return std::nullopt;
    const auto parsed = boost::urls::parse_uri(url);
    if (parsed.has_error()) return std::nullopt;
    const std::string found = lower_case(std::string(parsed->scheme()));
    Address address;
    address.tls = found == std::string(scheme) + "s";
    address.host = lower_case(parsed->host_address());
    if ((!address.tls && found != scheme) || address.host.empty()) return std::nullopt;
    const auto port = parsed->has_port() ? read_port(std::string(parsed->port())).value_or(0) : address.tls ? 443 : 80;
    const auto target = std::string(parsed->encoded_target());
    // Boost.URL 1.81 takes "1.2.3.4.example.com" for an IP address with a path.
    const bool whole_host = target.empty() || target[0] == '/' || target[0] == '?';
    if (port == 0 || !whole_host) return std::nullopt;
    address.port = static_cast<std::uint16_t>(port);
    address.target = target.starts_with('/') ? target : "/" + target;
    if (parsed->has_userinfo()) address.user = parsed->userinfo();
    return address;
}

std::optional<std::uint16_t> read_port(const std::string& text) {
    if (text.empty() || text.size() > 5 || text.find_first_not_of("0123456789") != text.npos) return std::nullopt;
    const int port = std::stoi(text);
    return port > 65535 ? std::nullopt : std::optional(static_cast<std::uint16_t>(port));
}

bool is_ip_address(std::string_view host) {
    return host.find(':') != host.npos || host.find_first_not_of("0123456789.") == host.npos;
}

std::string bracketed(const std::string& host) { return host.find(':') == host.npos ? host : "[" + host + "]"; }

} // namespace

} // namespace vera
