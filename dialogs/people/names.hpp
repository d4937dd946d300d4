#pragma once
// Where in a few words, between commas, a name stands. For dialogs/people/people.cpp.
#include "dialogs/people/people_items.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vera::people {

using Words = std::vector<std::string>;
struct Name {
    std::size_t begin = 0, end = 0; // words
    bool behind_title = false;      // the words before it are a title
};
struct Around {
    const Draft* last = nullptr;                  // the person named before in the same statement
    const Item *next = nullptr, *after = nullptr; // what stands behind these words
    bool upper = false;                           // names are written with capitals in this text
    bool in_brackets = false;
    bool after_part = false; // the words before were for a part: "signs it Kofi Mensah from legal"
};
std::optional<Name> find_name(const Words&, const Around&);
std::size_t end_of_upper_name(const Words&, std::size_t begin); // `begin`: no name begins there

bool counts_people(const Words&); // "two people in IT", "a guy from legal"
bool is_title_only(const Words&);
std::string mail_name(std::string_view word); // "petra.lund@nordkai.de" is Petra Lund; "info@nordkai.de" is nobody
std::string joined(const Words&, std::size_t from, std::size_t to);

} // namespace vera::people
