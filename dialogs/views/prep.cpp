#include "dialogs/views/prep.hpp"

#include "core/slots.hpp"
#include "core/text.hpp"
#include "dialogs/fields/offers.hpp"
#include "dialogs/flags.hpp"
#include "dialogs/people/list.hpp"
#include "dialogs/views/facts.hpp"
#include "dialogs/views/status.hpp"

#include <algorithm>

namespace vera {
namespace {

std::vector<const Influence*> those_of(const Deal&, const std::vector<PersonId>& attendees);
void sort_by_gaps(const Desk&, const Deal&, std::vector<const Influence*>&);
void say_person(Desk&, const Influence&);
void say_result_line(Desk&, const Influence&);
void say_own_line(Desk&, const Influence&);
std::string as_sentence(const std::string& step);
void say_question(Desk&, const Deal&, const Influence&, std::size_t buyers);
std::optional<RedFlag> open_question(const Desk&, const Deal&, const Influence&);
std::string own_question(const Desk&, const Deal&, const Influence&, const RedFlag&);
void say_careful(Desk&, const Deal&, const Influence&);
void say_quiet_about_coach(Desk&, const Deal&, std::size_t buyers);
bool is_for_two(const Desk&, const RedFlag&);

} // namespace

void show_prep(Desk& desk, const Deal& deal, const std::vector<PersonId>& attendees) {
    std::vector<const Influence*> people = those_of(deal, attendees);
    if (people.empty()) return say(desk, "prep.nobody", {{"account", deal.head.name}});
    sort_by_gaps(desk, deal, people);
    const std::size_t buyers = people.size();
    say(desk, "prep.heading", {{"account", deal.head.name}}, LineStyle::heading);
    for (std::size_t i = 0; i < people.size() && i < people_in_full; ++i) show_attendee(desk, deal, *people[i], buyers);
    if (people.size() > people_in_full) {
        people.erase(people.begin(), people.begin() + people_in_full);
        say(desk, "prep.rest", {{"list", say_names(people)}});
    }
    say_quiet_about_coach(desk, deal, buyers);
}

void show_attendee(Desk& desk, const Deal& deal, const Influence& person, std::size_t buyers) {
    say_person(desk, person);
    say_result_line(desk, person);
    say_own_line(desk, person);
    say_question(desk, deal, person, buyers);
    say_careful(desk, deal, person);
}

namespace {

std::vector<const Influence*> those_of(const Deal& deal, const std::vector<PersonId>& attendees) {
    std::vector<const Influence*> people = theirs(deal);
    if (!attendees.empty())
        std::erase_if(people, [&](const Influence* person) {
            return std::ranges::find(attendees, person->person) == attendees.end();
        });
    return people;
}

// By their first Red Flag; then those nobody asked about; then those without a gap.
void sort_by_gaps(const Desk& desk, const Deal& deal, std::vector<const Influence*>& people) {
    const std::vector<RedFlag> flags = standing_flags(desk, deal);
    const auto place = [&](const Influence* person) {
        const auto first = std::ranges::find(flags, person->person, &RedFlag::person);
        const bool complete = first == flags.end() && !first_gap(desk, deal, *person);
        return first - flags.begin() + (complete ? 1 : 0);
    };
    std::ranges::stable_sort(people, {}, place);
}

void say_person(Desk& desk, const Influence& person) {
    say(desk, "row.person",
        {{"name", shown_name(person)},
         {"title", person.name.empty() ? "" : say_title(brief(person.title))},
         {"roles", say_roles(desk, person.roles, false, false)}});
}

void say_result_line(Desk& desk, const Influence& person) {
    const bool asked = person.result.asked != Asked::not_yet;
    if (!asked && is_only_coach(person)) return; // what a Coach's own company gets decides nothing here
    if (person.result.asked == Asked::answered)
        say(desk, "status.result", {{"text", say_number(desk, person.result)}}, LineStyle::item);
    else if (person.result.asked != Asked::not_applicable)
        say(desk, asked ? "status.result_unknown" : "prep.result_not_asked", {}, LineStyle::item);
}

// Without a line: the reminder to write one where the Win is known, and else no line at all.
void say_own_line(Desk& desk, const Influence& person) {
    const auto& lines = person.positioning.lines;
    if (!lines.empty())
        say(desk, "prep.line", {{"text", brief(in_chat(desk, lines.back().text), 110)}}, LineStyle::item);
    else if (status(person.win) == WinStatus::supported)
        say(desk, "prep.line_open", {{"first", first_name(person)}}, LineStyle::item);
}

void say_question(Desk& desk, const Deal& deal, const Influence& person, std::size_t buyers) {
    const std::optional<RedFlag> gap = open_question(desk, deal, person);
    if (!gap) return;
    const std::string own = own_question(desk, deal, person, *gap);
    const std::string step = own.empty() ? flag_step(desk, deal, *gap) : own;
    if (step_begins(desk, *gap, "ask {coach}"))
        say(desk, "prep.before", {{"text", step}}, LineStyle::item);
    else if (buyers > 1 && is_for_two(desk, *gap))
        say(desk, "prep.alone", {{"text", as_sentence(step)}}, LineStyle::item);
    else
        say_text(desk, capitalised(step), LineStyle::item);
}

// A question somebody can be asked comes before a task; without one the task is named.
std::optional<RedFlag> open_question(const Desk& desk, const Deal& deal, const Influence& person) {
    for (const RedFlag& flag : standing_flags(desk, deal))
        if (flag.person == person.person && step_begins(desk, flag, "ask ")) return flag;
    return first_gap(desk, deal, person);
}

std::string as_sentence(const std::string& step) {
    const bool ended = step.ends_with('"') || step.ends_with('.') || step.ends_with('?');
    return capitalised(step) + (ended ? "" : ".");
}

// A guess whose theme the seller chose is tested by that theme's question.
std::string own_question(const Desk& desk, const Deal& deal, const Influence& person, const RedFlag& gap) {
    const auto& questions = desk.library.banks.attitude_questions;
    const auto question = questions.find(person.win.theme);
    if (gap.id != "RF-WIN-HYP" || question == questions.end()) return "";
    const Slots slots = {{"first", first_name(person)}, {"account", deal.head.name}};
    return sentence(desk, "prep.ask",
                    {{"first", first_name(person)}, {"text", filled(question->second, slots, question->first)}});
}

// The seller's own plan; without one an idea of the bank, and said to be one.
void say_careful(Desk& desk, const Deal& deal, const Influence& person) {
    const Lose& lose = person.lose;
    const LoseStatus state = status(lose);
    const std::string idea = idea_against(desk, deal, person);
    const Slots slots = {
        {"text", say_lost(desk, lose)}, {"plan", brief(in_chat(desk, lose.mitigation))}, {"idea", idea}};
    if (state == LoseStatus::resolved) return say(desk, "prep.agreed", slots, LineStyle::item);
    if (state != LoseStatus::suspected && state != LoseStatus::confirmed) return;
    if (has_plan(lose)) return say(desk, "prep.careful_plan", slots, LineStyle::item);
    say(desk, idea.empty() ? "prep.careful" : "prep.careful_idea", slots, LineStyle::item);
}

void say_quiet_about_coach(Desk& desk, const Deal& deal, std::size_t buyers) {
    const auto coaches = with_role(deal, Role::coach);
    if (buyers > 1 && !coaches.empty()) say(desk, "prep.coach", {{"list", say_names(coaches)}}, LineStyle::context);
}

// Only a question about the Result goes on the open table; finding somebody to meet them is none.
bool is_for_two(const Desk& desk, const RedFlag& flag) {
    return flag.about != "result" && flag.about != "whose" && step_begins(desk, flag, "ask {first}");
}

} // namespace
} // namespace vera
