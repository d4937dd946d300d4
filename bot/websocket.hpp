#pragma once
// WebSockets over Beast: TLS with host name check, through the proxy like HTTP calls; no compression, frames
// unfragmented, messages up to 1 MB. One of the three files that see Beast.
#include "bot/http_client.hpp"
#include "bot/sockets.hpp"

namespace vera {

std::unique_ptr<Sockets> make_sockets(boost::asio::any_io_executor, const Outside&);

inline constexpr std::size_t max_frame = 1024 * 1024; // bytes of an incoming message

} // namespace vera
