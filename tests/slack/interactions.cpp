// Buttons, menus, forms, shortcuts and the command.
#include "bot/slack/blocks.hpp"
#include "tests/slack/payloads.hpp"
#include "tests/support/catch.hpp"

namespace vera::slack {

namespace {

using Keys = std::vector<std::string>;

const Choice choice = {QuestionId{"e1-q1"}, "keep", DealId{"d1"}, PersonId{"p1"}, ActionId{}};

Inbound clicked(Json more = Json::object()) {
    return read_one(Door::interactions, click_payload(value_of(choice), std::move(more)));
}
Json button(Json more = Json::object()) {
    auto one = click_payload(value_of(choice)).at("actions").at(0);
    one.update(more);
    return one;
}
std::string encoded(const std::string& text) {
    std::string out;
    for (const unsigned char c : text) {
        constexpr auto digits = "0123456789ABCDEF";
        out += {'%', digits[c / 16], digits[c % 16]};
    }
    return out;
}
Json shortcut(const std::string& name, Json more = Json::object()) {
    Json payload = {{"type", "shortcut"},     {"callback_id", name},
                    {"trigger_id", "5.6.x"},  {"action_ts", "1799999000.5"},
                    {"team", {{"id", "T1"}}}, {"user", {{"id", "U1"}, {"team_id", "T1"}}}};
    payload.update(more);
    return payload;
}
const Json command = {{"command", "/vera"},
                      {"text", "new Acme &amp; Co"},
                      {"team_id", "T1"},
                      {"channel_id", "D1"},
                      {"channel_name", "directmessage"},
                      {"user_id", "U1"},
                      {"api_app_id", "A1"},
                      {"trigger_id", "7.8.y"}};

} // namespace

TEST_CASE("a click on one of our buttons is a choice with the button's label", "[slack][interactions]") {
    const auto in = clicked();
    REQUIRE(said_as<Chose>(in));
    CHECK(*said_as<Chose>(in) == Chose{choice, "Keep R&D"});
    CHECK(in.own_chat);
    CHECK(in.channel == "D1");
    CHECK(in.trigger == "1.2.abc");
    CHECK(in.at == from_ms(1'799'999'995'500));
    CHECK(in.keys == Keys{"slack/action/U1/1799999980.000100/b1/1799999995.500000"});
}

TEST_CASE("a second click on the same button is another event", "[slack][interactions]") {
    const auto again = clicked({{"actions", Json::array({button({{"action_ts", "1799999997.000000"}})})}});
    CHECK(again.keys != clicked().keys);
}

TEST_CASE("buttons of the home page and menus choose as well", "[slack][interactions]") {
    const auto home = clicked({{"container", {{"type", "view"}, {"view_id", "V1"}}}, {"channel", nullptr}});
    REQUIRE(said_as<Chose>(home));
    CHECK(home.own_chat);
    CHECK(home.channel.empty());
    CHECK(home.keys == Keys{"slack/action/U1/V1/b1/1799999995.500000"});
    const Json option = {{"value", value_of(choice)}, {"text", {{"text", "Keep"}}}};
    const auto menu = clicked({{"actions", Json::array({button({{"value", nullptr}, {"selected_option", option}})})}});
    REQUIRE(said_as<Chose>(menu));
    CHECK(*said_as<Chose>(menu) == Chose{choice, "Keep"});
}

TEST_CASE("the first action that is ours counts, and what is not ours does nothing", "[slack][interactions]") {
    const auto foreign = button({{"value", "click_me_123"}});
    const auto link = button({{"url", "https://example.com"}});
    const auto actions = [](Json list) { return clicked({{"actions", std::move(list)}}); };
    const auto second = actions(Json::array({foreign, link, button()}));
    CHECK(said_as<Chose>(second));
    CHECK(ignored_as(actions(Json::array({foreign}))) == "foreign_action");
    CHECK(ignored_as(actions(Json::array({button({{"value", "{\"v\":1}"}})}))) == "foreign_action");
    CHECK(ignored_as(actions(Json::array({link}))) == "link_button");
    CHECK(ignored_as(actions(Json::array())) == "no_action");
    CHECK(ignored_as(actions("b1")) == "no_action");
}

TEST_CASE("a click in a channel or by another company is told as that", "[slack][interactions]") {
    const auto channel =
        clicked({{"channel", {{"id", "C1"}, {"name", "general"}}}, {"user", {{"id", "U5"}, {"team_id", "T2"}}}});
    CHECK_FALSE(channel.own_chat);
    CHECK(channel.user_team == "T2");
    CHECK(channel.team == "T1");
    CHECK(ignored_as(clicked({{"is_enterprise_install", true}})) == "org_install");
    CHECK(ignored_as(clicked({{"is_enterprise_install", "true"}})) == "org_install");
}

TEST_CASE("a sent form comes with the values of every kind of field", "[slack][interactions]") {
    const FormKey key = {"person", DealId{"d1"}, PersonId{"p1"}, {}};
    const Json options = Json::array({{{"value", "a"}}, {{"value", "b"}}});
    const auto payload =
        form_payload(metadata_of(key),
                     {{"name", {{"value", {{"type", "plain_text_input"}, {"value", " R&amp;D <x> "}}}}},
                      {"day", {{"value", {{"type", "datepicker"}, {"selected_date", "2027-03-31"}}}}},
                      {"role", {{"value", {{"type", "static_select"}, {"selected_option", {{"value", "user"}}}}}}},
                      {"degree", {{"other", {{"type", "radio_buttons"}, {"selected_option", {{"value", "high"}}}}}}},
                      {"themes", {{"value", {{"type", "checkboxes"}, {"selected_options", options}}}}},
                      {"empty", {{"value", {{"type", "plain_text_input"}, {"value", nullptr}}}}},
                      {"none", {{"value", {{"type", "datepicker"}, {"selected_date", nullptr}}}}},
                      {"odd", nullptr}});
    const auto in = read_one(Door::interactions, payload);
    REQUIRE(said_as<Submitted>(in));
    const auto& sent = *said_as<Submitted>(in);
    CHECK(sent.form == key);
    CHECK(sent.values == FormValues{{"name", "R&D <x>"},
                                    {"day", "2027-03-31"},
                                    {"role", "user"},
                                    {"degree", "high"},
                                    {"themes", "a\nb"},
                                    {"empty", ""},
                                    {"none", ""},
                                    {"odd", ""}});
    CHECK(in.own_chat);
    CHECK(in.trigger == "1.2.form");
    CHECK(in.keys == Keys{"slack/trigger/1.2.form"});
}

TEST_CASE("a form sent again after a mistake is another event, with the same view and hash", "[slack][interactions]") {
    auto payload = form_payload(metadata_of({"deal", {}, {}, {}}), Json::object());
    const auto first = read_one(Door::interactions, payload);
    payload["trigger_id"] = "1.3.form";
    CHECK(read_one(Door::interactions, payload).keys != first.keys);
    CHECK(ignored_as(read_one(Door::interactions, form_payload("This is for you!", {}))) == "foreign_form");
    payload["type"] = "view_closed";
    CHECK(ignored_as(read_one(Door::interactions, payload)) == "closed");
}

TEST_CASE("a form with more fields than ours can have is read up to our limit", "[slack][interactions]") {
    Json values = Json::object();
    for (int i = 0; i < 200; ++i) values["f" + std::to_string(i)] = {{"value", {{"value", "x"}}}};
    const auto in = read_one(Door::interactions, form_payload(metadata_of({"deal", {}, {}, {}}), values));
    REQUIRE(said_as<Submitted>(in));
    CHECK(said_as<Submitted>(in)->values.size() == max_form_fields);
}

TEST_CASE("shortcuts say what they stand for", "[slack][interactions]") {
    const auto deal = read_one(Door::interactions, shortcut("new_deal"));
    REQUIRE(said_as<Said>(deal));
    CHECK(said_as<Said>(deal)->text == "new");
    CHECK(deal.own_chat);
    CHECK(deal.at == from_ms(1'799'999'000'500));
    CHECK(deal.keys == Keys{"slack/trigger/5.6.x"});
    const auto status = read_one(Door::interactions, shortcut("status"));
    REQUIRE(said_as<Said>(status));
    CHECK(said_as<Said>(status)->text == "status");
    CHECK(ignored_as(read_one(Door::interactions, shortcut("dance"))) == "unknown_shortcut");
}

TEST_CASE("a buyer's message is handed on, answered in the own chat wherever it stood", "[slack][interactions]") {
    const Json more = {{"type", "message_action"},
                       {"channel", {{"id", "C1"}, {"name", "acme"}}},
                       {"message", {{"user", "U7"}, {"text", "We need &lt; 5 hours"}, {"ts", "1.1"}}}};
    const auto in = read_one(Door::interactions, shortcut("buyer_said", more));
    REQUIRE(said_as<Forwarded>(in));
    CHECK(said_as<Forwarded>(in)->text == "We need < 5 hours");
    CHECK(in.user == "U1");
    CHECK(in.own_chat);
    CHECK(in.channel.empty());
    auto empty = more;
    empty["message"]["text"] = "";
    CHECK(ignored_as(read_one(Door::interactions, shortcut("buyer_said", empty))) == "no_text");
}

TEST_CASE("the command is a line in a direct chat and a call elsewhere", "[slack][interactions]") {
    const auto in = read_one(Door::commands, command);
    REQUIRE(said_as<Said>(in));
    CHECK(said_as<Said>(in)->text == "new Acme & Co");
    CHECK(in.own_chat);
    CHECK(in.trigger == "7.8.y");
    CHECK(in.keys == Keys{"slack/trigger/7.8.y"});
    auto other = command;
    other["text"] = "";
    const auto bare = read_one(Door::commands, other);
    REQUIRE(said_as<Said>(bare));
    CHECK(said_as<Said>(bare)->text == "help");
    other["channel_id"] = "C1";
    other["channel_name"] = "privategroup";
    const auto channel = read_one(Door::commands, other);
    CHECK(said_as<Called>(channel));
    CHECK_FALSE(channel.own_chat);
    other["is_enterprise_install"] = "true";
    CHECK(ignored_as(read_one(Door::commands, other)) == "org_install");
}

TEST_CASE("a command's form fields say the same as its JSON", "[slack][interactions]") {
    std::string body;
    for (const auto& [name, value] : command.items()) {
        body += (body.empty() ? "" : "&") + name + "=" + encoded(value.get<std::string>());
    }
    const auto in = read_form_body(Door::commands, body, we, noon);
    const auto json = read_one(Door::commands, command);
    CHECK(described(in) == described(json));
    REQUIRE(said_as<Said>(in));
    CHECK(*said_as<Said>(in) == *said_as<Said>(json));
}

TEST_CASE("a form body is read as browsers write it, and broken ones calmly", "[slack][interactions]") {
    const auto text_of_command = [](const std::string& text) {
        const auto in =
            read_form_body(Door::commands,
                           "command=%2Fvera&user_id=U1&team_id=T1&channel_id=D1&trigger_id=1.2&text=" + text, we, noon);
        return said_as<Said>(in) ? said_as<Said>(in)->text : ignored_as(in);
    };
    CHECK(text_of_command("a+b%20c%2bd%C3%A9") == "a b c+d\u00E9");
    CHECK(text_of_command("100%") == "100%");
    CHECK(text_of_command("100%zz%4") == "100%zz%4");
    CHECK(text_of_command("one&text=two") == "one");
    CHECK(text_of_command("%FF") == "\uFFFD");
    CHECK(ignored_as(read_form_body(Door::commands, "", we, noon)) == "no_command");
    CHECK(ignored_as(read_form_body(Door::commands, "&&=&=x&%", we, noon)) == "no_command");
    CHECK(ignored_as(read_form_body(Door::interactions, "nothing=1", we, noon)) == "not_json");
    CHECK(ignored_as(read_form_body(Door::interactions, "payload=%7B", we, noon)) == "not_json");
}

TEST_CASE("a certificate probe smuggles nothing in", "[slack][interactions]") {
    const auto probe = "ssl_check=1&command=%2Fvera&user_id=U1&team_id=T1&channel_id=D1&trigger_id=1.2&text=forget";
    CHECK(ignored_as(read_form_body(Door::commands, probe, we, noon)) == "ssl_check");
    const auto click = "ssl_check=1&payload=" + encoded(click_payload(value_of(choice)).dump());
    CHECK(ignored_as(read_form_body(Door::interactions, click, we, noon)) == "ssl_check");
}

TEST_CASE("a click comes in by a form body", "[slack][interactions]") {
    const auto in =
        read_form_body(Door::interactions, "payload=" + encoded(click_payload(value_of(choice)).dump()), we, noon);
    REQUIRE(said_as<Chose>(in));
    CHECK(said_as<Chose>(in)->choice == choice);
}

TEST_CASE("a menu that asks for options is told apart", "[slack][interactions]") {
    const auto in = read_one(Door::interactions, shortcut("", {{"type", "block_suggestion"}, {"value", "ac"}}));
    CHECK(std::holds_alternative<WantsOptions>(in.what));
    CHECK(ignored_as(read_one(Door::interactions, shortcut("", {{"type", "dialog_submission"}}))) == "unknown_type");
}

TEST_CASE("what buttons and forms carry comes back as it went", "[slack][interactions]") {
    CHECK(choice_of(value_of(choice)) == choice);
    const FormKey key = {"private", DealId{"d\"1"}, PersonId{"p1"}, QuestionId{"q"}};
    CHECK(form_of(metadata_of(key)) == key);
    for (const std::string other : {"", "x", "{}", "{\"v\":1}", "[]", "{\"v\":1,\"value\":7}"}) {
        CHECK_FALSE(choice_of(other));
        CHECK_FALSE(form_of(other));
    }
    CHECK_FALSE(choice_of(std::string(20'000, ' ') + value_of(choice)));
}

} // namespace vera::slack
