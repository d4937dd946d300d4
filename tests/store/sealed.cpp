// Sealed bytes open with the right key in the right place, and nowhere else.
#include "core/store/sealed.hpp"

#include "core/must.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstring>
#include <set>

namespace vera::store {
namespace {

constexpr Place sealed_place{"acme", "influence", "deal-1/person-2"};

Key sealing_key(unsigned char first) {
    Key key{};
    for (unsigned char& byte : key) byte = first++;
    return key;
}

Randomness counting_chance() { // the n-th call gives n and zeros
    return [calls = std::uint64_t{0}](std::span<unsigned char> out) mutable {
        std::ranges::fill(out, 0);
        std::memcpy(out.data(), &++calls, sizeof calls);
    };
}

} // namespace

TEST_CASE("what was sealed opens again in its place", "[sealed]") {
    const Sealer sealer(sealing_key(1), 1, counting_chance());
    const std::string plain = GENERATE("", "I keep my budget", std::string("\0\xff", 2), std::string(70'000, 'x'));
    const std::string sealed = sealer.seal(plain, sealed_place);
    CHECK(sealed.size() == plain.size() + 2 + 24 + 16);
    CHECK(sealer.open(sealed, sealed_place) == plain);
}

TEST_CASE("sealed bytes do not show what is in them and never look the same twice", "[sealed]") {
    const Sealer sealer(sealing_key(1), 1, counting_chance());
    std::set<std::string> seen;
    for (int time = 0; time < 100; ++time) seen.insert(sealer.seal("I keep my budget", sealed_place));
    CHECK(seen.size() == 100);
    CHECK(seen.begin()->find("budget") == std::string::npos);
}

TEST_CASE("another key opens nothing", "[sealed]") {
    const std::string sealed = Sealer(sealing_key(1), 1, counting_chance()).seal("private", sealed_place);
    CHECK_FALSE(Sealer(sealing_key(2), 1, counting_chance()).open(sealed, sealed_place));
    CHECK_FALSE(Sealer(sealing_key(1), 2, counting_chance()).open(sealed, sealed_place));
}

TEST_CASE("sealed bytes moved to another row, table or tenant do not open", "[sealed]") {
    const Sealer sealer(sealing_key(1), 1, counting_chance());
    const std::string sealed = sealer.seal("private", {"ab", "c", "d"});
    const auto moved =
        GENERATE(Place{"ab", "c", "e"}, Place{"ab", "x", "d"}, Place{"x", "c", "d"}, Place{"a", "bc", "d"},
                 Place{"abc", "", "d"}, Place{"ab", "cd", ""}, Place{"", "abcd", ""}, Place{"c", "ab", "d"});
    CHECK_FALSE(sealer.open(sealed, moved));
}

TEST_CASE("no bit of sealed bytes can change", "[sealed]") {
    const Sealer sealer(sealing_key(1), 1, counting_chance());
    const std::string sealed = sealer.seal("private", sealed_place);
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string changed = sealed;
            changed[at] = static_cast<char>(changed[at] ^ 1 << bit);
            INFO("byte " << at << " bit " << bit);
            REQUIRE_FALSE(sealer.open(changed, sealed_place));
        }
    }
}

TEST_CASE("sealed bytes that were cut or grew do not open", "[sealed]") {
    const Sealer sealer(sealing_key(1), 1, counting_chance());
    const std::string sealed = sealer.seal("private", sealed_place);
    for (std::size_t size = 0; size < sealed.size(); ++size)
        REQUIRE_FALSE(sealer.open(sealed.substr(0, size), sealed_place));
    CHECK_FALSE(sealer.open(sealed + '\0', sealed_place));
}

TEST_CASE("the same chance seals the same bytes, so a simulation can be run again", "[sealed]") {
    const auto sealed_once = [] { return Sealer(sealing_key(1), 1, counting_chance()).seal("private", sealed_place); };
    CHECK(sealed_once() == sealed_once());
    const Sealer sealer(sealing_key(1), 1, counting_chance());
    CHECK(sealer.fresh_key() != sealer.fresh_key());
    CHECK_THROWS_AS(Sealer(sealing_key(1), 1, nullptr), Bug);
}

} // namespace vera::store
