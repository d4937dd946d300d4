#pragma once
// The kinds of steps a script may have: the word for it in a file, the script it belongs into, and every
// button it understands. What an answer does is its field (field.hpp).
#include <map>
#include <string>
#include <vector>

namespace vera {

enum class StepKind {
    // deal.toml: who decides
    people,
    confirm,
    // person.toml: the first pass
    contact,
    result,
    win,
    evidence,
    lose,
    plan,
    next_step,
    // more.toml: the second pass
    degree,
    mode,
    rating,
    in_job,
    whose,
    read_in,
    // coach.toml: the Coach test
    trusts,
    heard,
    wants,
    proof,
    // lose.toml: the hidden Lose
    lose_test,
    tested_with,
    lose_known,
    agreed,
    // statement.toml: the Win-Results Statement, and how to say it
    statement,
    hook,
    line,
    // objective.toml: the deal itself, and our own Win
    objective,
    date_of,
    competition,
    changes,
    own_win,
    walk_away,
    way_out,
    reason,
    tender,
    // aside.toml: what is asked about an answer or a note, never stored as a fact by itself
    check,
    tag,
    theme,
    signal,
};

struct StepShape {
    std::string word, script;
    std::vector<std::string> buttons;
    bool repeats = false; // any number of steps of this kind, told apart by their ids
};
const StepShape& shape_of(StepKind);
// A library changed meanwhile may ask another kind of step. A theme's buttons are the themes.
bool takes_button(StepKind, const std::string& value);
const std::map<std::string, StepKind>& step_kinds(); // by their word in a file

} // namespace vera
