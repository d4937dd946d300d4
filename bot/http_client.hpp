#pragma once
// HTTPS over Beast: keeps connections to a host open for the next call, checks certificate and host name,
// goes through HTTPS_PROXY unless NO_PROXY names the host. One of the three files that see Beast.
#include "bot/http.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <memory>
#include <string>

namespace vera {

// How to reach the outside; from the settings.
struct Outside {
    std::string ca_file;  // PEM, besides the system's; VERA_CA_FILE
    std::string proxy;    // "http://[user:password@]host:port"; HTTPS_PROXY
    std::string no_proxy; // hosts and ".domains", comma separated; NO_PROXY
};

// Plain http is for loopback only, and refused else. No redirects are followed. Throws std::runtime_error with a
// sentence about a CA file or a proxy that cannot be used.
std::unique_ptr<Http> make_http_client(boost::asio::any_io_executor, const Outside&);

} // namespace vera
