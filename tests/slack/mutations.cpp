// Whatever bytes come in, a value comes out.
#include "tests/slack/payloads.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>

namespace vera::slack {

namespace {

struct Dice { // splitmix64
    std::uint64_t state;
    std::uint64_t next() {
        auto z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
};

const std::vector<std::string> strange = {"",        "\"", "null",  "{",  "[[[", "\\ud800",     "\xFF",
                                          "\\u0000", "-1", "1e999", "{}", "[]",  "true",        "0.",
                                          "\"\"",    "<@", "&",     "D1", "%",   "\xE2\x80\xAE"};

std::string mutated(std::string text, Dice& dice) {
    for (auto n = 1 + dice.below(4); n > 0 && !text.empty(); --n) {
        const auto at = dice.below(text.size());
        switch (dice.below(4)) {
        case 0:
            text.resize(at);
            break;
        case 1:
            text[at] = static_cast<char>(dice.below(256));
            break;
        case 2:
            text.replace(at, dice.below(8), strange[dice.below(strange.size())]);
            break;
        default:
            text.insert(at, text.substr(dice.below(text.size()), dice.below(60)));
        }
    }
    return text;
}

// Swaps values for others of any type: still JSON, all of it.
void bend(Json& json, Dice& dice) {
    static const std::vector<Json> values = {nullptr,
                                             true,
                                             -1,
                                             1e300,
                                             "",
                                             "D1",
                                             "im",
                                             Json::array(),
                                             Json::object(),
                                             "1700000000.1",
                                             std::string(5'000, 'x')};
    if (json.is_structured() && dice.below(12) != 0) {
        for (auto& inner : json) bend(inner, dice);
    } else if (dice.below(4) == 0) {
        json = values[dice.below(values.size())];
    }
}

void check(const Inbound& in) {
    CHECK(in.keys.size() <= max_event_keys);
    CHECK(std::holds_alternative<Speaks>(in.what) != in.keys.empty());
    for (const auto& key : in.keys) CHECK(key.size() < 1'200);
    if (std::holds_alternative<Speaks>(in.what)) CHECK_FALSE(in.user.empty());
}

std::string deep(std::size_t levels) {
    return "{\"type\":\"event_callback\",\"event\":" + std::string(levels, '[') + std::string(levels, ']') + "}";
}

} // namespace

TEST_CASE("cut, bent and broken payloads end as some value", "[slack][mutations]") {
    Dice dice{20'261'124};
    for (const auto& sample : samples()) {
        INFO(sample.path);
        const auto json = Json::parse(sample.json);
        for (int round = 0; round < 10; ++round) {
            check(read_payload(sample.door, mutated(sample.json, dice), we, noon));
            auto bent = json;
            bend(bent, dice);
            check(read_payload(sample.door, bent.dump(), we, noon));
            check(read_form_body(sample.door, mutated("payload=" + sample.json.substr(0, 300), dice), we, noon));
        }
    }
}

TEST_CASE("blank values filled in make no payload dangerous", "[slack][mutations]") {
    for (const auto& sample : samples()) {
        auto text = Json::parse(sample.json).dump();
        for (auto at = text.find("\"\""); at != text.npos; at = text.find("\"\"", at + 4))
            text.replace(at, 2, "\"D1\"");
        INFO(sample.path);
        check(read_payload(sample.door, text, we, noon));
    }
}

TEST_CASE("JSON that is deep or none is refused as such", "[slack][mutations]") {
    const auto refused = [](const std::string& text) { return ignored_as(read_payload(Door::events, text, we, noon)); };
    CHECK(refused(deep(62)) == "unknown_type");
    CHECK(refused(deep(64)) == "not_json");
    CHECK(refused(deep(1'000'000)) == "not_json");
    CHECK(refused("") == "not_json");
    CHECK(refused("[1]") == "not_json");
    CHECK(refused("null") == "not_json");
    CHECK(refused("{\"type\":\"event_callback\"") == "not_json");
    CHECK(refused("{\"type\":\"\\ud800\"}") == "not_json"); // half a surrogate pair
    CHECK(refused("{\"type\":\"\xFF\"}") == "not_json");
    CHECK(refused("{}") == "unknown_type");
}

TEST_CASE("huge strings and members that come twice are read calmly", "[slack][mutations]") {
    const auto huge = message_payload(std::string(2'000'000, 'x'));
    const auto in = read_one(huge);
    REQUIRE(said_as<Said>(in));
    CHECK(said_as<Said>(in)->text.size() == 160'000);
    const auto long_id = read_one(message_payload("hi", {{"user", std::string(300, 'U')}}));
    CHECK(ignored_as(long_id) == "no_user");
    auto text = message_payload("one").dump();
    text.replace(text.find("\"text\":\"one\""), 12, "\"text\":\"one\",\"text\":\"two\"");
    const auto twice = read_payload(Door::events, text, we, noon);
    REQUIRE(said_as<Said>(twice));
    CHECK(said_as<Said>(twice)->text == "two");
}

} // namespace vera::slack
