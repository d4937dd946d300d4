#pragma once
// Short texts that people keep in data files, read with their limits: how many, how long, which slots in
// braces. Every mistake is told with its place.
#include "core/toml.hpp"
#include "core/words.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vera {

inline constexpr std::size_t button_text = 75; // characters; chat platforms cut or refuse a longer label

struct TextRule {
    std::size_t longest = button_text;   // characters
    std::vector<std::string> slots = {}; // those that may stand in braces here
    bool question = false;               // one question mark, at the end
};
struct CountRule {
    std::size_t least = 0, most = 0;
};

std::string read_text(toml::Reader&, std::string_view key, const TextRule&, Problems&);
// No two of them the same.
std::vector<std::string> read_texts(toml::Reader&, std::string_view key, CountRule, const TextRule&, Problems&);
std::vector<toml::Placed> read_placed_texts(toml::Reader&, std::string_view key, CountRule, const TextRule&, Problems&);

// An id for good: small letters, digits and _.
std::string read_id(toml::Reader&, std::string_view key, Problems&);

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known); // "", or "; did you mean ...?"
template <class Enum> std::vector<std::string> words_of() { return {enum_words<Enum>.begin(), enum_words<Enum>.end()}; }
// What a word of the file stands for; `what` says what was expected there: "a role".
template <class Enum>
std::optional<Enum> read_word(const toml::Placed& word, std::string_view what, Problems& problems) {
    const auto value = enum_value<Enum>(word.text);
    if (!value)
        problems.push_back({word.where, "\"" + word.text + "\" is not " + std::string(what) +
                                            did_you_mean(word.text, words_of<Enum>())});
    return value;
}

} // namespace vera
