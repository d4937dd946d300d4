#pragma once
// Words of a text and phrases to find in it, as config/checks.toml writes them: "sick", "divorc*",
// "his|her boss", "makes ... look bad", "up to #", "hates @". Whole words, in any case, within one sentence.
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vera::checking {

struct Word {
    std::string text; // lower case; "you'll" is two words, "Tom's" is "tom"
    std::size_t begin = 0, end = 0;
    std::size_t sentence = 0;
    bool number = false;
    bool name = false;    // a part of a name that was given: it is no other word
    bool capital = false; // written with a capital letter, not at the head of a sentence
};
using Words = std::vector<Word>;
Words read_words(std::string_view text, const std::vector<std::string>& names = {});

struct Part {
    enum class Kind { word, gap, number, person };
    struct Letters {
        std::string text;
        bool stem = false; // more letters may follow
    };
    using Choice = std::vector<Letters>; // "state-of-the-art" is four words
    Kind kind = Kind::word;
    std::vector<Choice> choices;
};
inline constexpr std::size_t gap_words = 4; // that "..." stands for at most

struct Phrase {
    std::string typed;
    std::vector<Part> parts;
};
using Groups = std::map<std::string, std::vector<Part::Choice>, std::less<>>; // what "<boss>" stands for

// Nullopt: no words in it, or a sign where none may stand.
std::optional<Part::Choice> read_choice(std::string_view typed);
std::optional<Phrase> read_phrase(std::string_view typed, const Groups& groups = {});
std::vector<std::string> groups_in(std::string_view typed); // their names

struct Span { // of words
    std::size_t begin = 0, end = 0;
};
std::optional<Span> find(const Words&, const Phrase&, std::size_t from = 0);
std::optional<Span> find_any(const Words&, const std::vector<Phrase>&, std::size_t from = 0); // the first in the text

std::string as_typed(std::string_view text, const Words&, const Span&);

} // namespace vera::checking
