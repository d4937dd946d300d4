#include "core/store/rows.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace vera::store {

namespace {

constexpr unsigned char person_key_number = 1;
constexpr std::size_t row_id_bytes = 12;

} // namespace

Unreadable::Unreadable(const Place& place)
    : Bug("a row of table " + std::string(place.table) + " cannot be read: " + std::string(place.row)) {}

std::string row_name(std::initializer_list<std::string_view> keys) {
    std::string name;
    for (const auto key : keys) name += std::to_string(key.size()) + ":" + std::string(key);
    return name;
}

Blob sealed(const Sealer& sealer, std::string_view document, const Place& place) {
    return Blob{sealer.seal(document, place)};
}

std::string opened(const Sealer& sealer, const Value& column, const Place& place) {
    auto document = sealer.open(bytes(column), place);
    if (!document) throw Unreadable(place);
    return std::move(*document);
}

void record_unreadable(Store& store, std::string_view what, const TenantId& tenant, const UserId& user,
                       const std::string& id, Time now) {
    store.database->run(R"(insert into audit (tenant, event, number, at_ms, user_id, what, deal, person)
                           values ($1, $2, 0, $3, $4, $5, '', '') on conflict do nothing)",
                        {tenant.text(), "unreadable-" + id, to_ms(now), user.text(), std::string(what)});
}

// Short whatever the row is called, because more ids derive from it; the same whenever it is asked.
std::string row_id(const Row& row) {
    std::string name;
    for (std::size_t column = 0; column < 4; ++column) name += text(row[column]) + '\0';
    name += std::to_string(integer(row[4]));
    std::array<unsigned char, row_id_bytes> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(name.data()), name.size(),
                       nullptr, 0);
    std::string hex(2 * hash.size() + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    hex.pop_back();
    return hex;
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
