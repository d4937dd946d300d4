#pragma once
// A person in one deal: roles, contact, Result, Win, Lose, next steps. Everything here is relative to
// this deal at this time (domain 3); nothing of it carries over to another.
#include "core/evidence.hpp"
#include "core/fact.hpp"
#include "core/limits.hpp"
#include "core/private.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace vera {

enum class Role { economic, user, technical, coach };
using Roles = std::set<Role>; // one person may hold several; empty: nobody said

struct Contact {
    Asked asked = Asked::not_yet;
    bool spoken = false; // somebody on our side has spoken with them about this deal
    std::string words;   // who and when, as typed
    std::optional<Day> last;
    Source source;
    bool operator==(const Contact&) const = default;
};

// How measurable a Result is (domain 18).
enum class Quality {
    m0, // no number
    m1, // a direction only
    m2, // a target or a percentage without a base
    m3, // metric, from, to, unit
    m4, // and a date
    m5, // and the buyer owns the number (asked in the second pass)
};

struct Measure {
    std::string metric; // "waiting time"; may be empty
    std::optional<double> from, to;
    bool percent_change = false; // `to` is a change in percent, without a base
    std::string unit;            // "h", "hours per ship", "%", "EUR"
    std::optional<Day> by;
    bool direction = false; // "less", "faster": a direction was said
    bool operator==(const Measure&) const = default;
};
Quality quality(const Measure&);

struct Result {
    Asked asked = Asked::not_yet;
    std::string text; // the seller's words
    Measure measure;  // what was read from them
    Source source;
    bool operator==(const Result&) const = default;
};

struct Win {
    Asked asked = Asked::not_yet;
    Private<std::string> text;
    Asked evidence_asked = Asked::not_yet;
    std::vector<Evidence> evidence; // limits::evidence
    Source source;
    bool operator==(const Win&) const = default;
};

enum class WinStatus { not_asked, unknown, guess, supported };
WinStatus status(const Win&); // derived, never stored: supported needs grade E3 or better

enum class LoseKind { authority, budget, job, vendor, standing }; // the framework's five, in its order

struct Lose {
    Asked asked = Asked::not_yet;
    bool suspected = false; // false with `answered`: the seller says there is none, which is not yet a test
    std::set<LoseKind> kinds;
    Private<std::string> text;
    std::string mitigation; // what they could keep; empty: no plan
    Source source;
    bool operator==(const Lose&) const = default;
};

enum class ActionState { open, done, dropped };

// A next step: what, who, by when. `about` is the field it should fill ("win"), so that the answer can
// be asked for when it is done; empty for a free one.
struct Action {
    ActionId id;
    std::string text;
    std::string who; // empty: the seller
    std::optional<Day> due;
    std::string about;
    ActionState state = ActionState::open;
    int told = 0; // reminders that came
    Source source;
    bool operator==(const Action&) const = default;
};

struct Influence {
    PersonId person;
    std::string name; // as typed; empty when only the place is known ("someone in IT" is the title then)
    std::string title;
    Roles roles;
    bool owns_old_way = false; // built, bought or runs what we would replace
    bool ours = false;         // on our side of the table, not theirs
    Contact contact;
    Result result;
    Win win;
    Lose lose;
    Asked next_step_asked = Asked::not_yet;
    std::vector<Action> actions; // limits::actions
    std::vector<Note> notes;     // limits::notes
    std::string unknown_json;    // members of stored JSON that this version does not know; kept
    bool operator==(const Influence&) const = default;
};

std::string shown_name(const Influence&); // "Ingrid Aas"; the title when there is no name
std::string first_name(const Influence&); // "Ingrid"; the title when there is no name
bool is_only_coach(const Influence&);     // such a person exists nowhere outside the owner's chat (product 9)

} // namespace vera
