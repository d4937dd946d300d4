#include "core/store/waiting.hpp"

#include "core/store/rows.hpp"

namespace vera::store {

std::vector<WaitingAccount> waiting_accounts(Store& store, std::string_view platform) {
    const auto rows = store.database->run(
        R"(select a.workspace, a.external, max(s.asked_ms) from session s
           join account a on a.tenant = s.tenant and a.user_id = s.user_id
           where s.asked_ms is not null and a.platform = $1
           group by a.workspace, a.external order by 3 desc limit $2)",
        {std::string(platform), max_waiting_accounts});
    std::vector<WaitingAccount> found;
    for (const auto& row : rows) found.push_back({text(row[0]), text(row[1]), Time(Duration(integer(row[2])))});
    return found;
}

} // namespace vera::store
