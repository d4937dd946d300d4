#include "dialogs/reminders.hpp"

#include "core/text.hpp"
#include "dialogs/fields/fields.hpp"
#include "dialogs/flags.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/people/list.hpp"
#include "dialogs/views/status.hpp"

#include <algorithm>

namespace vera {
namespace {

using namespace std::chrono_literals;
inline constexpr auto morning = 9h;
inline constexpr auto afternoon = 16h;
inline constexpr auto shortest_notice = 30min;
inline constexpr auto first_reminder = "reminder";
inline constexpr auto last_reminder = "reminder-again"; // told twice without an action, it waits (product 5)

Time plan_at(Desk&, const Deal&, const PersonId&, const Action&, const char* kind, Local);
Local first_moment(const Desk&, Day due);
Action* find_action(Deal&, const PersonId&, const ActionId&);
void wait_for_end_of_hold(Desk&, const Deal&, const Due&, const Action&);
void say_reminder(Desk&, const Deal&, const Influence*, const Action&);
bool gap_open(const Desk&, const Action&);
void done(Desk&, Action&);

} // namespace

Time plan_reminder(Desk& desk, const Deal& deal, const PersonId& person, const Action& action) {
    MUST(action.due.has_value());
    desk.plan.cancelled.push_back({last_reminder, action.id.text()});
    return plan_at(desk, deal, person, action, first_reminder, first_moment(desk, *action.due));
}

void cancel_reminder(Desk& desk, const ActionId& action) {
    desk.plan.cancelled.push_back({first_reminder, action.text()});
    desk.plan.cancelled.push_back({last_reminder, action.text()});
}

void cancel_reminders(Desk& desk, const Deal& deal) {
    for (const Influence& person : deal.people)
        for (const Action& action : person.actions)
            if (action.state == ActionState::open && action.due) cancel_reminder(desk, action.id);
}

void remind(Desk& desk, const Due& due) {
    Deal* deal = find_deal(desk.plan.next, due.deal);
    Action* action = deal ? find_action(*deal, due.person, due.action) : nullptr;
    if (!action || action->state != ActionState::open || !action->due || is_closed(*deal)) return;
    if (!is_live(*deal, desk.today)) return wait_for_end_of_hold(desk, *deal, due, *action);
    const DealId deal_before = session(desk).deal;
    const PersonId person_before = session(desk).person;
    focus(desk, due.deal, due.person);
    say_reminder(desk, *deal, person_in_focus(desk), *action);
    if (due.kind == first_reminder) {
        const Local again{next_working_day(next_working_day(desk.today)), morning};
        desk.useful_until = plan_at(desk, *deal, due.person, *action, last_reminder, again);
    }
    ++action->told;
    focus(desk, deal_before, person_before); // only the message is about this deal; the talk stays where it is
    desk.about = due.deal;
}

void replan_deal(Desk& desk, const DealId& id) {
    Deal* deal = find_deal(desk.plan.next, id);
    if (!deal || is_closed(*deal)) return;
    for (const Influence& person : deal->people)
        for (const Action& action : person.actions)
            if (action.state == ActionState::open && action.due && action.told == 0 &&
                desk.plan.jobs.size() < max_plan_jobs)
                plan_reminder(desk, *deal, person.person, action);
}

void choose_on_reminder(Desk& desk, const Choice& choice) {
    Deal* deal = find_deal(desk.plan.next, choice.deal);
    Action* action = deal ? find_action(*deal, choice.person, choice.action) : nullptr;
    if (!action || action->state != ActionState::open || is_closed(*deal)) return say(desk, "reminder.closed");
    if (choice.value == "reminder.tomorrow") {
        action->due = next_working_day(desk.today);
        action->told = 0;
        record(desk, "reminder.moved", choice.deal, choice.person);
        const Time when = plan_reminder(desk, *deal, choice.person, *action);
        return say(desk, "reminder.moved", {{"when", say_day(day_of(when, user(desk).zone), desk.today)}});
    }
    cancel_reminder(desk, action->id);
    if (choice.value == "reminder.drop") {
        action->state = ActionState::dropped;
        record(desk, "action.dropped", choice.deal, choice.person);
        return say(desk, "reminder.dropped");
    }
    if (session(desk).deal != choice.deal) store_list(desk);
    park_pending(desk);
    focus(desk, choice.deal, choice.person);
    done(desk, *find_action(*find_deal(desk.plan.next, choice.deal), choice.person, choice.action));
}

namespace {

Time plan_at(Desk& desk, const Deal& deal, const PersonId& person, const Action& action, const char* kind,
             Local local) {
    Job job;
    job.kind = kind;
    job.occurrence = action.id.text();
    job.conversation = session(desk).conversation;
    job.thread = session(desk).thread;
    job.deal = deal.head.id;
    job.person = person;
    job.action = action.id;
    job.local = local;
    job.zone = user(desk).zone;
    job.due = to_time(local, job.zone);
    desk.plan.jobs.push_back(job);
    return job.due;
}

// The morning of the due day; when that is over or too close, the same afternoon, else the next morning.
// Never on a weekend.
Local first_moment(const Desk& desk, Day due) {
    const Zone& zone = user(desk).zone;
    const Day day = is_weekend(due) ? next_working_day(due) : due;
    for (const auto hour : {morning, afternoon}) {
        const Local local{day, hour};
        if (to_time(local, zone) >= desk.now + shortest_notice) return local;
    }
    return {next_working_day(desk.today), morning};
}

Action* find_action(Deal& deal, const PersonId& person, const ActionId& id) {
    Influence* influence = find_person(deal, person);
    auto& actions = influence ? influence->actions : deal.actions;
    const auto found = std::ranges::find(actions, id, &Action::id);
    return found == actions.end() ? nullptr : &*found;
}

// A reminder that comes while the deal is on hold comes again on the morning the hold is over.
void wait_for_end_of_hold(Desk& desk, const Deal& deal, const Due& due, const Action& action) {
    if (deal.hold_until)
        plan_at(desk, deal, due.person, action, due.kind.c_str(), first_moment(desk, *deal.hold_until));
}

void say_reminder(Desk& desk, const Deal& deal, const Influence* person, const Action& action) {
    const int late = days_between(*action.due, desk.today);
    say(desk, late > 0 ? "reminder.late" : "reminder.today", {{"when", say_day(*action.due, desk.today)}},
        LineStyle::heading);
    if (person)
        say(desk, "reminder.item", {{"name", shown_name(*person)}, {"text", action.text}}, LineStyle::item);
    else
        say_text(desk, action.text, LineStyle::item);
    if (person)
        for (const RedFlag& flag : flags_of(desk, deal))
            if (flag.person == person->person && flag.about == action.about && !action.about.empty())
                say(desk, "reminder.open", {{"text", flag_name(desk, deal, flag)}});
    for (const auto* what : {"done", "tomorrow", "drop"}) {
        Choice choice{.question = {},
                      .value = std::string("reminder.") + what,
                      .deal = deal.head.id,
                      .person = person ? person->person : PersonId{},
                      .action = action.id};
        add_button(desk, std::string("reminder.button.") + what, std::move(choice));
    }
    desk.notice = sentence(desk, "reminder.notice");
}

bool gap_open(const Desk& desk, const Action& action) {
    return std::ranges::any_of(flags_of(desk, *deal_in_focus(desk)), [&](const RedFlag& flag) {
        return flag.person == session(desk).person && flag.about == action.about && !action.about.empty();
    });
}

// A step is taken; if its gap is still open, the answer may be known now, so it is asked for.
void done(Desk& desk, Action& action) {
    action.state = ActionState::done;
    record(desk, "action.done");
    const auto kind = step_kinds().find(action.about);
    if (kind == step_kinds().end() || !person_in_focus(desk) || !gap_open(desk, action)) {
        say(desk, "reminder.done");
        unpark(desk);
        return;
    }
    say(desk, "reminder.done_ask", {}, LineStyle::heading);
    const Lose& lose = person_in_focus(desk)->lose;
    const bool wants_plan = kind->second == StepKind::lose && lose.suspected;
    const bool wants_yes = kind->second == StepKind::plan && has_plan(lose);
    ask_step(desk, wants_yes ? StepKind::agreed : wants_plan ? StepKind::plan : kind->second);
}

} // namespace
} // namespace vera
