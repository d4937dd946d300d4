#pragma once
// Sealing of every column that can hold what somebody typed or what Vera says: XChaCha20-Poly1305 by
// libsodium. Envelope: version (1 byte), key number (1), nonce (24), ciphertext with tag. The associated
// data names tenant, table and row, so sealed bytes cannot be moved to another row.
#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace vera::store {

using Key = std::array<unsigned char, 32>;
using Randomness = std::function<void(std::span<unsigned char>)>; // comes in from outside

struct Place { // where sealed bytes live
    std::string_view tenant, table, row;
};

class Sealer {
public:
    Sealer(const Key& key, unsigned char number, Randomness);
    std::string seal(std::string_view plain, const Place&) const;
    // nullopt: another key, another place, or changed bytes.
    std::optional<std::string> open(std::string_view sealed, const Place&) const;
    Key fresh_key() const;

private:
    Key key_;
    unsigned char number_;
    Randomness random_;
};

} // namespace vera::store
