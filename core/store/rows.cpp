#include "core/store/rows.hpp"

#include <algorithm>

namespace vera::store {

namespace {

constexpr unsigned char person_key_number = 1;

} // namespace

Unreadable::Unreadable(const Place& place)
    : Bug("a row of table " + std::string(place.table) + " cannot be read: " + std::string(place.row)) {}

Blob sealed(const Sealer& sealer, std::string_view document, const Place& place) {
    return Blob{sealer.seal(document, place)};
}

std::string opened(const Sealer& sealer, const Value& column, const Place& place) {
    auto document = sealer.open(bytes(column), place);
    if (!document) throw Unreadable(place);
    return std::move(*document);
}

Blob wrapped(const Store& store, const Key& key, const TenantId& tenant, const PersonId& person) {
    const std::string plain(key.begin(), key.end());
    return sealed(store.sealer, plain, {tenant.text(), "person_key", person.text()});
}

Sealer unwrapped(const Store& store, const Value& column, const TenantId& tenant, const PersonId& person) {
    const Place place{tenant.text(), "person_key", person.text()};
    const std::string plain = opened(store.sealer, column, place);
    Key key{};
    if (plain.size() != key.size()) throw Unreadable(place);
    std::copy(plain.begin(), plain.end(), key.begin());
    return Sealer(key, person_key_number, store.random);
}

} // namespace vera::store
