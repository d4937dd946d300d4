#include "core/checks/phrase.hpp"

#include "core/reading/number_words.hpp"
#include "core/reading/tokens.hpp"
#include "core/text.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace vera::checking {
namespace {

struct Reading {
    std::string_view text;
    Words words;
    std::size_t sentence = 0;
    bool at_head = true; // of a sentence
};

std::size_t read_number(Reading&, const Tokens&, std::size_t at);
void read_word(Reading&, const Token&);
void read_sign(Reading&, const Tokens&, std::size_t at);
std::vector<std::string> split_contraction(const std::string& word);
void mark_names(Words&, std::string_view text, const std::vector<std::string>& names);
std::optional<Part> read_part(std::string_view typed, const Groups&);
bool is_group(std::string_view typed);
std::optional<std::size_t> end_of_match(const Words&, std::size_t at, const Phrase&, std::size_t part);
bool follows(const Words&, std::size_t at);
bool is_choice(const Words&, std::size_t at, const Part::Choice&);
bool is_person(const Word&);
bool is_number_word(std::string_view);

} // namespace

Words read_words(std::string_view text, const std::vector<std::string>& names) {
    const Tokens all = tokens(text);
    Reading reading{text, {}, 0, true};
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t before = at == 0 ? 0 : all[at - 1].end;
        if (text.substr(before, all[at].begin - before).find('\n') != text.npos) {
            ++reading.sentence;
            reading.at_head = true;
        }
        if (all[at].kind == Token::Kind::number) {
            at = read_number(reading, all, at);
            continue;
        }
        if (all[at].kind == Token::Kind::word)
            read_word(reading, all[at]);
        else
            read_sign(reading, all, at);
        ++at;
    }
    mark_names(reading.words, text, names);
    return std::move(reading.words);
}

std::optional<Part::Choice> read_choice(std::string_view typed) {
    const bool stem = typed.ends_with('*');
    if (stem) typed.remove_suffix(1);
    if (typed.find_first_of("*#@<>|") != typed.npos || typed.find("...") != typed.npos) return std::nullopt;
    Part::Choice choice;
    for (auto& word : read_words(typed)) choice.push_back({std::move(word.text), false});
    if (choice.empty()) return std::nullopt;
    choice.back().stem = stem;
    return choice;
}

std::optional<Phrase> read_phrase(std::string_view typed, const Groups& groups) {
    Phrase phrase{std::string{typed}, {}};
    for (const auto each : words(typed)) {
        auto part = read_part(each, groups);
        if (!part) return std::nullopt;
        phrase.parts.push_back(*std::move(part));
    }
    const auto gap = [](const Part& part) { return part.kind == Part::Kind::gap; };
    const bool says_something = std::any_of(phrase.parts.begin(), phrase.parts.end(),
                                            [](const Part& part) { return part.kind == Part::Kind::word; });
    if (!says_something || gap(phrase.parts.front()) || gap(phrase.parts.back())) return std::nullopt;
    return phrase;
}

std::vector<std::string> groups_in(std::string_view typed) {
    std::vector<std::string> names;
    for (const auto part : words(typed)) {
        for (const auto each : split(part, "|")) {
            if (is_group(each)) names.emplace_back(each.substr(1, each.size() - 2));
        }
    }
    return names;
}

std::optional<Span> find(const Words& words, const Phrase& phrase, std::size_t from) {
    for (std::size_t at = from; at < words.size(); ++at) {
        if (const auto end = end_of_match(words, at, phrase, 0)) return Span{at, *end};
    }
    return std::nullopt;
}

std::optional<Span> find_any(const Words& words, const std::vector<Phrase>& phrases, std::size_t from) {
    std::optional<Span> first;
    for (const auto& phrase : phrases) {
        const auto found = find(words, phrase, from);
        if (found && (!first || found->begin < first->begin)) first = found;
    }
    return first;
}

std::string as_typed(std::string_view text, const Words& words, const Span& span) {
    if (span.begin >= span.end || span.end > words.size()) return {};
    const std::size_t begin = words[span.begin].begin;
    return std::string{text.substr(begin, words[span.end - 1].end - begin)};
}

