#pragma once
// Where chance comes in: ids that never repeat, and the random bytes for sealing. From libsodium.
#include "bot/ports.hpp"
#include "core/store/sealed.hpp"

namespace vera {

class RandomIds : public Ids {
public:
    std::string fresh() override; // 80 random bits in base32
};

store::Randomness system_randomness();

} // namespace vera
