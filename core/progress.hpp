#pragma once
// The framework's four steps as one checklist over the people of a deal. Every box is derived from what is
// stored, never ticked by hand. Ours are left out; somebody who is only Coach is in it, so it is the owner's
// own view and nobody else's. That a finding grew old is a Red Flag, not an open box.
#include "core/deal.hpp"

#include <array>

namespace vera {

enum class MethodStep {
    told_apart,  // 1 done: the Result is solid (is_solid) and the Win was asked and told, not refuted since
    statement,   // 2 done: the newest statement is not outdated, and the Win it names is supported
    lose,        // 3 done: none found (and not reopened), a Lose with a plan, or one resolved
    positioning, // 4 done: a hook, and at least one line in the seller's words
};
inline constexpr std::array method_steps = {MethodStep::told_apart, MethodStep::statement, MethodStep::lose,
                                            MethodStep::positioning};

enum class Ticked {
    done,
    open,           // something of it is there, or all it needs is, and it is not done
    not_asked,      // nothing of it is there yet; a statement waits for a solid Result and a supported Win
    not_applicable, // the seller said so, or a pure tender: there only the Result counts
};

struct Box {
    Ticked ticked = Ticked::not_asked;
    std::string about; // what would tick it: "result", "win", "evidence", "statement", "lose", "plan", "hook", "line"
    bool operator==(const Box&) const = default;
};

struct PersonProgress {
    PersonId person;
    std::array<Box, method_steps.size()> boxes; // in the order of MethodStep
    bool operator==(const PersonProgress&) const = default;
};

struct Progress {
    Ticked sheet = Ticked::open; // step 1 of the whole deal: done when it belongs to a solution sheet
    std::vector<PersonProgress> people;
    bool operator==(const Progress&) const = default;
};

Progress progress(const Deal&);
Box box_of(const Deal&, const Influence&, MethodStep);

struct StepCount {
    int done = 0, of = 0; // people; those it does not apply to are not counted
    bool operator==(const StepCount&) const = default;
};
StepCount count(const Progress&, MethodStep);

} // namespace vera
