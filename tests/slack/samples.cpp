// Every payload that the SDKs recorded: what it becomes stands in samples.txt, for people to read.
#include "tests/slack/payloads.hpp"
#include "tests/support/catch.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace vera::slack {

namespace {

// The bot of the captures' own workspaces.
const Self bolt = {"T111", "A111", "W111BOT", "BZYBOTHED"};

} // namespace

TEST_CASE("every recorded payload is accepted or ignored for a stated reason", "[slack][samples]") {
    const std::string path = VERA_SOURCE_DIR "/tests/slack/samples.txt";
    std::ostringstream table;
    for (const auto& sample : samples()) {
        table << sample.path << ": " << described(read_payload(sample.door, sample.json, bolt, noon)) << '\n';
    }
    if (std::getenv("VERA_UPDATE_SAMPLES")) std::ofstream{path, std::ios::binary} << table.str();
    std::ostringstream known;
    known << std::ifstream{path, std::ios::binary}.rdbuf();
    CHECK(table.str() == known.str());
}

TEST_CASE("no recorded payload is taken for broken", "[slack][samples]") {
    const auto all = samples();
    CHECK(all.size() > 150);
    for (const auto& sample : all) {
        const auto in = read_payload(sample.door, sample.json, bolt, noon);
        INFO(sample.path);
        CHECK(ignored_as(in) != "not_json");
        CHECK(in.keys.size() <= max_event_keys);
        CHECK(std::holds_alternative<Speaks>(in.what) != in.keys.empty());
    }
}

} // namespace vera::slack
