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

// A failed read, write or sync: what is on disk is not known any more, so the process must end.
inline bool is_fatal(const store::DatabaseError& error) {
    return error.fault == store::Fault::io || error.fault == store::Fault::corrupt;
}

} // namespace vera
