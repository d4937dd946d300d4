#pragma once
// What importing a file would do to a seller's deals. Pure: nothing is written here. A deal is known again by
// its id in the CRM; of a known one only amount, date and stage follow the file, and what Vera asked stays.
#include "core/crm/opportunities.hpp"
#include "core/deal.hpp"

#include <string>
#include <vector>

namespace vera::crm {

struct Difference {
    std::string field;    // "amount", "close date", "stage"; "objective" where it was not asked; "people"
    std::string from, to; // in words; empty: nothing yet
    bool operator==(const Difference&) const = default;
};

enum class Fate {
    made,
    linked, // to a deal made by hand whose name is the account, the only one of both
    updated,
    unchanged,
    left_out, // closed, and Vera does not have it
};
struct Change {
    std::size_t line = 0;
    Fate fate = Fate::made;
    Deal deal; // as it would be; nothing in it when left out
    std::vector<Difference> differences;
    bool closed = false; // the CRM says won or lost; the state stays as it is, and is the seller's to say
    bool operator==(const Change&) const = default;
};
struct Preview {
    std::vector<Change> changes; // in the order of the file
    Problems problems;           // with one, nothing is imported
    std::size_t count(Fate) const;
    bool changes_nothing() const;
};

struct Importing { // who imports, and what the new ids derive from
    EventId event;
    UserId user;
    Time now{};
};
// `known`: all deals of the user, closed ones too.
Preview preview(const File&, const std::vector<Deal>& known, const Importing&);

} // namespace vera::crm
