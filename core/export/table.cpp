#include "core/csv.hpp"
#include "core/export/sheet.hpp"

namespace vera {

std::string say_csv(const Deal& deal, const Export& how) {
    const sheet::Sheet sheet = sheet::sheet_of(deal, how);
    std::vector<csv::Cells> rows = {{"Account"}};
    for (const sheet::Entry& column : sheet.columns) rows[0].push_back(column.label);
    for (const sheet::Record& person : sheet.people) {
        csv::Cells& row = rows.emplace_back(csv::Cells{deal.head.name});
        for (const sheet::Entry& entry : person) row.push_back(sheet::in_words(entry.value));
    }
    return csv::written(rows);
}

} // namespace vera
