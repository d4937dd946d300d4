#include "core/checks/statement.hpp"

#include "core/reading/tokens.hpp"

#include <algorithm>

namespace vera {
namespace {

using namespace checking;

StatementDoubt doubt_of(Finding);
bool names_number(std::string_view text);
bool names_person(std::string_view text, const CheckContext&);         // by name, "you" or "she"
bool names_several_people(std::string_view text, const CheckContext&); // "Marta and Erik", "everybody"
Words read_statement(std::string_view text, const CheckContext&);
bool is_theirs(const Word&, const CheckContext&);
bool is_addressed(const Words&);
bool is_group(const Words&, std::size_t at);

} // namespace

StatementCheck check_statement(const CheckRules& rules, std::string_view text, const CheckContext& context,
                               bool win_supported) {
    const auto found = check(rules, Checked::statement, text, context);
    const StatementDoubt by_words = found ? doubt_of(found->finding) : StatementDoubt::none;
    if (found && by_words != StatementDoubt::fits_anyone) return {by_words, found};
    if (names_several_people(text, context)) return {StatementDoubt::several_people, std::nullopt};
    if (!names_person(text, context)) return {StatementDoubt::no_person, std::nullopt};
    if (!names_number(text)) return {StatementDoubt::no_number, std::nullopt};
    if (found) return {by_words, found};
    return {win_supported ? StatementDoubt::none : StatementDoubt::no_evidence, std::nullopt};
}

namespace {

bool names_number(std::string_view text) {
    const Words words = read_words(text);
    return std::any_of(words.begin(), words.end(), [](const Word& word) {
        const bool change = is_one_of(word.text, {"halve", "halves", "halved", "doubles", "doubled", "none", "triple"});
        return change || (word.number && word.text != "one" && word.text != "third");
    });
}

bool names_person(std::string_view text, const CheckContext& context) {
    const Words words = read_statement(text, context);
    return is_addressed(words) ||
           std::any_of(words.begin(), words.end(), [&](const Word& word) { return is_theirs(word, context); });
}

bool names_several_people(std::string_view text, const CheckContext& context) {
    const Words words = read_statement(text, context);
    bool own = is_addressed(words);
    bool other = false;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (is_group(words, at)) return true;
        if (!words[at].name) continue;
        const bool theirs = is_theirs(words[at], context);
        (theirs ? own : other) = true;
        const bool joined = at + 1 < words.size() && is_one_of(words[at + 1].text, {"and", "or", "plus"});
        const std::size_t next = at + (joined ? 2 : 1); // a comma may stand between
        if (next < words.size() && words[next].name && is_theirs(words[next], context) != theirs) return true;
    }
    return other && !own;
}

StatementDoubt doubt_of(Finding finding) {
    if (finding == Finding::promise) return StatementDoubt::promise;
    if (finding == Finding::feature) return StatementDoubt::feature_list;
    return finding == Finding::generic ? StatementDoubt::fits_anyone : StatementDoubt::wording;
}

Words read_statement(std::string_view text, const CheckContext& context) {
    std::vector<std::string> names = context.other_people;
    names.push_back(context.name);
    return read_words(text, names);
}

bool is_theirs(const Word& word, const CheckContext& context) {
    const Words own = read_words(context.name);
    return word.name && std::any_of(own.begin(), own.end(), [&](const Word& part) { return part.text == word.text; });
}

bool is_addressed(const Words& words) {
    return std::any_of(words.begin(), words.end(), [](const Word& word) {
        return is_one_of(word.text, {"you", "your", "yours", "yourself", "she", "he", "her", "him", "his", "hers"});
    });
}

bool is_group(const Words& words, std::size_t at) {
    const std::string_view word = words[at].text;
    std::string_view next;
    if (at + 2 < words.size() && words[at + 1].text == "of") next = words[at + 2].text;
    return is_one_of(word, {"everyone", "everybody"}) ||
           (is_one_of(word, {"all", "both", "each"}) && is_one_of(next, {"you", "them"}));
}

} // namespace
} // namespace vera
