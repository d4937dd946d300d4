#pragma once
// Every sentence people see, by key: "person.win.ask" -> "And {first} personally: what's in it for them?".
// Slots in braces are filled with facts; a slot the text does not have is left out, a slot nobody filled
// is a Bug (the lint has checked all slots against those the program offers).
#include "core/expected.hpp"
#include "core/toml.hpp"

#include <map>
#include <string>
#include <string_view>

namespace vera {

using Slots = std::map<std::string, std::string, std::less<>>;

struct Wording {
    struct Entry {
        std::string text;
        std::string where; // file:line:column
    };
    std::map<std::string, Entry, std::less<>> entries;

    bool has(std::string_view key) const;
    std::string say(std::string_view key, const Slots& = {}) const; // MUST have the key
};

Wording read_wording(const toml::Tree&, Problems& problems);

} // namespace vera
