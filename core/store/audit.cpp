#include "core/store/rows.hpp"

namespace vera::store {

void save_records(Store& store, const std::vector<Record>& records, const Event& event, Time now) {
    std::int64_t number = 0;
    for (const auto& record : records) {
        MUST(!record.what.empty());
        const std::string row = row_name({event.id.text(), std::to_string(number)});
        const Value reason = record.reason.empty()
                                 ? Value(nullptr)
                                 : Value(sealed(store.sealer, record.reason, {event.tenant.text(), "audit", row}));
        store.database->run(R"(insert into audit (tenant, event, number, at_ms, user_id, what, deal, person, reason)
                               values ($1, $2, $3, $4, $5, $6, $7, $8, $9))",
                            {event.tenant.text(), event.id.text(), number++, to_ms(now), event.user.text(), record.what,
                             record.deal.text(), record.person.text(), reason});
    }
}

} // namespace vera::store
