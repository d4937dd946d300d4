#include "core/store/rows.hpp"

namespace vera::store {

void save_records(Store& store, const std::vector<Record>& records, const Event& event, Time now) {
    std::int64_t number = 0;
    for (const auto& record : records) {
        MUST(!record.what.empty());
        store.database->run(R"(insert into audit (tenant, event, number, at_ms, user_id, what, deal, person)
                               values ($1, $2, $3, $4, $5, $6, $7, $8))",
                            {event.tenant.text(), event.id.text(), number++, to_ms(now), event.user.text(), record.what,
                             record.deal.text(), record.person.text()});
    }
}

} // namespace vera::store
