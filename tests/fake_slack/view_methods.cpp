// views.*: modals need a fresh trigger_id, a home page does not. A view beyond Slack's limits is refused.
#include "tests/fake_slack/views.hpp"
#include "tests/fake_slack/web_api.hpp"

#include "tests/slack/limits.hpp"

namespace vera::fake_slack {

namespace {

constexpr std::size_t highest_stack = 3;

Json open(FakeSlack&, const Arguments&);
Json push(FakeSlack&, const Arguments&);
Json update(FakeSlack&, const Arguments&);
Json publish(FakeSlack&, const Arguments&);
std::string user_of_trigger(FakeSlack&, const std::string& trigger);
Json checked_view(const Arguments&);
Json told(FakeSlack&, const View&);

} // namespace

void add_view_methods(std::map<std::string, MethodRule>& methods) {
    methods["views.open"] = {"", false, open};
    methods["views.push"] = {"", false, push};
    methods["views.update"] = {"", false, update};
    methods["views.publish"] = {"", false, publish};
}

View made_view(FakeSlack& slack, const std::string& user, Json content) {
    return {slack.workspace.fresh("V"), slack.workspace.fresh("hash"), user, std::move(content), {}};
}

Json view_as_sent(const FakeSlack& slack, const View& view) {
    Json sent = view.content;
    sent["id"] = view.id;
    sent["hash"] = view.hash;
    sent["team_id"] = slack.options.team;
    sent["app_id"] = slack.options.app;
    sent["bot_id"] = slack.options.bot;
    sent["app_installed_team_id"] = slack.options.team;
    sent["root_view_id"] = view.id;
    sent["previous_view_id"] = nullptr;
    for (const auto* name : {"private_metadata", "callback_id", "external_id"})
        if (!sent.contains(name)) sent[name] = "";
    sent["state"] = {{"values", Json::object()}};
    return sent;
}

namespace {

Json open(FakeSlack& slack, const Arguments& arguments) {
    auto content = checked_view(arguments);
    const auto user = user_of_trigger(slack, arguments.needed("trigger_id"));
    auto& stack = slack.workspace.modals[user];
    stack = {made_view(slack, user, std::move(content))};
    return told(slack, stack.back());
}

Json push(FakeSlack& slack, const Arguments& arguments) {
    auto content = checked_view(arguments);
    const auto user = user_of_trigger(slack, arguments.needed("trigger_id"));
    auto& stack = slack.workspace.modals[user];
    if (stack.size() >= highest_stack) throw Refusal{"push_limit_reached"};
    stack.push_back(made_view(slack, user, std::move(content)));
    return told(slack, stack.back());
}

Json update(FakeSlack& slack, const Arguments& arguments) {
    auto content = checked_view(arguments);
    auto* view = slack.workspace.find_modal(arguments.needed("view_id"));
    if (!view) throw Refusal{"not_found"};
    const auto hash = arguments.text("hash");
    if (!hash.empty() && hash != view->hash) throw Refusal{"hash_conflict"};
    view->content = std::move(content);
    view->hash = slack.workspace.fresh("hash");
    return told(slack, *view);
}

Json publish(FakeSlack& slack, const Arguments& arguments) {
    auto content = checked_view(arguments);
    const auto user = arguments.needed("user_id");
    if (!slack.workspace.people.contains(user)) throw Refusal{"user_not_found"};
    auto home = slack.workspace.homes.find(user);
    const auto hash = arguments.text("hash");
    if (home != slack.workspace.homes.end() && !hash.empty() && hash != home->second.hash)
        throw Refusal{"hash_conflict"};
    auto& shown = slack.workspace.homes[user] = made_view(slack, user, std::move(content));
    return told(slack, shown);
}

std::string user_of_trigger(FakeSlack& slack, const std::string& id) {
    auto trigger = slack.workspace.triggers.find(id);
    if (trigger == slack.workspace.triggers.end()) throw Refusal{"invalid_trigger_id"};
    if (trigger->second.used) throw Refusal{"exchanged_trigger_id"};
    if (trigger->second.until < slack.clock.now()) throw Refusal{"expired_trigger_id"};
    trigger->second.used = true;
    return trigger->second.user;
}

Json checked_view(const Arguments& arguments) {
    auto view = arguments.value("view");
    if (!view.is_object()) throw Refusal{"invalid_arguments", {"[ERROR] missing required field: view"}};
    auto wrong = slack::refused_view(view);
    if (!wrong.empty()) throw Refusal{"invalid_arguments", wrong};
    return view;
}

Json told(FakeSlack& slack, const View& view) { return {{"view", view_as_sent(slack, view)}}; }

} // namespace

} // namespace vera::fake_slack
