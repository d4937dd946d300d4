#pragma once
// Opens the connection for a call or a WebSocket: name, TCP, the proxy's CONNECT, TLS. The caller keeps the
// time, by closing the wire.
#include "bot/address.hpp"
#include "bot/http_client.hpp"
#include "bot/wire.hpp"

#include <memory>
#include <string>

namespace vera {

// The outside, read once.
struct Ways {
    std::shared_ptr<boost::asio::ssl::context> tls;
    std::optional<Address> proxy;
    std::string no_proxy;
};
Ways ways_outside(const Outside&); // throws std::runtime_error with a sentence

// Why it failed, with the host's name; "" when the wire is ready for the first byte.
boost::asio::awaitable<std::string> dial(Ways, Address, std::shared_ptr<Wire>);

} // namespace vera
