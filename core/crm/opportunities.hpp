#pragma once
// The opportunities of a file that Salesforce or HubSpot exported. All or nothing: one row that cannot be
// read refuses the file, and every such row is named. What people do in the opportunity according to the CRM
// (a role, a title) never becomes a buying role: a title is no proof.
#include "core/crm/days.hpp"
#include "core/csv.hpp"
#include "core/reading/money.hpp"

#include <optional>
#include <string>
#include <vector>

namespace vera::crm {

struct Contact {
    std::string name, title;
    bool operator==(const Contact&) const = default;
};

struct Opportunity {
    std::size_t line = 0; // of its first row
    std::string id, name, account, stage, next_step;
    std::optional<Money> amount; // empty cells are no news: they take nothing away
    std::optional<Day> close;
    std::vector<Contact> contacts; // of all its rows
    bool operator==(const Opportunity&) const = default;
};
bool is_closed(const Opportunity&); // "Closed Won", "closedlost"

struct File {
    std::string name, system, encoding;
    std::vector<Opportunity> opportunities;
    std::size_t owners = 0;      // how many the file names
    bool roles_left_out = false; // it has roles of contacts, and they were not read
};
// `order` is what the user said about days; the file decides when it is empty.
Expected<File> read(std::string_view bytes, const std::string& name, std::optional<DayOrder> order);

inline constexpr std::size_t max_id = 64; // characters

} // namespace vera::crm
