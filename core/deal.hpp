#pragma once
// A deal: its head (what lists and checks need) and the people in it.
#include "core/influence.hpp"

#include <cstdint>

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

struct Deal {
    DealHead head;
    bool people_confirmed = false; // the list of who decides was shown and found right
    std::vector<Influence> people; // in the order they were named; limits::influences
    std::vector<Action> actions;   // next steps about the deal as a whole
    std::vector<Note> notes;       // limits::notes
    std::string unknown_json;
    bool operator==(const Deal&) const = default;
};

Influence* find_person(Deal&, const PersonId&);
const Influence* find_person(const Deal&, const PersonId&);

} // namespace vera
