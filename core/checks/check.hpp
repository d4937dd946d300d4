#pragma once
// What a seller writes about a person, looked at before it is kept: a private matter, a threat, a promise
// that is not ours to give, a Win that is the company's. Finds words and asks; it judges nobody and
// changes nothing. Never for quotes, titles, accounts, deal names or Results.
#include "core/checks/phrase.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vera {

enum class Checked { win, lose, line, statement };

// In the order of weight: a text gets one question at most, about the first that was found.
enum class Finding {
    private_life,
    threat,
    third_person, // used against somebody else
    repeats_win,  // the line names the private Win
    promise,
    flattery,
    stereotype,
    insult,
    organisational, // the company's Win
    result_in_win,
    feature,
    generic, // fits anybody
    up_to,   // "up to 40 %"
};
bool refuses(Finding); // it should not be kept or said at all; the others ask for something better

struct Found {
    Finding finding = Finding::generic;
    std::string word; // what made it, as typed; empty when the text as a whole did
    bool operator==(const Found&) const = default;
};

// One list of config/checks.toml.
struct CheckRule {
    Finding finding = Finding::generic;
    bool on = true;
    std::string language = "en";
    std::vector<Checked> fields;
    std::vector<checking::Phrase> words;
    std::vector<checking::Phrase> alone;      // found only when the text says nothing else
    std::vector<checking::Phrase> unless;     // a hit inside one of these does not count
    std::vector<checking::Phrase> cleared_by; // one of these anywhere in the text, and no hit counts
};
struct CheckRules {
    std::vector<CheckRule> rules;
};

// What makes a text this person's: all of it may be empty, then less is found.
struct CheckContext {
    std::string name;                      // of the person: "Marta Ilves"
    std::vector<std::string> other_people; // the names of the others in the deal
    std::string win;                       // for a line or a statement; empty when a Win is checked
    std::string result;
    std::string hook;                // what they are judged on, what makes a day good, ...
    std::vector<std::string> quotes; // their words
    std::vector<std::string> others; // the same kind of text about the others in the deal
};

std::optional<Found> check(const CheckRules&, Checked, std::string_view text, const CheckContext&);

} // namespace vera
