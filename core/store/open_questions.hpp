#pragma once
// For `vera check`: which questions wait for an answer in a database that nobody is using. Reads, and changes
// nothing; of what people said it returns nothing.
#include "core/store/store.hpp"

#include <compare>
#include <map>

namespace vera::store {

// As open(), but without a migration; no Store when there is nothing to look at: an empty database, or one of an
// older Vera, which the next start migrates.
Expected<std::optional<Store>> open_to_read(std::unique_ptr<Database>, const Key&);

struct AskedStep {
    std::string script, step;
    auto operator<=>(const AskedStep&) const = default;
};
struct OpenQuestions {
    std::map<AskedStep, std::size_t> count; // by what they ask for, parked ones too
    std::size_t unreadable = 0;             // talks
};
OpenQuestions open_questions(Store&);

} // namespace vera::store
