#pragma once
// A text file of whatever program wrote it, as UTF-8: UTF-8 with and without a mark, UTF-16 with one, and
// Windows-1252 are read; what is none of them is refused in one sentence.
#include "core/expected.hpp"

#include <string>
#include <string_view>

namespace vera {

struct Decoded {
    std::string text;     // valid UTF-8, without a mark
    std::string encoding; // "UTF-8", "UTF-16", "Windows-1252"
};
Expected<Decoded> decoded(std::string_view bytes, const std::string& file);

inline constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

} // namespace vera
