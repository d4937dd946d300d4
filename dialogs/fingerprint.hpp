#pragma once
// A short name for words that must not be repeated: to know them again where they may not stand, as in a
// button's value. The same words have the same name in every version.
#include <cstdint>
#include <string>
#include <string_view>

namespace vera {

inline std::string fingerprint(std::string_view words) { // FNV-1a, 64 bits
    std::uint64_t sum = 14'695'981'039'346'656'037U;
    for (const unsigned char byte : words) sum = (sum ^ byte) * 1'099'511'628'211U;
    return std::to_string(sum);
}

} // namespace vera
