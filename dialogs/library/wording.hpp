#pragma once
// Every sentence people see, by key: "person.win.ask" -> "And {first} personally: what's in it for them?".
// Words in braces are slots, filled with facts. A slot nobody filled is a Bug; the lint has checked every
// slot of the file against those the program has.
#include "core/expected.hpp"
#include "core/slots.hpp"
#include "core/toml.hpp"

#include <map>
#include <string>
#include <string_view>

namespace vera {

struct Wording {
    struct Entry {
        std::string text;
        std::string where; // file:line:column
    };
    std::map<std::string, Entry, std::less<>> entries;

    bool has(std::string_view key) const { return entries.contains(key); }
    std::string say(std::string_view key, const Slots&) const; // MUST have the key
};

Wording read_wording(const toml::Tree&, Problems& problems);

} // namespace vera
