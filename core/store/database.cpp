#include "core/store/database.hpp"

#include "core/must.hpp"

namespace vera::store {

std::int64_t integer(const Value& value) {
    const auto* found = std::get_if<std::int64_t>(&value);
    MUST(found);
    return *found;
}

const std::string& text(const Value& value) {
    const auto* found = std::get_if<std::string>(&value);
    MUST(found);
    return *found;
}

const std::string& bytes(const Value& value) {
    const auto* found = std::get_if<Blob>(&value);
    MUST(found);
    return found->bytes;
}

} // namespace vera::store
