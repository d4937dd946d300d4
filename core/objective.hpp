#pragma once
// The one thing this deal is about (domain 3): what, how much, by when, for one buying company; what
// happens instead; and our own Win.
#include "core/fact.hpp"
#include "core/reading/money.hpp"
#include "core/result.hpp"

#include <set>
#include <string>

namespace vera {

struct Objective {
    Asked asked = Asked::not_yet;
    std::string text; // the seller's words
    std::optional<Money> amount;
    std::optional<Money> highest; // the amount at its best; falling below it asks about our own Win
    std::optional<Day> by;
    Told<Whose> date_of;   // joint counts as theirs
    std::string product;   // the solution sheet it belongs to
    Time amount_changed{}; // a way out chosen before this answers no question about the amount
    Time scope_changed{};  // amount or product, or they said yes: the Lose tests before this are to be done again
    Source source;
    bool operator==(const Objective&) const = default;
};

// Another amount; the highest there was is kept. Without a currency it is in the one we know.
void set_amount(Objective&, const Money&, Time now);

enum class Rival { supplier, in_house, other_project, nothing }; // what happens if they do not buy from us

enum class SelfRisk { amount_fell, discount, paid_later, unowned_promise };
enum class WayOut { trade, walk_away, accept };

struct OwnWin {
    Asked asked = Asked::not_yet;
    Private<std::string> text; // what makes this a good deal for us
    Asked walk_away_asked = Asked::not_yet;
    Private<std::string> walk_away;
    std::optional<Money> floor;
    std::set<SelfRisk> risks;
    Told<WayOut> way_out; // answers the risks that stood when it was chosen
    bool operator==(const OwnWin&) const = default;
};

// A Strength passes three tests (domain 8.1); it is put to work on a Red Flag.
struct Strength {
    std::string text;
    Source source;
    bool operator==(const Strength&) const = default;
};

} // namespace vera
