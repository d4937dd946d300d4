#pragma once
// Words between quotation marks, of every usual kind; an apostrophe is none.
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace vera {

struct Quote {
    std::size_t begin = 0, end = 0; // bytes of the text, with the marks
    std::string_view words;         // between them
};
std::vector<Quote> quotes(std::string_view text);

} // namespace vera
