#pragma once
// One transaction around a piece of work on the store thread.
#include "core/store/store.hpp"

#include <utility>

namespace vera {

// Commits what `work` did and returns its result; rolls back when it throws.
template <class Work> auto committed(store::Store& store, Work work) {
    store::begin(store);
    try {
        auto result = work();
        store::commit(store);
        return result;
    } catch (...) {
        if (store.database->in_transaction()) store::rollback(store);
        throw;
    }
}

// A failed read, write or sync: what is on disk is not known any more. A lost server: whether the last commit
// happened is not known either. The process must end; its supervisor starts it again, on a new connection.
inline bool is_fatal(const store::DatabaseError& error) {
    using store::Fault;
    return error.fault == Fault::io || error.fault == Fault::corrupt || error.fault == Fault::lost;
}

} // namespace vera
