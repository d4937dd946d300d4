#include "dialogs/people/people_items.hpp"

#include "core/reading/tokens.hpp"
#include "core/text.hpp"
#include "core/utf8.hpp"
#include "dialogs/people/name_words.hpp"

#include <algorithm>
#include <optional>

namespace vera::people {
namespace {

using Kind = Item::Kind;

std::string_view without_marker(std::string_view line);
void cut_line(std::string_view line, std::vector<Item>& items);
void cut_word(std::string_view word, bool is_nickname, std::vector<Item>& items);
std::optional<Kind> sign_kind(std::string_view word);
bool is_nickname(const std::vector<std::string_view>& words, std::size_t at);
bool ends_sentence(std::string_view word);
bool only_shouts(std::string_view line);
void quieten(std::vector<Item>& items);

} // namespace

std::vector<Item> people_items(std::string_view text) {
    std::vector<Item> items;
    std::string spelled(text);
    for (auto at = spelled.find("w/ "); at != spelled.npos; at = spelled.find("w/ ", at + 4))
        spelled.replace(at, 2, "with");
    for (const auto line : split(spelled, "\n")) {
        cut_line(without_marker(line), items);
        items.push_back({Kind::stop, {}, {}});
    }
    if (!items.empty()) items.pop_back();
    if (only_shouts(text)) quieten(items);
    return items;
}

namespace {

// "1) ", "2. ", "- ", "* ", "\u2022 "
std::string_view without_marker(std::string_view line) {
    std::size_t digits = 0;
    while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
    if (digits > 0 && digits < 3 && digits < line.size() && (line[digits] == ')' || line[digits] == '.'))
        return trim(line.substr(digits + 1));
    for (const std::string_view mark : {"-", "*", "\u2022", "\u2013", "+", ">"})
        if (line.starts_with(mark)) return trim(line.substr(mark.size()));
    return line;
}

void cut_line(std::string_view line, std::vector<Item>& items) {
    const auto parts = parts_in(line);
    auto part = parts.begin();
    const auto all = words(line);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::size_t begin = static_cast<std::size_t>(all[i].data() - line.data()), end = begin + all[i].size();
        if (part == parts.end() || end <= part->begin) {
            cut_word(all[i], is_nickname(all, i), items);
            continue;
        }
        if (begin < part->begin) cut_word(all[i].substr(0, part->begin - begin), false, items);
        if (end < part->end) continue; // a word inside of it
        items.push_back({Kind::part, std::string(line.substr(part->begin, part->end - part->begin)), part->part});
        if (end > part->end) cut_word(all[i].substr(part->end - begin), false, items);
        ++part;
    }
}

void cut_word(std::string_view word, bool nickname, std::vector<Item>& items) {
    if (word.empty()) return;
    if (nickname) return items.push_back({Kind::word, std::string(word), {}});
    if (const auto kind = sign_kind(word)) return items.push_back({*kind, {}, {}});
    static constexpr std::string_view edges = ",:;()|/=<>\"[]!?*";
    if (const std::size_t first = word.find_first_of(edges); first != word.npos) {
        std::size_t at = 0;
        for (std::size_t next = first; next != word.npos; next = word.find_first_of(edges, at)) {
            cut_word(word.substr(at, next - at), false, items);
            items.push_back({sign_kind(word.substr(next, 1)).value_or(Kind::comma), {}, {}});
            at = next + 1;
        }
        return cut_word(word.substr(at), false, items);
    }
    const std::string folded = word.size() <= 5 ? fold(word) : std::string();
    if (is_one_of(folded, {"and", "then", "plus"})) return items.push_back({Kind::and_, {}, {}});
    const bool stop = ends_sentence(word);
    while (!word.empty() && word.back() == '.' && !is_honorific(word)) word.remove_suffix(1);
    if (has_letter_or_digit(word)) items.push_back({Kind::word, std::string(word), {}});
    if (stop) items.push_back({Kind::stop, {}, {}});
}

std::optional<Kind> sign_kind(std::string_view word) {
    if (is_one_of(word, {",", ":", "|", "=", "-", "\u2013", "\u2014", "\"", "[", "]", "*", "<", ">"}))
        return Kind::comma;
    if (is_one_of(word, {"&", "+"})) return Kind::and_;
    if (is_one_of(word, {";", "/", "!", "?", "//", "."})) return Kind::stop;
    if (word == "(") return Kind::open;
    return word == ")" ? std::optional{Kind::close} : std::nullopt;
}

// Robert "Bob" Hill, Robert (Bob) Hill: one word in marks between two names.
bool is_nickname(const std::vector<std::string_view>& words, std::size_t at) {
    if (at == 0 || at + 1 >= words.size()) return false;
    const std::string_view word = words[at];
    const bool marked =
        (word.starts_with('"') && word.ends_with('"')) || (word.starts_with('(') && word.ends_with(')')) ||
        (word.starts_with('\'') && word.ends_with('\'')) || (word.starts_with("\u201C") && word.ends_with("\u201D")) ||
        (word.starts_with("\u2018") && word.ends_with("\u2019"));
    const bool between = starts_upper(words[at - 1]) && starts_upper(words[at + 1]) &&
                         std::string_view(",;:)").find(words[at - 1].back()) == std::string_view::npos;
    return marked && word.size() > 3 && between && starts_upper(word) && !is_title_word(word) &&
           !is_shout(fold(word)) && !is_title_word(words[at + 1]) && !is_shout(word.substr(1, word.size() - 2));
}

bool ends_sentence(std::string_view word) {
    return word.size() > 2 && word.back() == '.' && !is_honorific(word) && word.find('.') == word.size() - 1;
}

bool only_shouts(std::string_view text) {
    bool long_word = false;
    for (std::size_t at = 0; at < text.size(); at += character_at(text, at).bytes) {
        const char32_t code = character_at(text, at).code;
        if (is_alnum(code) && to_upper(code) != code) return false;
    }
    for (const auto word : words(text)) long_word = long_word || (length(word) > 4 && !is_title_word(word));
    return long_word;
}

// "INGRID AAS, COO": names in capitals are read like any others.
void quieten(std::vector<Item>& items) {
    for (Item& item : items)
        if (item.kind == Kind::word && !is_title_word(item.text)) item.text = capitalised(fold(item.text));
}

} // namespace
} // namespace vera::people
