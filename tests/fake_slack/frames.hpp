#pragma once
// WebSocket frames as bytes. Source: RFC 6455, sections 1.3 and 5.2.
#include <cstdint>
#include <string>
#include <string_view>

namespace vera::fake_slack {

enum class Opcode : std::uint8_t { more = 0, text = 1, binary = 2, close = 8, ping = 9, pong = 10 };

struct WireFrame {
    bool last = true;
    Opcode opcode = Opcode::text;
    std::string payload;
};

std::string frame_bytes(const WireFrame&); // from the server: not masked
// Takes one frame off the front of `bytes`. False: it is not whole yet. Throws std::runtime_error at a frame
// that a client must not send.
bool take_frame(std::string& bytes, WireFrame&);
std::string accept_key(std::string_view key); // of the handshake

} // namespace vera::fake_slack
