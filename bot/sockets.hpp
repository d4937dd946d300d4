#pragma once
// WebSockets as the rest of the shell sees them: text frames, pings, a close with a deadline. The port
// `Sockets` is websocket.cpp in production and a fake in the simulation.
#include "core/time.hpp"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <string>

namespace vera {

struct Frame {
    enum class Kind { text, ping, pong, closed }; // closed: for whatever reason, and nothing comes after it
    Kind kind = Kind::closed;
    std::string text; // of `text`; of `closed` the reason, for the log
};

// One connection. read() and write() may each be under way once at a time; write() calls wait for each other.
class Socket {
public:
    virtual ~Socket() = default; // drops the connection at once
    virtual boost::asio::awaitable<Frame> read() = 0;
    virtual boost::asio::awaitable<bool> write(std::string text) = 0; // one frame, never fragmented; false: it is gone
    virtual void ping() = 0;                                          // its pong comes out of read()
    virtual void close(Duration deadline) = 0; // says goodbye; read() ends with `closed` by then at the latest
    virtual void drop() = 0;                   // read() ends with `closed` now
};

struct Connected {
    std::unique_ptr<Socket> socket; // none: it failed
    std::string reason;             // why, for the log: never the address's query, which holds a ticket
};

class Sockets {
public:
    virtual ~Sockets() = default;
    // "wss://..." (or "ws://" to loopback); `timeout` for name, TCP, TLS and upgrade together. Never throws.
    virtual boost::asio::awaitable<Connected> connect(std::string url, Duration timeout) = 0;
};

} // namespace vera
