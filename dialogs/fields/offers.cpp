#include "dialogs/fields/offers.hpp"

#include "core/reading/measure.hpp"
#include "core/slots.hpp"
#include "dialogs/views/status_person.hpp"

#include <algorithm>

namespace vera {
namespace {

std::string filled(const Desk&, const std::string& line); // {first} and {account} of a bank's line
const RoleBank& bank_of(const Desk&, const Influence&);
const Solution* solution_of(const Desk&);
std::size_t turn_of(const Influence&, std::size_t of); // another one each time, the same for the same facts

} // namespace

void offer_statement(Desk& desk) {
    const Influence& person = *person_in_focus(desk);
    say(desk, "statement.lines.result", {{"text", say_measure(person.result.measure, desk.today)}}, LineStyle::item);
    say(desk, "statement.lines.win", {{"text", in_chat(desk, person.win.text)}}, LineStyle::item);
    say(desk, "statement.lines.known", {{"text", say_known_from(desk, person.win)}}, LineStyle::item);
}

void offer_hook(Desk& desk) {
    const Influence& person = *person_in_focus(desk);
    const auto& hooks = bank_of(desk, person).hooks;
    desk.slots["hook"] = filled(desk, hooks[turn_of(person, hooks.size())]);
}

void offer_examples(Desk& desk) {
    say(desk, "statement.line.beside", {}, LineStyle::context);
    for (const auto& line : bank_of(desk, *person_in_focus(desk)).examples)
        say_text(desk, filled(desk, line), LineStyle::quote);
}

void offer_probes(Desk& desk) {
    const Influence& person = *person_in_focus(desk);
    if (person.owns_old_way) say(desk, "lose.lose_test.old_way", {}, LineStyle::context);
    const auto& probes = bank_of(desk, person).probes;
    say_text(desk, filled(desk, probes[turn_of(person, probes.size())]), LineStyle::context);
    const Solution* solution = solution_of(desk);
    if (!solution) return;
    for (const SolutionLose& lose : solution->loses) {
        const auto fits = [&](Role role) { return person.roles.contains(role); };
        if (!lose.roles.empty() && std::ranges::none_of(lose.roles, fits)) continue;
        say(desk, "lose.lose_test.sheet", {{"text", lose.text}}, LineStyle::context);
        break;
    }
}

void offer_ideas(Desk& desk) {
    const std::string idea = idea_against(desk, *deal_in_focus(desk), *person_in_focus(desk));
    if (!idea.empty()) say(desk, "person.plan.idea", {{"text", idea}}, LineStyle::context);
}

// The solution sheet knows its own Loses best; the bank knows the kind.
std::string idea_against(const Desk& desk, const Deal& deal, const Influence& person) {
    const auto& kinds = person.lose.kinds;
    if (kinds.empty() || desk.library.strict_privacy) return ""; // an idea tells what it is against
    const Slots slots = {{"first", first_name(person)}, {"account", deal.head.name}};
    const auto sheet = desk.library.solutions.find(deal.objective.product);
    if (sheet != desk.library.solutions.end())
        for (const SolutionLose& lose : sheet->second.loses)
            if (kinds.contains(lose.kind)) return vera::filled(lose.idea, slots, "a sheet's idea");
    const auto ideas = desk.library.banks.ideas.find(*kinds.begin());
    if (ideas == desk.library.banks.ideas.end() || ideas->second.empty()) return "";
    return vera::filled(ideas->second[turn_of(person, ideas->second.size())], slots, "a bank's idea");
}

std::string attitude_question(const Desk& desk, const Influence& person) {
    const auto& questions = desk.library.banks.attitude_questions;
    const auto known = questions.find(person.win.theme);
    if (known != questions.end()) return filled(desk, known->second);
    auto any = questions.begin();
    std::advance(any, static_cast<std::ptrdiff_t>(turn_of(person, questions.size())));
    return filled(desk, any->second);
}

namespace {

std::string filled(const Desk& desk, const std::string& line) {
    const Influence* person = person_in_focus(desk);
    const Deal* deal = deal_in_focus(desk);
    return vera::filled(line, {{"first", person ? first_name(*person) : ""}, {"account", deal ? deal->head.name : ""}},
                        "a bank's line");
}

// Of several roles the one whose view is hardest to win: the last word, then who can stop it.
const RoleBank& bank_of(const Desk& desk, const Influence& person) {
    for (const Role role : {Role::economic, Role::technical, Role::user, Role::coach})
        if (person.roles.contains(role)) return desk.library.banks.roles.at(role);
    return desk.library.banks.roles.at(Role::user);
}

const Solution* solution_of(const Desk& desk) {
    const auto& sheets = desk.library.solutions;
    const auto found = sheets.find(deal_in_focus(desk)->objective.product);
    return found == sheets.end() ? nullptr : &found->second;
}

std::size_t turn_of(const Influence& person, std::size_t of) {
    std::size_t sum = person.positioning.lines.size() + static_cast<std::size_t>(person.lose.tests);
    for (const unsigned char c : person.person.text()) sum += c;
    return sum % of;
}

} // namespace
} // namespace vera
