#include "bot/addresses.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/system/error_code.hpp>

#include <algorithm>
#include <charconv>

namespace vera {

namespace {

using boost::asio::ip::address;

bool is_port(std::string_view);
Reach reach_of(const address&);
std::string_view host_of(std::string_view rest);

} // namespace

std::optional<Reach> reach_of(std::string_view listener) {
    auto colon = listener.rfind(':');
    if (colon == listener.npos || !is_port(listener.substr(colon + 1))) return std::nullopt;
    auto host = listener.substr(0, colon);
    auto bracketed = host.starts_with('[') && host.ends_with(']');
    if (bracketed) host = host.substr(1, host.size() - 2);
    boost::system::error_code error;
    auto found = boost::asio::ip::make_address(std::string(host), error);
    if (error || found.is_v6() != bracketed) return std::nullopt;
    return reach_of(found);
}

bool is_safe_url(std::string_view url, Schemes schemes) {
    if (std::any_of(url.begin(), url.end(), [](char c) { return c <= ' ' || c == '@' || c == '?' || c == '#'; }))
        return false;
    auto after = [&](std::string_view scheme) {
        auto whole = std::string(scheme) + "://";
        return url.starts_with(whole) ? host_of(url.substr(whole.size())) : std::string_view{};
    };
    if (!after(schemes.safe).empty()) return true;
    auto host = after(schemes.plain);
    boost::system::error_code error;
    auto found = boost::asio::ip::make_address(std::string(host), error);
    return host == "localhost" || (!error && found.is_loopback());
}

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

namespace {

bool is_port(std::string_view digits) {
    unsigned short port = 0;
    auto* end = digits.data() + digits.size();
    auto read = std::from_chars(digits.data(), end, port);
    return read.ec == std::errc{} && read.ptr == end && !digits.empty();
}

Reach reach_of(const address& found) {
    if (found.is_loopback()) return Reach::machine;
    if (found.is_v6()) {
        auto bytes = found.to_v6().to_bytes();
        auto local = (bytes[0] & 0xfe) == 0xfc || (bytes[0] == 0xfe && (bytes[1] & 0xc0) == 0x80);
        return local ? Reach::network : Reach::anybody;
    }
    auto bytes = found.to_v4().to_bytes();
    auto local = bytes[0] == 10 || (bytes[0] == 172 && (bytes[1] & 0xf0) == 16) || (bytes[0] == 192 && bytes[1] == 168);
    return local ? Reach::network : Reach::anybody;
}

// Without port and path; an IPv6 address without its brackets.
std::string_view host_of(std::string_view rest) {
    rest = rest.substr(0, rest.find('/'));
    if (rest.starts_with('[')) return rest.substr(1, std::max<std::size_t>(rest.find(']'), 1) - 1);
    return rest.substr(0, rest.find(':'));
}

} // namespace

} // namespace vera
