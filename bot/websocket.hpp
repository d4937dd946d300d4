#pragma once
// WebSockets over Beast: TLS with host name check, through the proxy like HTTP calls; no compression, frames
// unfragmented, messages up to 1 MB. One of the three files that see Beast.
#include "bot/http_client.hpp"
#include "bot/sockets.hpp"

namespace vera {

class Wire;

inline constexpr std::size_t max_frame = 1024 * 1024; // bytes of an incoming message

// The last resort against a link that says nothing, not even a pong.
inline constexpr Duration max_silence = std::chrono::seconds{120};

// Throws std::runtime_error with a sentence about a CA file or a proxy that cannot be used.
std::unique_ptr<Sockets> make_sockets(boost::asio::any_io_executor, const Outside&, Duration silence = max_silence);

// The server's side: answers the request for an upgrade. None: it failed, and the wire is closed.
boost::asio::awaitable<std::unique_ptr<Socket>> accept_socket(std::shared_ptr<Wire>, HttpRequest);

} // namespace vera
