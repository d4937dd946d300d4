#pragma once
// A solution sheet (solutions/*.toml): what a product can do for a company and for the people in it, written
// once and used over many deals. It feeds examples and probes and never fills a person's field.
#include "core/books/themes.hpp"
#include "core/expected.hpp"
#include "core/influence.hpp"
#include "core/toml.hpp"
#include "core/words.hpp"

#include <map>
#include <string>
#include <vector>

namespace vera {

enum class Proof { reference, trial, calculation };
template <> inline constexpr std::array<std::string_view, 3> enum_words<Proof>{"reference", "trial", "calculation"};

struct SolutionResult {
    std::string text;  // what is measured: "waiting time per ship"
    std::string range; // what is typical: "10 to 25 percent less within two quarters"
    Proof proof = Proof::calculation;
    bool contract = false; // would we put it in a contract?
};
struct SolutionLose {
    LoseKind kind = LoseKind::authority;
    std::string text; // what somebody may lose by it
    Roles roles;      // who
    std::string idea; // how it could be softened; always shown as an idea
};
struct Solution {
    std::string id, name; // of the product
    std::vector<SolutionResult> results;
    std::map<Role, std::vector<std::string>> wins; // theme ids it could offer; a role left out: nobody thought of one
    std::vector<SolutionLose> loses;
};

// `themes` empty: their names are not checked, because that file is broken itself.
Solution read_solution(const toml::Tree&, const Themes&, Problems&);

inline constexpr std::size_t solution_results = 20, solution_loses = 20,
                             solution_themes = 5;                       // in one sheet, for a role
inline constexpr std::size_t solution_range = 120, solution_idea = 160; // characters

} // namespace vera
