#include "core/store/rows.hpp"

namespace vera::store {

namespace {

// $1: rows older than this; $2: at most so many. Each returns one row for each row it touched.
struct Slice {
    const char* sql;
    std::chrono::days keep;
};
constexpr std::chrono::days question_days{7};

constexpr Slice slices[] = {
    {R"(update outbox set body = null where number in (
            select number from outbox
            where body is not null and state in ('sent', 'refused', 'expired', 'unknown', 'folded') and since_ms < $1
            order by since_ms limit $2) returning number)",
     std::chrono::days(7)},
    {R"(delete from outbox where number in (
            select number from outbox
            where body is null and state in ('sent', 'refused', 'expired', 'unknown', 'folded') and since_ms < $1
            order by since_ms limit $2) returning number)",
     std::chrono::days(30)},
    {R"(delete from inbox where (tenant, key) in (
            select tenant, key from inbox where state = 'done' and at_ms < $1 order by at_ms limit $2) returning key)",
     std::chrono::days(7)},
    {R"(delete from inbox where (tenant, key) in (
            select tenant, key from inbox where state = 'poison' and at_ms < $1
            order by at_ms limit $2) returning key)",
     std::chrono::days(30)},
    {R"(delete from attempt where (tenant, key) in (
            select tenant, key from attempt where at_ms < $1 order by at_ms limit $2) returning key)",
     std::chrono::days(7)},
    {R"(delete from audit where (tenant, event, number) in (
            select tenant, event, number from audit where at_ms < $1 order by at_ms limit $2) returning number)",
     std::chrono::days(400)},
};

} // namespace

bool keep_house(Store& store, Time now, std::size_t rows) {
    MUST(rows > 0);
    const auto most = static_cast<std::int64_t>(rows);
    bool more = false;
    for (const Slice& slice : slices) {
        const auto touched = store.database->run(slice.sql, {to_ms(now - slice.keep), most});
        more = more || touched.size() == rows;
    }
    const std::size_t talks = drop_old_questions(store, now - question_days, most, now);
    return more || talks == rows;
}

} // namespace vera::store
