#include "bot/ids.hpp"

#include "core/must.hpp"

#include <sodium.h>

namespace vera {

std::string RandomIds::fresh() {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";
    std::array<unsigned char, 16> bytes{};
    system_randomness()(bytes);
    std::string id;
    for (auto byte : bytes) id += letters[byte % letters.size()];
    return id;
}

store::Randomness system_randomness() {
    MUST(sodium_init() >= 0);
    return [](std::span<unsigned char> bytes) { randombytes_buf(bytes.data(), bytes.size()); };
}

} // namespace vera
