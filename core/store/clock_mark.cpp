#include "core/store/clock_mark.hpp"

namespace vera::store {

bool mark_clock(Store& store, bool real) {
    const auto rows = store.database->run("select value from counter where name = 'real clock'");
    if (!real) return rows.empty();
    if (rows.empty()) store.database->run("insert into counter (name, value) values ('real clock', 1)");
    return true;
}

} // namespace vera::store
