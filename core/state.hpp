#pragma once
// What a turn may look at. The store fills it, the turn returns an edited copy, and the store writes the
// parts that differ.
#include "core/deal.hpp"
#include "core/session.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace vera {

struct User {
    UserId id;
    TenantId tenant;
    std::string name;
    Zone zone;
    Zone profile_zone;           // what the platform said last; `zone` may have been set by the user since
    bool full_depth = false;     // the second pass follows the first by itself
    bool method_words = false;   // "Economic Buyer" instead of "has the last word"
    std::set<std::string> heard; // questions asked in full and words explained, once
    std::string unknown_json;
    std::int64_t version = 0; // of the stored row; the store's, as in Session and DealHead
    bool operator==(const User&) const = default;
};

// What the turn would have to see to decide. The engine loads it and runs the turn again, in the same
// transaction, at most limits::need_rounds times.
struct Needs {
    std::vector<DealId> deals;
    std::vector<std::string> people; // folded names: the user's deals with such a person
    bool empty() const { return deals.empty() && people.empty(); }
    bool operator==(const Needs&) const = default;
};

struct State {
    User user;
    Session session;
    std::vector<DealHead> heads; // all of the user's own, newest touched first; limits::open_deals
    std::vector<Deal> deals;     // those the session, a button, a job or a need named; limits::loaded_deals
    Needs seen; // what was loaded on a turn's wish; what is not there then does not exist for this user
    bool operator==(const State&) const = default;
};

Deal* find_deal(State&, const DealId&);
const Deal* find_deal(const State&, const DealId&);
const DealHead* find_head(const State&, const DealId&);

} // namespace vera
