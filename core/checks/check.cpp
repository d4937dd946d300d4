#include "core/checks/check.hpp"

#include "core/checks/compare.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>

namespace vera {
namespace {

using namespace checking;

constexpr double same_for_anybody = 0.85; // of the words, when names are taken out
constexpr double named_the_win = 0.5;     // of what only the Win says
constexpr std::array all_findings{
    Finding::private_life, Finding::threat,     Finding::third_person, Finding::repeats_win,    Finding::promise,
    Finding::flattery,     Finding::stereotype, Finding::insult,       Finding::organisational, Finding::result_in_win,
    Finding::feature,      Finding::generic,    Finding::up_to};

struct Subject {
    Checked what;
    std::string_view text;
    Words words;
    const CheckContext& context;
    std::vector<std::string> names; // of everybody
};

std::optional<Found> find_by(const CheckRule&, const Subject&);
std::optional<Found> find_listed(const CheckRule&, const Subject&);
bool is_excused(const CheckRule&, const Words&, const Span& hit);
std::optional<Found> find_repeated_win(const Subject&);
std::optional<Found> find_generic(const CheckRule&, const Subject&);
bool says_nothing_else(const CheckRule&, const Words&);
bool is_like_another(const Subject&);
bool is_about_something_else(const Subject&);
std::set<std::string> content_of(const Subject&, const std::vector<std::string>& texts);
std::vector<std::string> known_openly(const CheckContext&);

} // namespace

bool refuses(Finding finding) {
    return finding == Finding::private_life || finding == Finding::threat || finding == Finding::third_person ||
           finding == Finding::repeats_win || finding == Finding::promise;
}

std::optional<Found> check(const CheckRules& rules, Checked what, std::string_view text, const CheckContext& context) {
    Subject subject{what, text, {}, context, context.other_people};
    subject.names.push_back(context.name);
    subject.words = read_words(text, subject.names);
    for (const Finding finding : all_findings) {
        for (const auto& rule : rules.rules) {
            if (rule.finding != finding || !rule.on || std::ranges::find(rule.fields, what) == rule.fields.end())
                continue;
            if (auto found = find_by(rule, subject)) return found;
        }
    }
    return std::nullopt;
}

namespace {

std::optional<Found> find_by(const CheckRule& rule, const Subject& subject) {
    if (rule.finding == Finding::repeats_win) return find_repeated_win(subject);
    if (rule.language == "en" && !reads_as_english(subject.words)) {
        // Copied is copied, in any language.
        return rule.finding == Finding::generic && is_like_another(subject) ? std::optional{Found{rule.finding, {}}}
                                                                            : std::nullopt;
    }
    return rule.finding == Finding::generic ? find_generic(rule, subject) : find_listed(rule, subject);
}

std::optional<Found> find_listed(const CheckRule& rule, const Subject& subject) {
    const Words& words = subject.words;
    if (find_any(words, rule.cleared_by)) return std::nullopt;
    if (says_nothing_else(rule, words)) return Found{rule.finding, std::string{trim(subject.text)}};
    auto hit = find_any(words, rule.words);
    while (hit && is_excused(rule, words, *hit)) hit = find_any(words, rule.words, hit->begin + 1);
    if (!hit) return std::nullopt;
    return Found{rule.finding, as_typed(subject.text, words, *hit)};
}

bool is_excused(const CheckRule& rule, const Words& words, const Span& hit) {
    return std::any_of(rule.unless.begin(), rule.unless.end(), [&](const Phrase& phrase) {
        auto span = find(words, phrase);
        while (span && span->end <= hit.begin) span = find(words, phrase, span->begin + 1);
        return span && span->begin < hit.end;
    });
}

// Counts what only the Win says: words the person said aloud, or that the Result needs, are free.
std::optional<Found> find_repeated_win(const Subject& subject) {
    std::set<std::string> secret = content(read_words(subject.context.win, subject.names));
    for (const auto& known : content_of(subject, known_openly(subject.context))) secret.erase(known);
    std::set<std::string> repeated;
    std::string typed;
    for (std::size_t at = 0; at < subject.words.size(); ++at) {
        const auto& word = subject.words[at];
        if (word.name || word.number || is_function_word(word.text) || !secret.contains(stem(word.text))) continue;
        if (!repeated.insert(stem(word.text)).second) continue;
        typed += (typed.empty() ? "" : ", ") + as_typed(subject.text, subject.words, {at, at + 1});
    }
    const bool all = !secret.empty() && repeated.size() == secret.size();
    const auto share =
        static_cast<double>(repeated.size()) / static_cast<double>(std::max<std::size_t>(secret.size(), 1));
    if (!all && (repeated.size() < 2 || share < named_the_win)) return std::nullopt;
    return Found{Finding::repeats_win, typed};
}

std::optional<Found> find_generic(const CheckRule& rule, const Subject& subject) {
    if (is_like_another(subject) || is_about_something_else(subject)) return Found{Finding::generic, {}};
    return find_listed(rule, subject);
}

// Numbers do not make "cost savings" a Win.
bool says_nothing_else(const CheckRule& rule, const Words& words) {
    std::vector<bool> covered(words.size());
    bool any = false;
    for (const auto& phrase : rule.alone) {
        for (auto span = find(words, phrase); span; span = find(words, phrase, span->begin + 1)) {
            std::fill(covered.begin() + static_cast<std::ptrdiff_t>(span->begin),
                      covered.begin() + static_cast<std::ptrdiff_t>(span->end), true);
            any = true;
        }
    }
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto& word = words[at];
        if (!covered[at] && !word.name && !word.number && !is_function_word(word.text)) return false;
    }
    return any;
}

bool is_like_another(const Subject& subject) {
    return std::any_of(subject.context.others.begin(), subject.context.others.end(), [&](const std::string& other) {
        return similarity(subject.words, read_words(other, subject.names)) > same_for_anybody;
    });
}

// Only what is said to a person has to touch what is known of them; a Win is where knowing begins.
bool is_about_something_else(const Subject& subject) {
    if (subject.what != Checked::line && subject.what != Checked::statement) return false;
    if (!has_function_word(subject.words)) return false;
    std::vector<std::string> theirs = known_openly(subject.context);
    theirs.push_back(subject.context.win);
    const auto known = content_of(subject, theirs);
    const auto said = content(subject.words);
    return !known.empty() && std::none_of(said.begin(), said.end(), [&](const auto& w) { return known.contains(w); });
}

std::set<std::string> content_of(const Subject& subject, const std::vector<std::string>& texts) {
    std::set<std::string> all;
    for (const auto& text : texts) all.merge(content(read_words(text, subject.names)));
    return all;
}

std::vector<std::string> known_openly(const CheckContext& context) {
    std::vector<std::string> texts = context.quotes;
    texts.push_back(context.result);
    texts.push_back(context.hook);
    return texts;
}

} // namespace
} // namespace vera
