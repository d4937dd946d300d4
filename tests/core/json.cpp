#include "core/json.hpp"

#include "core/must.hpp"
#include "tests/core/random_model.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <limits>
#include <sstream>

namespace vera {
namespace {

std::string document_sample(const std::string& name) {
    std::ifstream file(VERA_SOURCE_DIR "/tests/core/samples/" + name + "_1.json");
    REQUIRE(file);
    std::stringstream content;
    content << file.rdbuf();
    return content.str();
}

// What was saved is read, and nothing of it is lost when it is written again.
template <class Model> Model sample_kept(const std::string& name) {
    const std::string text = document_sample(name);
    const auto model = from_json<Model>(text);
    REQUIRE(model);
    CHECK(nlohmann::json::parse(to_json(*model)) == nlohmann::json::parse(text));
    return *model;
}

template <class Model> void comes_back(const Model& model) {
    const std::string text = to_json(model);
    const auto again = from_json<Model>(text);
    REQUIRE(again);
    CHECK(*again == model);
    CHECK(to_json(*again) == text);
}

} // namespace

TEST_CASE("every saved document of version 1 is still read, whole", "[json]") {
    CHECK(sample_kept<Deal>("deal").unknown_json == R"({"amount":{"eur":120000}})");
    const auto influence = sample_kept<Influence>("influence");
    CHECK(influence.roles == Roles{Role::economic, Role::technical});
    CHECK(influence.win.evidence.at(0).words.reveal() == "she wants that chair");
    CHECK(influence.result.measure.to == 4.5);
    CHECK(sample_kept<User>("user").zone.name() == "Europe/Berlin");
    CHECK(sample_kept<Session>("session").pending->buttons.at(0).choice.action == ActionId("e9-a1"));
    CHECK(sample_kept<Message>("message").unsure == Unsure::drop);
    CHECK(sample_kept<Job>("job").due == *parse_iso_time("2026-12-01T08:00:00Z"));
    CHECK(sample_kept<Reply>("reply").ephemeral == "Only you see this.");
}

TEST_CASE("whatever is in a model comes back from its document", "[json]") {
    for (std::uint32_t seed = 1; seed <= 300; ++seed) {
        INFO("seed " << seed);
        RandomModel random(seed);
        comes_back(random.deal());
        comes_back(random.influence());
        comes_back(random.user());
        comes_back(random.session());
        comes_back(random.message());
        comes_back(random.job());
        comes_back(random.reply());
    }
}

TEST_CASE("a document cut short or damaged is refused, never half read", "[json]") {
    const std::string whole = document_sample("influence");
    for (std::size_t size = 0; size + 2 < whole.size(); ++size)
        CHECK_FALSE(from_json<Influence>(whole.substr(0, size)));
    for (std::uint32_t seed = 1; seed <= 2000; ++seed) {
        std::mt19937 random(seed);
        std::string damaged = whole;
        damaged[random() % damaged.size()] = static_cast<char>(random());
        CHECK_NOTHROW(from_json<Influence>(damaged).has_value());
    }
}

TEST_CASE("a document with a wrong value is refused", "[json]") {
    for (const char* text : {
             "",
             "null",
             "[]",
             "7",
             "{}",
             R"({"v":0})",
             R"({"v":"1"})",
             R"({"v":1,"name":7})",
             R"({"v":1,"roles":["boss"]})",
             R"({"v":1,"roles":"user"})",
             R"({"v":1,"contact":[]})",
             R"({"v":1,"contact":{"last":"2026-02-30"}})",
             R"({"v":1,"contact":{"source":{"at_ms":1.5}}})",
             R"({"v":1,"contact":{"source":{"at_ms":18446744073709551615}}})",
             R"({"v":1,"ours":1})",
             R"({"v":1,"notes":[7]})",
             R"({"v":1,"result":{"measure":{"from":"9"}}})",
         })
        CHECK_FALSE(from_json<Influence>(text));
    CHECK_FALSE(from_json<User>(R"({"v":1,"zone":"Middle/Earth"})"));
    CHECK_FALSE(from_json<Session>(R"({"v":1,"misunderstood":5000000000})"));
}

TEST_CASE("a document nested beyond the limit is refused before it is read", "[json]") {
    const auto nested = [](std::size_t depth) {
        return R"({"v":1,"later":)" + std::string(depth, '[') + std::string(depth, ']') + "}";
    };
    CHECK(from_json<User>(nested(max_document_depth - 1)));
    CHECK_FALSE(from_json<User>(nested(max_document_depth)));
    CHECK_FALSE(from_json<User>(std::string(5'000'000, '[')));
    CHECK(from_json<User>(R"({"v":1,"name":")" + std::string(100, '[') + R"("})"));
}

TEST_CASE("a document of a later program keeps what this one does not know", "[json]") {
    auto user = from_json<User>(R"({"v":2,"name":"Leo","later":{"a":[1]},"more":"x"})");
    REQUIRE(user);
    user->name = "Leonie";
    CHECK(to_json(*user) == R"({"later":{"a":[1]},"more":"x","name":"Leonie","v":1})");
}

TEST_CASE("bytes that are no text and numbers that are none do not get into a document", "[json]") {
    Influence influence;
    influence.name = "In\xff grid";
    CHECK(from_json<Influence>(to_json(influence))->name == "In\uFFFD grid");
    influence.result.measure.to = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_AS(to_json(influence), Bug);
}

TEST_CASE("a deal's state has one word everywhere", "[json]") {
    for (const char* word : {"open", "on_hold", "verbal_yes", "won", "lost", "dropped"}) {
        REQUIRE(deal_state(word));
        CHECK(word_of(*deal_state(word)) == word);
    }
    CHECK_FALSE(deal_state("Open"));
    CHECK_FALSE(deal_state(""));
}

} // namespace vera
