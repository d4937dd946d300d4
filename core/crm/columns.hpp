#pragma once
// Which program wrote a table of opportunities, and where in it each thing we read stands: by the names that
// its columns have in the English reports and exports of Salesforce and HubSpot.
#include "core/csv.hpp"

#include <map>
#include <optional>
#include <string>

namespace vera::crm {

enum class Column {
    id,
    name,
    account,
    amount,
    currency,
    close,
    stage,
    next_step,
    owner,
    contact,
    first_name,
    last_name,
    title,
    role
};

struct Columns {
    std::string system; // "salesforce", "hubspot"
    std::map<Column, std::size_t> places;
    std::map<Column, std::string> names; // as the file has them, for messages
    bool has(Column) const;
    std::string of(Column, const csv::Row&) const; // made safe (core/text.hpp); empty: no such column or cell
};
Expected<Columns> find_columns(const csv::Row& header, const std::string& file);

} // namespace vera::crm
