// The reader of Slack's limits refuses what Slack refuses; otherwise nothing that leans on it would be proven.
#include "tests/slack/limits.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

namespace vera::slack {

using nlohmann::json;

namespace {

json section(const std::string& text);
json button(const std::string& id);
std::string all(const std::vector<std::string>& reasons);

struct Bad {
    const char* block;
    const char* reason;
};
const std::vector<Bad> bad_blocks = {
    {R"({"type":"image"})", "unknown block image"},
    {R"({"type":"section"})", "text: missing"},
    {R"({"type":"section","text":{"type":"plain_text","text":""}})", "text/text: empty"},
    {R"({"type":"section","text":{"type":"plain_text","text":"a","verbatim":true}})", "unknown member verbatim"},
    {R"({"type":"section","text":{"type":"mrkdwn","text":"<!channel>"}})", "not escaped"},
    {R"({"type":"section","text":{"type":"plain_text","text":"R&D"}})", "not escaped"},
    {R"({"type":"header","text":{"type":"mrkdwn","text":"a"}})", "no text object"},
    {R"({"type":"context","elements":[]})", "elements: empty"},
    {R"({"type":"actions","elements":[{"type":"plain_text_input","action_id":"a"}]})", "may not stand here"},
    {R"({"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"a"}}]})",
     "action_id: missing"},
    {R"({"type":"input","block_id":"a"})", "only in a view"},
    {R"({"type":"rich_text","elements":[]})", "elements: empty"},
    {R"({"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"user","user_id":"U1"}]}]})",
     "may come alive"},
    {R"({"type":"rich_text","elements":[{"type":"rich_text_list","style":"dots","elements":[]}]})", "style of a list"},
    {R"("section")", "unknown block"},
};

} // namespace

TEST_CASE("each block that breaks a rule is refused with the reason", "[slack]") {
    for (const auto& bad : bad_blocks) {
        INFO(bad.block);
        CHECK_THAT(all(refused_blocks(json::array({json::parse(bad.block)}), BlocksOf::message)),
                   ContainsSubstring(bad.reason));
    }
    CHECK(refused_blocks(json::array({section("fine &amp; well")}), BlocksOf::message).empty());
}

TEST_CASE("too many and too long are refused", "[slack]") {
    CHECK_THAT(all(refused_blocks(json(51, section("a")), BlocksOf::message)), ContainsSubstring("more than 50"));
    CHECK(refused_blocks(json(51, section("a")), BlocksOf::home).empty());
    CHECK_THAT(all(refused_blocks(json::array({section(std::string(3'001, 'a'))}), BlocksOf::message)),
               ContainsSubstring("longer than 3000"));
    CHECK_THAT(all(refused_blocks(json(5, section(std::string(3'000, 'a'))), BlocksOf::message)),
               ContainsSubstring("characters in all"));
    const json row = {{"type", "actions"}, {"elements", json(26, button("same"))}};
    const auto reasons = all(refused_blocks(json::array({row}), BlocksOf::message));
    CHECK_THAT(reasons, ContainsSubstring("more than 25"));
    CHECK_THAT(reasons, ContainsSubstring("action_id twice"));
    auto twice = json(2, section("a"));
    for (auto& block : twice) block["block_id"] = "q";
    CHECK_THAT(all(refused_blocks(twice, BlocksOf::message)), ContainsSubstring("block_id twice"));
}

TEST_CASE("a message needs a text of at most 4,000 characters", "[slack]") {
    const json blocks = json::array({section("a")});
    CHECK(refused_message({{"text", "a"}, {"blocks", blocks}}).empty());
    CHECK_THAT(all(refused_message({{"blocks", blocks}})), ContainsSubstring("text: missing"));
    CHECK_THAT(all(refused_message({{"text", std::string(4'001, 'a')}, {"blocks", blocks}})),
               ContainsSubstring("longer than 4000"));
    CHECK_THAT(all(refused_message({{"text", "a"}, {"blocks", "[]"}})), ContainsSubstring("no array"));
}

TEST_CASE("a modal needs its title, a submit for inputs, and options that exist", "[slack]") {
    auto view = json::parse(R"({"type":"modal","title":{"type":"plain_text","text":"T"},"blocks":[
        {"type":"input","block_id":"a","label":{"type":"plain_text","text":"L"},"element":{"type":"static_select",
         "action_id":"v","options":[{"text":{"type":"plain_text","text":"o"},"value":"o"}],
         "initial_option":{"text":{"type":"plain_text","text":"x"},"value":"x"}}}]})");
    const auto reasons = all(refused_view(view));
    CHECK_THAT(reasons, ContainsSubstring("submit: missing"));
    CHECK_THAT(reasons, ContainsSubstring("an initial option that is none"));
    view["title"]["text"] = std::string(25, 't');
    view["private_metadata"] = std::string(3'001, 'm');
    const auto more = all(refused_view(view));
    CHECK_THAT(more, ContainsSubstring("title/text: longer than 24"));
    CHECK_THAT(more, ContainsSubstring("private_metadata: longer than 3000"));
    CHECK_THAT(all(refused_view({{"type", "tab"}})), ContainsSubstring("neither modal nor home"));
    CHECK_THAT(all(refused_view({{"type", "home"}, {"blocks", json(101, section("a"))}})),
               ContainsSubstring("more than 100"));
}

namespace {

json section(const std::string& text) {
    return {{"type", "section"}, {"text", {{"type", "plain_text"}, {"text", text}}}};
}

json button(const std::string& id) {
    return {{"type", "button"}, {"action_id", id}, {"text", {{"type", "plain_text"}, {"text", "b"}}}};
}

std::string all(const std::vector<std::string>& reasons) {
    std::string text;
    for (const auto& reason : reasons) text += reason + "\n";
    return text;
}

} // namespace

} // namespace vera::slack
