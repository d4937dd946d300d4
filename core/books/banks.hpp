#pragma once
// The banks (config/banks.toml): curated lines per role, kind of Lose and theme that Vera offers beside a
// question. They are lines for the seller to use or to laugh at; nothing of them is ever stored about a person.
#include "core/books/themes.hpp"
#include "core/expected.hpp"
#include "core/influence.hpp"
#include "core/toml.hpp"

#include <map>
#include <string>
#include <vector>

namespace vera {

struct RoleBank {
    std::vector<std::string> hooks;    // questions to the seller about {first}: what matters to them
    std::vector<std::string> examples; // two lines a seller might say; invented, without slots
    std::vector<std::string> probes;   // questions to the seller about what {first} could lose
};
struct Banks {
    std::map<Role, RoleBank> roles;                        // all four
    std::map<LoseKind, std::vector<std::string>> ideas;    // all five: how a Lose could be softened, shown as ideas
    std::map<std::string, std::string> attitude_questions; // by theme id, all ten: asked of the person, tests a guess
};

// `themes` empty: their names are not checked, because that file is broken itself.
Banks read_banks(const toml::Tree&, const Themes&, Problems&);

inline constexpr std::size_t bank_hooks = 5, bank_examples = 2, bank_probes = 6, bank_ideas = 3; // in one list
inline constexpr std::size_t bank_question = 120, bank_line = 200;                               // characters

} // namespace vera
