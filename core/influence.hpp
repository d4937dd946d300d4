#pragma once
// A person in one deal: roles, contact, Result, Win, Lose, next steps. Everything here is relative to
// this deal at this time (domain 3); nothing of it carries over to another.
#include "core/action.hpp"
#include "core/coach.hpp"
#include "core/evidence.hpp"
#include "core/fact.hpp"
#include "core/limits.hpp"
#include "core/lose.hpp"
#include "core/private.hpp"
#include "core/result.hpp"
#include "core/statement.hpp"
#include "core/win.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace vera {

enum class Role { economic, user, technical, coach };
using Roles = std::set<Role>; // one person may hold several; empty: nobody said

struct Meeting {       // one line of the contact log
    std::string words; // who of us and when, as typed
    std::optional<Day> day;
    Source source;
    bool operator==(const Meeting&) const = default;
};

struct Contact {
    Asked asked = Asked::not_yet;
    bool spoken = false; // somebody on our side has spoken with them about this deal
    std::string words;   // who and when, as typed
    std::optional<Day> last;
    Source source;
    std::vector<Meeting> log{}; // earlier ones, oldest first; limits::meetings
    bool operator==(const Contact&) const = default;
};

enum class Degree { high, medium, low };                       // how much they weigh in this decision
enum class Mode { growth, trouble, even_keel, overconfident }; // how ready for any change (domain 6)
inline constexpr int lowest_rating = -5, highest_rating = 5;   // there is no 0: a lean or unknown

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
    Told<Degree> degree;
    Told<Mode> mode;
    Told<int> rating; // of our proposal, -5..5 without 0
    Told<Day> in_job; // since when
    CoachTest coach_test;
    std::vector<Statement> statements; // oldest first; limits::versions
    Positioning positioning;
    Asked next_step_asked = Asked::not_yet;
    std::vector<Action> actions; // limits::actions
    std::vector<Note> notes;     // limits::notes
    std::string unknown_json;    // members of stored JSON that this version does not know; kept
    bool operator==(const Influence&) const = default;
};

std::string shown_name(const Influence&); // "Ingrid Aas"; the title when there is no name
std::string first_name(const Influence&); // "Ingrid"; the title when there is no name
bool is_outdated(const Influence&);       // the newest statement was written on another Result or Win
bool is_only_coach(const Influence&);     // such a person exists nowhere outside the owner's chat (product 9)

} // namespace vera
