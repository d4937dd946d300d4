#pragma once
// `vera import`: shows what a file from a CRM would change, asks, and imports all of it or nothing.
#include "bot/ports.hpp"
#include "core/crm/preview.hpp"
#include "core/store/store.hpp"

#include <istream>
#include <ostream>

namespace vera {

struct ImportOrder {
    std::string file;                   // its name, for messages
    std::string user;                   // of the terminal
    Zone zone;                          // of a new user
    std::optional<crm::DayOrder> dates; // which comes first where nothing in the file says it
    bool yes = false;                   // import without asking
    bool can_answer = false;            // somebody sits at a terminal
};
enum class ImportEnd {
    imported,
    nothing_to_do,
    not_confirmed, // nobody said yes
    refused,       // the problems say why
};

// `bytes` is what the file holds. What would change and the question go to `out`, the answer comes from `in`.
// Throws what the store throws; nothing is written then.
ImportEnd import_deals(store::Store&, const ImportOrder&, std::string_view bytes, Ids&, Time now, std::istream& in,
                       std::ostream& out, Problems&);

} // namespace vera
