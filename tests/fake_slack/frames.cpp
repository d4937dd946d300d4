#include "tests/fake_slack/frames.hpp"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <array>
#include <stdexcept>

namespace vera::fake_slack {

namespace {

constexpr std::size_t longest_frame = 16 * 1024 * 1024;
unsigned byte_at(const std::string& bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

} // namespace

std::string frame_bytes(const WireFrame& frame) {
    const auto size = frame.payload.size();
    std::string out;
    out += static_cast<char>((frame.last ? 0x80 : 0) | static_cast<int>(frame.opcode));
    const int length_bytes = size < 126 ? 0 : size < 65'536 ? 2 : 8;
    out += static_cast<char>(length_bytes == 0 ? size : length_bytes == 2 ? 126 : 127);
    for (int byte = length_bytes - 1; byte >= 0; --byte) out += static_cast<char>(size >> (8 * byte) & 0xFF);
    return out + frame.payload;
}

bool take_frame(std::string& bytes, WireFrame& frame) {
    if (bytes.size() < 2) return false;
    if ((byte_at(bytes, 0) & 0x70) != 0) throw std::runtime_error("reserved bits");
    if ((byte_at(bytes, 1) & 0x80) == 0) throw std::runtime_error("a client's frame is not masked");
    std::size_t size = byte_at(bytes, 1) & 0x7F;
    const std::size_t length_bytes = size == 126 ? 2 : size == 127 ? 8 : 0;
    const std::size_t head = 2 + length_bytes + 4;
    if (bytes.size() < head) return false;
    if (length_bytes > 0) size = 0;
    for (std::size_t at = 0; at < length_bytes; ++at) size = size << 8 | byte_at(bytes, 2 + at);
    if (size > longest_frame) throw std::runtime_error("a frame too long");
    if (bytes.size() < head + size) return false;
    frame.last = (byte_at(bytes, 0) & 0x80) != 0;
    frame.opcode = static_cast<Opcode>(byte_at(bytes, 0) & 0x0F);
    frame.payload = bytes.substr(head, size);
    for (std::size_t at = 0; at < size; ++at)
        frame.payload[at] = static_cast<char>(byte_at(frame.payload, at) ^ byte_at(bytes, head - 4 + at % 4));
    bytes.erase(0, head + size);
    return true;
}

std::string accept_key(std::string_view key) {
    const auto whole = std::string(key) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    std::array<unsigned char, SHA_DIGEST_LENGTH> digest{};
    SHA1(reinterpret_cast<const unsigned char*>(whole.data()), whole.size(), digest.data());
    std::array<unsigned char, 32> text{};
    const int length = EVP_EncodeBlock(text.data(), digest.data(), static_cast<int>(digest.size()));
    return {text.begin(), text.begin() + length};
}

} // namespace vera::fake_slack
