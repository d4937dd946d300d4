#pragma once
// Where a URL leads, whether the way there goes through the proxy, and where to listen. Pure. Of a URL only the host
// may be named in a log: paths and queries of platforms hold tokens.
#include <boost/asio/ip/tcp.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vera {

inline constexpr std::size_t max_url = 8 * 1024; // bytes

struct Address {
    bool tls = true;
    std::string host; // a name, or an IP address without brackets; lower case
    std::uint16_t port = 443;
    std::string target = "/"; // path and query
    std::string user;         // "user:password", decoded; of a proxy only
};

// "http" reads "http://..." and "https://...", "ws" likewise; none: not such a URL, or plain to another machine.
std::optional<Address> read_address(std::string_view url, std::string_view scheme);
// "http://[user:password@]host:port" of a proxy, on any machine.
std::optional<Address> read_proxy(std::string_view url);

bool is_loopback(std::string_view host);
// Whether a list such as "localhost, .example.com, *" names the host or a domain above it.
bool names_host(std::string_view no_proxy, std::string_view host);

std::string host_and_port(const Address&);   // "[::1]:443"
std::string host_for_header(const Address&); // without the port that the scheme implies
std::string lower_case(std::string_view);    // of ASCII letters

// "127.0.0.1:8080", "[::1]:0"; throws std::runtime_error with a sentence.
boost::asio::ip::tcp::endpoint listen_endpoint(const std::string& address);

} // namespace vera
