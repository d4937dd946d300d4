#include "dialogs/deal_states.hpp"

#include "core/reading/when.hpp"
#include "core/text.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/people/list.hpp"
#include "dialogs/reminders.hpp"

#include <algorithm>

namespace vera {
namespace {

const DealHead* named_deal(const Desk&, std::string_view name);
bool unknown_deal(Desk&);
bool close_as(Desk&, std::string_view name, DealState, const char* record_word, const char* sure, const char* done);
void set_state(Desk&, Deal&, DealState, const char* record_word);

} // namespace

bool hold_deal(Desk& desk, std::string_view text) {
    const std::string folded = fold(text);
    const auto until = folded.rfind("until ");
    const auto day = find_day(text, desk.today, Look::ahead);
    if (!day || days_between(desk.today, day->day) < 1) {
        if (session(desk).pending) return false;
        return say(desk, deal_in_focus(desk) ? "state.hold_when" : "deal.none"), true;
    }
    const std::string name = until == std::string::npos ? "" : fold(folded.substr(0, until));
    const DealHead* head = named_deal(desk, name);
    if (!head) return unknown_deal(desk);
    Deal* deal = loaded(desk, head->id);
    if (!deal) return true;
    set_state(desk, *deal, DealState::on_hold, "deal.on_hold");
    deal->hold_until = day->day;
    say(desk, "state.on_hold", {{"account", deal->head.name}, {"when", say_day(day->day, desk.today)}});
    session(desk).paused = session(desk).deal == deal->head.id;
    return true;
}

// Once they said yes, what each could lose is looked at once more (product 5).
bool verbal_yes(Desk& desk, std::string_view name) {
    const DealHead* head = named_deal(desk, name);
    if (!head) return unknown_deal(desk);
    Deal* deal = loaded(desk, head->id);
    if (!deal) return true;
    if (deal->head.state != DealState::verbal_yes) deal->objective.scope_changed = desk.now;
    const bool was_on_hold = deal->head.state == DealState::on_hold;
    set_state(desk, *deal, DealState::verbal_yes, "deal.verbal_yes");
    if (was_on_hold) replan_deal(desk, deal->head.id);
    say(desk, "state.verbal_yes", {{"account", deal->head.name}});
    resume(desk);
    return true;
}

bool won_deal(Desk& desk, std::string_view name) {
    return close_as(desk, name, DealState::won, "deal.won", "state.won_sure", "state.won");
}

bool lost_deal(Desk& desk, std::string_view name) {
    return close_as(desk, name, DealState::lost, "deal.lost", "state.lost_sure", "state.lost");
}

bool reopen_deal(Desk& desk, std::string_view name) {
    const DealHead* head = named_deal(desk, name);
    if (!head) return unknown_deal(desk);
    Deal* deal = loaded(desk, head->id);
    if (!deal) return true;
    set_state(desk, *deal, DealState::open, "deal.reopened");
    replan_deal(desk, deal->head.id);
    say(desk, "state.reopened", {{"account", deal->head.name}});
    resume(desk);
    return true;
}

void take_leave(Desk& desk, Deal& deal, DealState state, const char* record_word, const char* said) {
    const DealId id = deal.head.id;
    set_state(desk, deal, state, record_word);
    cancel_reminders(desk, deal);
    say(desk, said, {{"account", deal.head.name}});
    std::erase_if(desk.plan.next.heads, [&](const DealHead& head) { return head.id == id; });
    std::erase_if(session(desk).parked, [&](const Pending& pending) { return pending.deal == id; });
    if (session(desk).deal == id) {
        leave_deal(desk);
        focus(desk, {});
    }
    desk.about = id;
}

namespace {

// The deal in focus when nothing is named; else the only one that is called so.
const DealHead* named_deal(const Desk& desk, std::string_view name) {
    if (fold(name).empty()) return find_head(desk.plan.next, session(desk).deal);
    const auto found = heads_called(desk.plan.next.heads, name);
    return found.size() == 1 ? found[0] : nullptr;
}

bool unknown_deal(Desk& desk) {
    if (session(desk).pending) return false;
    say(desk, desk.plan.next.heads.empty() ? "deal.none" : "state.which");
    return true;
}

bool close_as(Desk& desk, std::string_view name, DealState state, const char* record_word, const char* sure,
              const char* done) {
    const DealHead* head = named_deal(desk, name);
    if (!head) return unknown_deal(desk);
    if (fold(name) != fold(head->name)) return say(desk, sure, {{"account", head->name}}), resume(desk), true;
    Deal* deal = loaded(desk, head->id);
    if (!deal) return true;
    take_leave(desk, *deal, state, record_word, done);
    return true;
}

void set_state(Desk& desk, Deal& deal, DealState state, const char* record_word) {
    deal.head.state = state;
    if (state != DealState::on_hold) deal.hold_until.reset();
    record(desk, record_word, deal.head.id);
}

} // namespace
} // namespace vera
