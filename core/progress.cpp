#include "core/progress.hpp"

#include "core/must.hpp"

#include <algorithm>

namespace vera {
namespace {

Box told_apart(const Deal&, const Influence&);
Box statement(const Influence&);
Box lose(const Deal&, const Influence&);
Box positioning(const Influence&);
bool has_line(const Positioning&);

} // namespace

Progress progress(const Deal& deal) {
    Progress all;
    all.sheet = deal.objective.product.empty() ? Ticked::open : Ticked::done;
    for (const Influence& person : deal.people) {
        if (person.ours) continue;
        PersonProgress row{person.person, {}};
        for (const MethodStep step : method_steps)
            row.boxes[static_cast<std::size_t>(step)] = box_of(deal, person, step);
        all.people.push_back(std::move(row));
    }
    return all;
}

Box box_of(const Deal& deal, const Influence& person, MethodStep step) {
    if (step == MethodStep::told_apart) return told_apart(deal, person);
    if (deal.tender.is(true)) return {Ticked::not_applicable, ""};
    switch (step) {
    case MethodStep::statement:
        return statement(person);
    case MethodStep::lose:
        return lose(deal, person);
    default:
        return positioning(person);
    }
}

StepCount count(const Progress& progress, MethodStep step) {
    StepCount counted;
    for (const PersonProgress& row : progress.people) {
        const Ticked ticked = row.boxes[static_cast<std::size_t>(step)].ticked;
        counted.of += ticked != Ticked::not_applicable;
        counted.done += ticked == Ticked::done;
    }
    return counted;
}

namespace {

Box told_apart(const Deal& deal, const Influence& person) {
    const Asked result = person.result.asked;
    const Asked win = deal.tender.is(true) ? Asked::not_applicable : person.win.asked;
    if (result == Asked::not_applicable && win == Asked::not_applicable) return {Ticked::not_applicable, ""};
    const bool result_done = result == Asked::not_applicable || is_solid(person.result);
    const bool win_done = win == Asked::not_applicable || (win == Asked::answered && !person.win.refuted);
    if (result_done && win_done) return {Ticked::done, ""};
    const bool none_asked = (result == Asked::not_yet || result == Asked::not_applicable) &&
                            (win == Asked::not_yet || win == Asked::not_applicable);
    return {none_asked ? Ticked::not_asked : Ticked::open, result_done ? "win" : "result"};
}

Box statement(const Influence& person) {
    const bool supported = status(person.win) == WinStatus::supported, solid = is_solid(person.result);
    if (person.win.asked == Asked::not_applicable) return {Ticked::not_applicable, ""};
    if (person.statements.empty()) {
        if (supported && solid) return {Ticked::open, "statement"};
        return {Ticked::not_asked, !solid ? "result" : person.win.asked == Asked::answered ? "evidence" : "win"};
    }
    if (!supported) return {Ticked::open, status(person.win) == WinStatus::guess ? "evidence" : "win"};
    return is_outdated(person) ? Box{Ticked::open, "statement"} : Box{Ticked::done, ""};
}

Box lose(const Deal& deal, const Influence& person) {
    switch (status(person.lose)) {
    case LoseStatus::not_asked:
        return {Ticked::not_asked, "lose"};
    case LoseStatus::unknown:
        if (person.lose.asked == Asked::not_applicable) return {Ticked::not_applicable, ""};
        return {Ticked::open, "lose"};
    case LoseStatus::untested:
        return {Ticked::open, "lose"};
    case LoseStatus::none_found:
        return lose_reopened(deal, person) ? Box{Ticked::open, "lose"} : Box{Ticked::done, ""};
    case LoseStatus::suspected:
    case LoseStatus::confirmed:
        return has_plan(person.lose) ? Box{Ticked::done, ""} : Box{Ticked::open, "plan"};
    case LoseStatus::resolved:
        return {Ticked::done, ""};
    }
    throw Bug("no such status");
}

Box positioning(const Influence& person) {
    const Positioning& how = person.positioning;
    if (how.hook_asked == Asked::not_applicable) return {Ticked::not_applicable, ""};
    const bool hook = how.hook_asked == Asked::answered && !how.hook.reveal().empty();
    if (hook && has_line(how)) return {Ticked::done, ""};
    const bool nothing = how.hook_asked == Asked::not_yet && !has_line(how);
    return {nothing ? Ticked::not_asked : Ticked::open, hook ? "line" : "hook"};
}

bool has_line(const Positioning& how) {
    return std::any_of(how.lines.begin(), how.lines.end(),
                       [](const Written& line) { return !line.text.reveal().empty(); });
}

} // namespace
} // namespace vera
