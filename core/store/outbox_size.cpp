#include "core/store/outbox_size.hpp"

namespace vera::store {

std::int64_t waiting_messages(Store& store) {
    return integer(
        store.database->run("select count(*) from outbox where state in ('planned', 'sending')").at(0).at(0));
}

} // namespace vera::store
