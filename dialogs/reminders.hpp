#pragma once
// Reminders of next steps: planned for the morning of the due day in the user's zone, told twice at most,
// closed by a fact. Times are wishes in local time; the instant follows from the zone.
#include "dialogs/desk.hpp"

namespace vera {

// Plans (or moves) the reminder of an action with a due day; returns when it will come.
Time plan_reminder(Desk&, const Deal&, const PersonId&, const Action&);
void cancel_reminder(Desk&, const ActionId&);
void cancel_reminders(Desk&, const Deal&);

void remind(Desk&, const Due&);                // the moment has come
void replan_deal(Desk&, const DealId&);        // the user's zone changed, or a hold is over
void choose_on_reminder(Desk&, const Choice&); // Done, next working day, drop

} // namespace vera
