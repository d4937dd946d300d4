#include "dialogs/library/step_kinds.hpp"

#include <algorithm>

namespace vera {
namespace {

using Shapes = std::map<StepKind, StepShape>;

const Shapes& shapes() {
    static const std::vector<std::string> yes_no = {"yes", "no"};
    static const Shapes all = {
        {StepKind::people, {"people", "deal", {}}},
        {StepKind::confirm, {"confirm", "deal", {"right"}}},
        {StepKind::contact, {"contact", "person", {"me", "nobody"}}},
        {StepKind::result, {"result", "person", {}}},
        {StepKind::win, {"win", "person", {}}},
        {StepKind::evidence, {"evidence", "person", {"observed", "heard", "guess"}}},
        {StepKind::lose, {"lose", "person", {"authority", "budget", "job", "vendor", "standing", "none"}}},
        {StepKind::plan, {"plan", "person", {}}},
        {StepKind::next_step, {"next_step", "person", {"suggested", "none"}}},
        {StepKind::degree, {"degree", "more", {"high", "medium", "low"}}},
        {StepKind::mode, {"mode", "more", {"growth", "trouble", "even_keel", "overconfident"}}},
        {StepKind::rating, {"rating", "more", {}}},
        {StepKind::in_job, {"in_job", "more", {"long"}}},
        {StepKind::whose, {"whose", "more", {"theirs", "joint", "ours"}}},
        {StepKind::read_in, {"read_in", "more", {}}},
        {StepKind::trusts, {"trusts", "coach", yes_no}},
        {StepKind::heard, {"heard", "coach", yes_no}},
        {StepKind::wants, {"wants", "coach", yes_no}},
        {StepKind::proof, {"proof", "coach", {"nothing"}}},
        {StepKind::lose_test, {"lose_test", "lose", {"authority", "budget", "job", "vendor", "standing", "none"}}},
        {StepKind::tested_with, {"tested_with", "lose", {"nobody"}}},
        {StepKind::lose_known, {"lose_known", "lose", {"said", "coach", "guess"}}},
        {StepKind::agreed, {"agreed", "lose", {"yes", "not_yet"}}},
        {StepKind::statement, {"statement", "statement", {}}},
        {StepKind::hook, {"hook", "statement", {}}},
        {StepKind::line, {"line", "statement", {}}},
        {StepKind::objective, {"objective", "objective", {}}},
        {StepKind::date_of, {"date_of", "objective", {"theirs", "joint", "ours"}}},
        {StepKind::competition, {"competition", "objective", {"supplier", "in_house", "other_project", "nothing"}}},
        {StepKind::changes, {"changes", "objective", yes_no}},
        {StepKind::own_win, {"own_win", "objective", {}}},
        {StepKind::walk_away, {"walk_away", "objective", {}}},
        {StepKind::way_out, {"way_out", "objective", {"trade", "walk_away", "accept"}}},
        {StepKind::reason, {"reason", "objective", {}}},
        {StepKind::tender, {"tender", "objective", {"people", "tender"}}},
        {StepKind::check, {"check", "aside", {"leave_out", "keep", "reword", "move", "one", "other"}, true}},
        {StepKind::tag, {"tag", "aside", {"their_words", "number", "could_lose", "none"}}},
        {StepKind::theme, {"theme", "aside", {"none"}}},
        {StepKind::signal, {"signal", "aside", yes_no}},
    };
    return all;
}

} // namespace

const StepShape& shape_of(StepKind kind) { return shapes().at(kind); }

bool takes_button(StepKind kind, const std::string& value) {
    const auto& values = shape_of(kind).buttons;
    return kind == StepKind::theme || std::ranges::find(values, value) != values.end();
}

const std::map<std::string, StepKind>& step_kinds() {
    static const auto kinds = [] {
        std::map<std::string, StepKind> made;
        for (const auto& [kind, shape] : shapes()) made.emplace(shape.word, kind);
        return made;
    }();
    return kinds;
}

} // namespace vera
