#include "core/crm/columns.hpp"

#include "core/text.hpp"

#include <array>

namespace vera::crm {
namespace {

struct Names {
    Column column;
    std::vector<std::string_view> names; // folded; the first that is there counts
};
struct System {
    std::string_view name, id_column;
    std::vector<Names> columns;
};

const std::array<System, 2>& systems();
std::optional<std::size_t> place_of(std::string_view name, const std::vector<std::string>& folded);
Columns columns_of(const System&, const csv::Row& header, const std::vector<std::string>& folded);
Problems twice(const Columns&, const csv::Row& header, const std::vector<std::string>& folded,
               const std::string& where);

} // namespace

bool Columns::has(Column column) const { return places.contains(column); }

std::string Columns::of(Column column, const csv::Row& row) const {
    const auto place = places.find(column);
    if (place == places.end() || place->second >= row.cells.size()) return {};
    return clean(row.cells[place->second]);
}

Expected<Columns> find_columns(const csv::Row& header, const std::string& file) {
    std::vector<std::string> folded;
    for (const std::string& cell : header.cells) folded.push_back(fold(cell));
    const std::string where = file + ":" + std::to_string(header.line);
    for (const System& system : systems()) {
        const Columns found = columns_of(system, header, folded);
        if (!found.has(Column::name) || !(found.has(Column::id) || found.has(Column::stage))) continue;
        if (!found.has(Column::id))
            return Problem{where, "has no column \"" + std::string(system.id_column) +
                                      "\", by which a deal is known again; add it to the report and export it anew"};
        Problems problems = twice(found, header, folded, where);
        if (!problems.empty()) return problems;
        return found;
    }
    return Problem{where, "is neither a report of opportunities from Salesforce (a column \"Opportunity Name\") nor "
                          "an export of deals from HubSpot (a column \"Deal Name\")"};
}

namespace {

const std::array<System, 2>& systems() {
    using C = Column;
    static const std::array<System, 2> all = {
        System{"salesforce",
               "Opportunity ID",
               {{C::id, {"opportunity id", "id"}},
                {C::name, {"opportunity name", "name"}},
                {C::account, {"account name", "account", "account.name"}},
                {C::amount, {"amount"}},
                {C::currency, {"amount currency", "opportunity currency", "currency", "currencyisocode"}},
                {C::close, {"close date", "closedate"}},
                {C::stage, {"stage", "stagename"}},
                {C::next_step, {"next step", "nextstep"}},
                {C::owner, {"opportunity owner", "owner", "owner full name"}},
                {C::contact, {"contact name", "contact: full name", "contact: name", "full name"}},
                {C::first_name, {"first name", "contact: first name"}},
                {C::last_name, {"last name", "contact: last name"}},
                {C::title, {"title", "contact: title", "contact title"}},
                {C::role, {"role", "contact role", "opportunity contact role: role"}}}},
        System{"hubspot",
               "Record ID",
               {{C::id, {"record id", "deal id"}},
                {C::name, {"deal name"}},
                {C::account, {"associated company", "associated company (primary", "company name", "company"}},
                {C::amount, {"amount"}},
                {C::currency, {"currency", "deal currency", "deal currency code"}},
                {C::close, {"close date"}},
                {C::stage, {"deal stage"}},
                {C::next_step, {"next step"}},
                {C::owner, {"deal owner"}},
                {C::contact, {"associated contact", "associated contacts", "contact name"}},
                {C::title, {"title", "job title"}},
                {C::role, {"role", "buying role"}}}}};
    return all;
}

std::optional<std::size_t> place_of(std::string_view name, const std::vector<std::string>& folded) {
    for (std::size_t i = 0; i < folded.size(); ++i)
        if (folded[i] == name) return i;
    return std::nullopt;
}

Columns columns_of(const System& system, const csv::Row& header, const std::vector<std::string>& folded) {
    Columns found;
    found.system = system.name;
    for (const auto& [column, names] : system.columns) {
        for (const std::string_view name : names) {
            const auto place = place_of(name, folded);
            if (!place) continue;
            found.places[column] = *place;
            found.names[column] = clean(header.cells[*place]);
            break;
        }
    }
    return found;
}

// Which of two columns of one name is meant, nobody can tell.
Problems twice(const Columns& found, const csv::Row& header, const std::vector<std::string>& folded,
               const std::string& where) {
    Problems problems;
    for (const auto& [column, place] : found.places) {
        for (std::size_t other = place + 1; other < folded.size(); ++other) {
            if (folded[other] == folded[place])
                problems.push_back({where, "has the column \"" + clean(header.cells[place]) + "\" twice"});
        }
    }
    return problems;
}

} // namespace
} // namespace vera::crm
