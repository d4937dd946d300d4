#include "core/encoding.hpp"

#include "core/utf8.hpp"

#include <array>
#include <optional>

namespace vera {
namespace {

constexpr std::string_view advice = "; save it as \"CSV UTF-8\"";

std::optional<std::string> refusal(std::string_view bytes);
std::optional<std::string> from_utf16(std::string_view bytes, bool little_endian);
bool is_utf8(std::string_view bytes);
std::optional<std::string> from_windows_1252(std::string_view bytes);

} // namespace

Expected<Decoded> decoded(std::string_view bytes, const std::string& file) {
    if (const auto why = refusal(bytes)) return Problem{file, *why + std::string(advice)};
    const bool little = bytes.starts_with("\xFF\xFE"), big = bytes.starts_with("\xFE\xFF");
    if (little || big) {
        if (auto text = from_utf16(bytes.substr(2), little)) return Decoded{*text, "UTF-16"};
        return Problem{file, "says it is UTF-16, and is damaged" + std::string(advice)};
    }
    if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
    if (bytes.find('\0') != bytes.npos)
        return Problem{file, "is no text: it has zero bytes in it" + std::string(advice)};
    if (is_utf8(bytes)) return Decoded{std::string(bytes), "UTF-8"};
    if (auto text = from_windows_1252(bytes)) return Decoded{*text, "Windows-1252"};
    return Problem{file, "is neither UTF-8, UTF-16 nor Windows-1252" + std::string(advice)};
}

namespace {

std::optional<std::string> refusal(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("PK\x03\x04")) return "is an Excel workbook or an archive, not a text";
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) return "is an old Excel workbook, not a text";
    if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv)) return "is UTF-32";
    return std::nullopt;
}

std::optional<std::string> from_utf16(std::string_view bytes, bool little_endian) {
    if (bytes.size() % 2 != 0) return std::nullopt;
    const auto unit_at = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(little_endian ? first | second << 8 : first << 8 | second);
    };
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        char32_t code = unit_at(at);
        if (code >= 0xD800 && code < 0xE000) {
            const char32_t low = code < 0xDC00 && at + 3 < bytes.size() ? unit_at(at + 2) : 0;
            if (low < 0xDC00 || low > 0xDFFF) return std::nullopt;
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        }
        if (code == 0) return std::nullopt;
        append(text, code);
    }
    return text;
}

bool is_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const Character read = character_at(bytes, at);
        if (read.code == replacement_character && bytes.substr(at, read.bytes) != "\xEF\xBF\xBD") return false;
        at += read.bytes;
    }
    return true;
}

// What stands at 0x80..0x9F there; 0: nothing does. The rest is Latin-1.
constexpr std::array<char32_t, 32> upper_controls = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                     0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::optional<std::string> from_windows_1252(std::string_view bytes) {
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const char32_t code = byte >= 0x80 && byte < 0xA0 ? upper_controls[byte - 0x80] : byte;
        if (code == 0) return std::nullopt;
        append(text, code);
    }
    return text;
}

} // namespace
} // namespace vera
