#pragma once
// Reads the word lists of the checks that editors may change (config/checks.toml). A file has at least
// one list for every finding; more of them for other fields or languages.
#include "core/checks/check.hpp"
#include "core/expected.hpp"
#include "core/toml.hpp"
#include "core/words.hpp"

namespace vera {

template <> inline constexpr std::array<std::string_view, 4> enum_words<Checked>{"win", "lose", "line", "statement"};
template <> inline constexpr std::array<std::string_view, 13> enum_words<Finding>{
    "private_life", "threat",         "third_person",  "repeats_win", "promise", "flattery", "stereotype",
    "insult",       "organisational", "result_in_win", "feature",     "generic", "up_to"};

CheckRules read_check_rules(const toml::Tree&, Problems&);

} // namespace vera
