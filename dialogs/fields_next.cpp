// Lose and next step: what they could give up, and what we do about the gap.
#include "core/text.hpp"
#include "core/when.hpp"
#include "core/words.hpp"
#include "dialogs/fields.hpp"
#include "dialogs/flags.hpp"
#include "dialogs/reminders.hpp"
#include "dialogs/status.hpp"

#include <algorithm>

namespace vera {
namespace {

bool add_step(Desk&, Influence&, Action);
Action new_action(Desk&, const Influence&, std::string text);
std::string doer(std::string_view text);

} // namespace

bool lose_from_text(Desk& desk, Influence& person, std::string_view text) {
    if (means_nothing(text)) {
        lose_from_value(desk, person, "none");
        return true;
    }
    person.lose.asked = Asked::answered;
    person.lose.suspected = true;
    person.lose.text = Private<std::string>(std::string(text));
    person.lose.source = source_now(desk);
    say(desk, "person.lose.echo");
    return true;
}

void lose_from_value(Desk& desk, Influence& person, const std::string& value) {
    person.lose.asked = Asked::answered;
    person.lose.source = source_now(desk);
    person.lose.suspected = value != "none";
    if (const auto kind = enum_value<LoseKind>(value)) person.lose.kinds.insert(*kind);
    say(desk, person.lose.suspected ? "person.lose.echo" : "person.lose.none");
}

// A plan against a Lose closes its flag: a fact, not a click.
bool plan_from_text(Desk& desk, Influence& person, std::string_view text) {
    if (means_nothing(text) || starts_with_word(fold(text), "nothing") || starts_with_word(fold(text), "not yet"))
        return say(desk, "unknown.plan"), true;
    person.lose.mitigation = std::string(text);
    person.lose.source = source_now(desk);
    say(desk, "person.plan.echo");
    return true;
}

bool next_step_from_text(Desk& desk, Influence& person, std::string_view text) {
    if (means_nothing(text)) {
        next_step_from_value(desk, person, "none");
        return true;
    }
    Action action = new_action(desk, person, std::string(text));
    if (const auto day = find_day(text, desk.today, Look::ahead); day && days_between(desk.today, day->day) >= 0)
        action.due = day->day;
    return add_step(desk, person, std::move(action));
}

void next_step_from_value(Desk& desk, Influence& person, const std::string& value) {
    const auto flag = top_flag(desk, *deal_in_focus(desk), person.person);
    if (value == "none" || !flag) {
        person.next_step_asked = Asked::answered;
        return say(desk, "person.next_step.none");
    }
    Action action = new_action(desk, person, capitalised(flag_step(desk, *deal_in_focus(desk), *flag)));
    action.due = next_working_day(desk.today);
    add_step(desk, person, std::move(action));
}

namespace {

Action new_action(Desk& desk, const Influence& person, std::string text) {
    Action action;
    action.id = fresh_id<ActionId>(desk, 'a');
    action.who = doer(text);
    action.text = std::move(text);
    if (const auto flag = top_flag(desk, *deal_in_focus(desk), person.person)) action.about = flag->about;
    action.source = source_now(desk);
    return action;
}

// "Ana talks to Devrim": a name and what it does. Anything else is the seller's own step.
std::string doer(std::string_view text) {
    const auto said = words(text);
    if (said.size() < 3 || capitalised(said[0]) != said[0] || fold(said[0]) == said[0]) return {};
    const bool does = said[1].size() > 2 && said[1].ends_with('s') && fold(said[1]) == said[1];
    return does || said[1] == "will" ? std::string(said[0]) : std::string();
}

bool add_step(Desk& desk, Influence& person, Action action) {
    person.next_step_asked = Asked::answered;
    if (person.actions.size() == limits::actions) {
        say(desk, "person.next_step.full", {{"n", std::to_string(limits::actions)}});
        return true;
    }
    if (action.due) {
        const Time when = plan_reminder(desk, *deal_in_focus(desk), person.person, action);
        say(desk, "person.next_step.echo_due",
            {{"text", action.text}, {"when", say_day(day_of(when, user(desk).zone), desk.today)}});
    } else {
        say(desk, "person.next_step.echo", {{"text", action.text}});
    }
    person.actions.push_back(std::move(action));
    return true;
}

} // namespace
} // namespace vera
