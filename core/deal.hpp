#pragma once
// A deal: its head (what lists and checks need) and the people in it.
#include "core/influence.hpp"
#include "core/objective.hpp"

#include <cstdint>
#include <string_view>

namespace vera {

enum class DealState { open, on_hold, verbal_yes, won, lost, dropped };

struct DealHead {
    DealId id;
    UserId owner;
    std::string name; // the account, as typed; a plain column
    DealState state = DealState::open;
    std::int64_t version = 0; // of the stored head; a turn that saves over a newer one runs again
    Time created{};
    Time touched{}; // the last turn that changed something
    int people = 0; // counts for lists, kept by the turn
    int flags = 0;  // open Red Flags
    bool operator==(const DealHead&) const = default;
};

// What the seller decided about a Red Flag without closing it; both are logged.
enum class FlagDecision { accepted, snoozed };
struct FlagChoice {
    std::string flag;
    PersonId person; // empty: about the deal
    FlagDecision decision = FlagDecision::accepted;
    std::string reason;       // of an accepted risk
    std::optional<Day> until; // of a snooze
    int snoozes = 0;
    Source source;
    bool operator==(const FlagChoice&) const = default;
};

// Where the deal stands in the CRM it was imported from.
struct Crm {
    std::string system, id, stage; // "salesforce", "0065e00000AbCdE", "Proposal"
    bool operator==(const Crm&) const = default;
};

struct Deal {
    DealHead head;
    bool people_confirmed = false; // the list of who decides was shown and found right
    Time people_confirmed_at{};
    Objective objective;
    Told<Rival> competition;
    Told<bool> changes; // people, bosses, budgets moved over there
    OwnWin own;
    Told<bool> tender;               // a pure tender: the light mode (product 8)
    std::optional<Day> hold_until;   // of a deal on hold
    std::vector<Strength> strengths; // limits::strengths
    std::vector<FlagChoice> choices; // limits::choices; one per flag and person
    Crm crm;
    std::vector<Influence> people; // in the order they were named; limits::influences
    std::vector<Action> actions;   // next steps about the deal as a whole
    std::vector<Note> notes;       // limits::notes
    std::string unknown_json;
    bool operator==(const Deal&) const = default;
};

bool is_closed(const Deal&);          // won, lost or dropped
bool is_live(const Deal&, Day today); // open, said yes, or its hold is over: it has flags and reminders

// What a person of this deal told us counts as a Coach's word when they pass the Coach test of that time;
// to be called when a test, a role or evidence changed.
void weigh_coaches(Deal&);

// The Lose test is to be done again: the scope changed since, or they said yes.
bool lose_reopened(const Deal&, const Influence&);

// The deals called so; else those whose name begins with it, or has it as a word. None for no name.
std::vector<const DealHead*> heads_called(const std::vector<DealHead>&, std::string_view name);

Influence* find_person(Deal&, const PersonId&);
const Influence* find_person(const Deal&, const PersonId&);

} // namespace vera
