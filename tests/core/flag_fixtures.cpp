#include "tests/core/deal_samples.hpp"
#include "tests/core/fixture_deals.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <sstream>

namespace vera {
namespace {

std::vector<FixtureDeal> fixture_deals() {
    std::ifstream file{VERA_SOURCE_DIR "/tests/fixtures/deals.txt"};
    std::ostringstream text;
    text << file.rdbuf();
    return read_fixture_deals(text.str(), flag_day);
}

std::string named(const RedFlag& flag) {
    return flag.person.empty() ? flag.id : flag.id + " " + flag.person.text().substr(2);
}

// First run, rules untouched by it: 10 of 12. Where they differ:
// - "assets without papers 900 to 100" is read without a unit, so Birgit's Result counts as soft (core/measure);
//   behind it comes RF-COACH, about Kofi, who lacks one leg, and not about the deal.
// - Nomvula is new in the job, but was met and heard since she started: that closes RF-NEW (domain 8.2, A4).
const Lines known_differences = {"Volta Services: named RF-COACH, Vera RF-RES-SOFT Birgit Sand",
                                 "Brauhaus Lindau: named RF-NEW Nomvula Khumalo, Vera no flag"};

} // namespace

TEST_CASE("the first flag is the one a coach named before the deal was run", "[flags][fixtures]") {
    const FlagRules rules = shipped_rules();
    const auto fixtures = fixture_deals();
    REQUIRE(fixtures.size() >= 10);
    Lines differences;
    std::ostringstream told;
    for (const FixtureDeal& fixture : fixtures) {
        const auto flags = red_flags(fixture.deal, rules, flag_day, fixture.attendees);
        const std::string first = flags.empty() ? "no flag" : named(flags.front());
        const std::string line = fixture.deal.head.name + ": named " + fixture.top + ", Vera " + first;
        if (first != fixture.top) differences.push_back(line);
        told << line << "; then";
        for (std::size_t i = 1; i < flags.size() && i < 4; ++i) told << " " << named(flags[i]) << ",";
        told << "\n";
    }
    const std::size_t agreed = fixtures.size() - differences.size();
    INFO(told.str() << agreed << " of " << fixtures.size());
    CHECK(agreed * 10 >= fixtures.size() * 8);
    CHECK(differences == known_differences);
}

} // namespace vera
