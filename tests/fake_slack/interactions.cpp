#include "tests/fake_slack/interactions.hpp"

#include "tests/fake_slack/eyes.hpp"
#include "tests/fake_slack/hands.hpp"
#include "tests/fake_slack/people.hpp"
#include "tests/fake_slack/views.hpp"

#include <algorithm>

namespace vera::fake_slack {

namespace {

Json by_user(FakeSlack&, const std::string& type, const std::string& user);
void press(FakeSlack&, const std::string& user, const SeenButton&, Json where);
std::optional<Json> typed_values(const Json& view, const Fields&);
const std::string* typed_for(const Json& block, const Fields&);
Json state_of(const Json& element, const std::string* typed);
Json chosen(const Json& options, const std::string& value);
void form_answered(FakeSlack&, const std::string& user, const std::string& view_id, const Json* answer);
void show_errors(FakeSlack&, const std::string& user, View&, const Json& errors);
bool is_input(const Json& view, const std::string& block_id);

} // namespace

std::string fresh_trigger(FakeSlack& slack, const std::string& user) {
    auto id = slack.workspace.fresh("trigger.");
    slack.workspace.triggers[id] = {user, slack.clock.now() + trigger_life, false};
    return id;
}

bool click(FakeSlack& slack, const std::string& user, const std::string& label) {
    auto& room = slack.workspace.dm(user);
    for (auto post = room.posts.rbegin(); post != room.posts.rend(); ++post) {
        const auto& ts = post->first;
        const auto buttons = buttons_of_blocks(post->second.blocks);
        auto button = std::ranges::find(buttons, label, &SeenButton::label);
        if (!post->second.by_bot || button == buttons.end()) continue;
        Json where = {{"container",
                       {{"type", "message"},
                        {"message_ts", ts},
                        {"channel_id", room.id},
                        {"is_ephemeral", post->second.only_for_one}}},
                      {"channel", {{"id", room.id}, {"name", "directmessage"}}},
                      {"response_url", "https://fake.example/actions/1"},
                      {"message",
                       {{"type", "message"},
                        {"ts", ts},
                        {"user", slack.options.bot_user},
                        {"bot_id", slack.options.bot},
                        {"text", post->second.text},
                        {"blocks", post->second.blocks}}}};
        press(slack, user, *button, std::move(where));
        return true;
    }
    return false;
}

bool click_home(FakeSlack& slack, const std::string& user, const std::string& label) {
    auto home = slack.workspace.homes.find(user);
    if (home == slack.workspace.homes.end()) return false;
    const auto buttons = buttons_of_blocks(home->second.content.value("blocks", Json::array()));
    auto button = std::ranges::find(buttons, label, &SeenButton::label);
    if (button == buttons.end()) return false;
    press(
        slack, user, *button,
        {{"container", {{"type", "view"}, {"view_id", home->second.id}}}, {"view", view_as_sent(slack, home->second)}});
    return true;
}

bool submit(FakeSlack& slack, const std::string& user, const Fields& fields) {
    auto* form = open_form(slack, user);
    if (!form) return false;
    auto values = typed_values(form->content, fields);
    if (!values) return false;
    auto payload = by_user(slack, "view_submission", user);
    payload["view"] = view_as_sent(slack, *form);
    payload["view"]["state"]["values"] = *values;
    payload["response_urls"] = Json::array();
    const auto id = form->id;
    deliver_interaction(slack, payload,
                        [&slack, user, id](const Json* answer) { form_answered(slack, user, id, answer); });
    return true;
}

void close_form(FakeSlack& slack, const std::string& user) {
    auto* form = open_form(slack, user);
    if (!form) return;
    const auto view = view_as_sent(slack, *form);
    const bool notify = form->content.value("notify_on_close", false);
    slack.workspace.modals[user].pop_back();
    if (!notify) return;
    auto payload = by_user(slack, "view_closed", user);
    payload["view"] = view;
    payload["is_cleared"] = false;
    deliver_interaction(slack, payload, [](const Json*) {});
}

namespace {

Json by_user(FakeSlack& slack, const std::string& type, const std::string& user) {
    const auto team = team_of(slack, user);
    return {{"type", type},
            {"token", "old"},
            {"api_app_id", slack.options.app},
            {"team", {{"id", slack.options.team}, {"domain", "fake"}}},
            {"enterprise", nullptr},
            {"is_enterprise_install", false},
            {"user", {{"id", user}, {"username", user}, {"name", user}, {"team_id", team}}},
            {"trigger_id", fresh_trigger(slack, user)}};
}

void press(FakeSlack& slack, const std::string& user, const SeenButton& button, Json where) {
    auto payload = by_user(slack, "block_actions", user);
    payload.update(where);
    payload["state"] = {{"values", Json::object()}};
    payload["actions"] = {{{"type", "button"},
                           {"action_id", button.action_id},
                           {"block_id", button.block_id},
                           {"value", button.value},
                           {"action_ts", slack.workspace.fresh_ts(slack.clock.now())},
                           {"text", {{"type", "plain_text"}, {"text", button.label}, {"emoji", true}}}}};
    deliver_interaction(slack, payload, [&slack, user](const Json* answer) {
        if (!answer) slack.troubles[user].push_back("operation_timeout");
    });
}

// What stands in the fields, as typed now or as the app filled them. nullopt: such a field is not there.
std::optional<Json> typed_values(const Json& view, const Fields& fields) {
    Json values = Json::object();
    std::size_t used = 0;
    for (auto& block : view.value("blocks", Json::array())) {
        if (block.value("type", "") != "input") continue;
        const auto* typed = typed_for(block, fields);
        if (typed) ++used;
        const auto& element = block.at("element");
        values[block.value("block_id", "")][element.value("action_id", "")] = state_of(element, typed);
    }
    if (used != fields.size()) return std::nullopt;
    return values;
}

const std::string* typed_for(const Json& block, const Fields& fields) {
    auto found = fields.find(block.value("block_id", ""));
    if (found == fields.end()) found = fields.find(block.at("label").value("text", ""));
    return found == fields.end() ? nullptr : &found->second;
}

Json state_of(const Json& element, const std::string* typed) {
    const std::string type = element.at("type");
    Json state = {{"type", type}};
    const auto options = element.value("options", Json::array());
    if (type == "datepicker") {
        const auto day = typed ? *typed : element.value("initial_date", "");
        state["selected_date"] = day.empty() ? Json() : Json(day);
    } else if (type == "static_select" || type == "radio_buttons") {
        state["selected_option"] = typed ? chosen(options, *typed) : element.value("initial_option", Json());
    } else if (type == "checkboxes" || type == "multi_static_select") {
        state["selected_options"] = element.value("initial_options", Json::array());
        if (typed) state["selected_options"] = Json::array();
        for (std::size_t at = 0; typed && at < typed->size();) { // the values, one a line
            const auto end = std::min(typed->find('\n', at), typed->size());
            state["selected_options"].push_back(chosen(options, typed->substr(at, end - at)));
            at = end + 1;
        }
    } else {
        const auto text = typed ? *typed : element.value("initial_value", "");
        state["value"] = text.empty() ? Json() : Json(text);
    }
    return state;
}

// By value or by label.
Json chosen(const Json& options, const std::string& value) {
    for (auto& option : options)
        if (option.value("value", "") == value || option.at("text").value("text", "") == value) return option;
    return nullptr;
}

void form_answered(FakeSlack& slack, const std::string& user, const std::string& view_id, const Json* answer) {
    auto* view = slack.workspace.find_modal(view_id);
    if (!answer) slack.troubles[user].push_back("operation_timeout");
    if (!answer || !view) return;
    auto& stack = slack.workspace.modals[user];
    const auto action = answer->value("response_action", "");
    if (action == "errors") return show_errors(slack, user, *view, answer->value("errors", Json::object()));
    if (action == "clear")
        stack.clear();
    else if (action == "update")
        view->content = answer->at("view"), view->errors.clear();
    else if (action == "push")
        stack.push_back(made_view(slack, user, answer->at("view")));
    else
        stack.pop_back();
}

void show_errors(FakeSlack& slack, const std::string& user, View& view, const Json& errors) {
    view.errors.clear();
    for (auto& [block, text] : errors.items()) {
        if (!is_input(view.content, block)) slack.troubles[user].push_back("an error for no field of the form");
        view.errors[block] = text;
    }
    if (errors.empty()) slack.troubles[user].push_back("errors without an error");
}

bool is_input(const Json& view, const std::string& block_id) {
    return std::ranges::any_of(view.value("blocks", Json::array()), [&](const Json& block) {
        return block.value("type", "") == "input" && block.value("block_id", "") == block_id;
    });
}

} // namespace

} // namespace vera::fake_slack