namespace {

// "1.5" and "410,000" are one number.
std::size_t read_number(Reading& reading, const Tokens& all, std::size_t at) {
    Word word{all[at].text, all[at].begin, all[at].end, reading.sentence, true, false, false};
    while (is_one_of(sign_at(all, at + 1), {".", ","}) && glued_at(all, at + 1) && glued_at(all, at + 2) &&
           !digits_at(all, at + 2).empty()) {
        word.end = all[at + 2].end;
        at += 2;
    }
    word.text = std::string{reading.text.substr(word.begin, word.end - word.begin)};
    reading.words.push_back(std::move(word));
    reading.at_head = false;
    return at + 1;
}

void read_word(Reading& reading, const Token& token) {
    const char32_t first = character_at(reading.text, token.begin).code;
    const bool capital = !reading.at_head && to_lower(first) != first && token.text != "i";
    for (auto& part : split_contraction(fold(token.text)))
        reading.words.push_back(
            {std::move(part), token.begin, token.end, reading.sentence, is_number_word(token.text), false, capital});
    reading.at_head = false;
}

void read_sign(Reading& reading, const Tokens& all, std::size_t at) {
    const std::string_view sign = all[at].text;
    if (sign == "%")
        reading.words.push_back({"percent", all[at].begin, all[at].end, reading.sentence, false, false, false});
    if (sign == ":" || sign == "\"") reading.at_head = true;
    if (!is_one_of(sign, {".", "!", "?", ";"}) || glued_at(all, at + 1)) return;
    ++reading.sentence;
    reading.at_head = true;
}

// Lists then need one form only. "Tom's" loses its ending; after a pronoun it is "is".
std::vector<std::string> split_contraction(const std::string& word) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> endings{
        {{"n't", "not"}, {"'ll", "will"}, {"'ve", "have"}, {"'re", "are"}, {"'d", "would"}, {"'m", "am"}}};
    if (word == "can't" || word == "cannot" || word == "cant") return {"can", "not"};
    if (word == "won't") return {"will", "not"};
    if (word == "dont") return {"do", "not"};
    for (const auto& [ending, meant] : endings) {
        if (word.size() > ending.size() && word.ends_with(ending))
            return {word.substr(0, word.size() - ending.size()), std::string{meant}};
    }
    if (word.size() < 3 || !word.ends_with("'s")) return {word};
    std::string start = word.substr(0, word.size() - 2);
    if (is_one_of(start, {"he", "she", "it", "that", "this", "there", "who", "what", "here", "everyone", "everybody"}))
        return {start, "is"};
    return {start};
}

// "Will" in front of a verb is a name only when it is written as one.
void mark_names(Words& words, std::string_view text, const std::vector<std::string>& names) {
    std::vector<std::string> parts;
    for (const auto& name : names) {
        for (const auto& word : read_words(name)) parts.push_back(word.text);
    }
    for (auto& word : words) {
        const char32_t first = character_at(text, word.begin).code;
        word.name = to_lower(first) != first && std::find(parts.begin(), parts.end(), word.text) != parts.end();
    }
}

std::optional<Part> read_part(std::string_view typed, const Groups& groups) {
    if (typed == "...") return Part{Part::Kind::gap, {}};
    if (typed == "#") return Part{Part::Kind::number, {}};
    if (typed == "@") return Part{Part::Kind::person, {}};
    Part part;
    for (const auto each : split(typed, "|")) {
        if (is_group(each)) {
            const auto group = groups.find(each.substr(1, each.size() - 2));
            if (group == groups.end()) return std::nullopt;
            part.choices.insert(part.choices.end(), group->second.begin(), group->second.end());
        } else {
            auto choice = read_choice(each);
            if (!choice) return std::nullopt;
            part.choices.push_back(*std::move(choice));
        }
    }
    return part.choices.empty() ? std::nullopt : std::optional{std::move(part)};
}

bool is_group(std::string_view typed) { return typed.size() > 2 && typed.starts_with('<') && typed.ends_with('>'); }

std::optional<std::size_t> end_of_match(const Words& words, std::size_t at, const Phrase& phrase, std::size_t part) {
    if (part == phrase.parts.size()) return at;
    const auto& wanted = phrase.parts[part];
    if (part > 0 && !follows(words, at)) return std::nullopt;
    if (wanted.kind == Part::Kind::gap) {
        for (std::size_t skip = 0; skip <= gap_words && follows(words, at + skip); ++skip) {
            if (const auto end = end_of_match(words, at + skip, phrase, part + 1)) return end;
        }
        return std::nullopt;
    }
    if (wanted.kind != Part::Kind::word) {
        const bool right = wanted.kind == Part::Kind::number ? words[at].number : is_person(words[at]);
        return right ? end_of_match(words, at + 1, phrase, part + 1) : std::nullopt;
    }
    for (const auto& choice : wanted.choices) {
        if (!is_choice(words, at, choice)) continue;
        if (const auto end = end_of_match(words, at + choice.size(), phrase, part + 1)) return end;
    }
    return std::nullopt;
}

// In the same sentence as the word before it.
bool follows(const Words& words, std::size_t at) {
    return at > 0 && at < words.size() && words[at].sentence == words[at - 1].sentence;
}

bool is_choice(const Words& words, std::size_t at, const Part::Choice& choice) {
    for (std::size_t i = 0; i < choice.size(); ++i) {
        if (at + i >= words.size() || (i > 0 && !follows(words, at + i)) || words[at + i].name) return false;
        const std::string_view word = words[at + i].text;
        if (choice[i].stem ? !word.starts_with(choice[i].text) : word != choice[i].text) return false;
    }
    return true;
}

bool is_person(const Word& word) {
    return word.name || word.capital ||
           is_one_of(word.text,
                     {"him", "her", "them", "someone", "somebody", "his", "their", "boss", "manager", "colleague",
                      "colleagues", "peer", "peers", "predecessor", "successor", "deputy", "director", "supervisor"});
}

bool is_number_word(std::string_view word) {
    return number_word(word) || is_one_of(word, {"hundred", "half", "twice", "double", "third", "quarter"});
}

} // namespace
} // namespace vera::checking
