#pragma once
// How a clause that mends the list begins: a row's number or several, a verb. For dialogs/people/mend.cpp.
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace vera {

struct Numbered {
    std::size_t number = 0;
    std::string_view rest;
};
std::optional<Numbered> read_numbered(std::string_view clause); // "2 is Technical", "#2: ..."

struct Numbers {
    std::vector<std::size_t> numbers;
    std::string_view rest;
};
Numbers read_numbers(std::string_view clause); // "2 and 3 are users"

bool is_mending_verb(std::string_view word);
bool is_gone(std::string_view rest); // "out", "not involved"
std::string_view without_verb(std::string_view rest);
bool typed_like_a_name(std::string_view clause);

} // namespace vera
