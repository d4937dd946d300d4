// conversations.* and users.*: who is there, and what was said. History is for DMs only: the app has no other scope.
#include "tests/fake_slack/people.hpp"
#include "tests/fake_slack/web_api.hpp"

namespace vera::fake_slack {

namespace {

Json open(FakeSlack&, const Arguments&);
Json info(FakeSlack&, const Arguments&);
Json members(FakeSlack&, const Arguments&);
Json history(FakeSlack&, const Arguments&);
Json user_info(FakeSlack&, const Arguments&);
Json user_list(FakeSlack&, const Arguments&);
Room& room_to_read(FakeSlack&, const Arguments&);
Json as_history(const FakeSlack&, const std::string& ts, const Post&, bool with_metadata);

} // namespace

void add_conversation_methods(std::map<std::string, MethodRule>& methods) {
    methods["conversations.open"] = {"im:write", false, open};
    methods["conversations.info"] = {"im:read", true, info};
    methods["conversations.members"] = {"im:read", true, members};
    methods["conversations.history"] = {"im:history", false, history};
    methods["users.info"] = {"users:read", true, user_info};
    methods["users.list"] = {"users:read", true, user_list};
}

namespace {

Json open(FakeSlack& slack, const Arguments& arguments) {
    const auto user = arguments.needed("users");
    auto person = slack.workspace.people.find(user);
    if (person == slack.workspace.people.end()) throw Refusal{"user_not_found"};
    if (person->second.kind == Person::Kind::deactivated) throw Refusal{"user_disabled"};
    return {{"channel", {{"id", slack.workspace.dm(user).id}}}};
}

Json info(FakeSlack& slack, const Arguments& arguments) {
    const auto& room = room_to_read(slack, arguments);
    Json channel = {{"id", room.id},
                    {"is_im", !room.with.empty()},
                    {"is_mpim", false},
                    {"is_channel", room.with.empty()},
                    {"is_archived", false},
                    {"is_ext_shared", room.shared_outside},
                    {"is_pending_ext_shared", false},
                    {"is_org_shared", false}};
    if (!room.with.empty()) channel["user"] = room.with;
    return {{"channel", channel}};
}

Json members(FakeSlack& slack, const Arguments& arguments) {
    const auto& room = room_to_read(slack, arguments);
    Json all = Json::array();
    for (auto& member : room.members) all.push_back(member);
    if (!room.with.empty()) all = {room.with, slack.options.bot_user};
    return said_page(slack, arguments, "members", all);
}

Json history(FakeSlack& slack, const Arguments& arguments) {
    const auto& room = room_to_read(slack, arguments);
    if (room.with.empty()) throw Refusal{"missing_scope:channels:history"};
    const auto oldest = arguments.text("oldest"), latest = arguments.text("latest");
    const bool inclusive = arguments.flag("inclusive");
    Json found = Json::array();
    for (auto post = room.posts.rbegin(); post != room.posts.rend(); ++post) { // newest first
        const auto& [ts, content] = *post;
        const bool old = !oldest.empty() && (inclusive ? ts < oldest : ts <= oldest);
        const bool young = !latest.empty() && (inclusive ? ts > latest : ts >= latest);
        if (old || young || content.only_for_one) continue;
        found.push_back(as_history(slack, ts, content, arguments.flag("include_all_metadata")));
    }
    auto said = said_page(slack, arguments, "messages", found);
    said["has_more"] = said["response_metadata"]["next_cursor"] != "";
    return said;
}

Json user_info(FakeSlack& slack, const Arguments& arguments) {
    auto person = slack.workspace.people.find(arguments.needed("user"));
    if (person == slack.workspace.people.end()) throw Refusal{"user_not_found"};
    return {{"user", profile_of(slack, person->second)}};
}

Json user_list(FakeSlack& slack, const Arguments& arguments) {
    Json all = Json::array();
    for (auto& [id, person] : slack.workspace.people) all.push_back(profile_of(slack, person));
    return said_page(slack, arguments, "members", all);
}

Room& room_to_read(FakeSlack& slack, const Arguments& arguments) {
    const auto channel = arguments.needed("channel");
    auto found = slack.workspace.rooms.find(channel);
    if (found == slack.workspace.rooms.end()) throw Refusal{"channel_not_found"};
    return found->second;
}

Json as_history(const FakeSlack& slack, const std::string& ts, const Post& post, bool with_metadata) {
    Json said = {{"type", "message"}, {"ts", ts}, {"user", post.user}, {"text", post.text}};
    if (post.by_bot) {
        said["bot_id"] = slack.options.bot;
        said["app_id"] = slack.options.app;
        said["blocks"] = post.blocks;
    }
    if (post.edits > 0) said["edited"] = {{"user", post.user}, {"ts", ts}};
    if (with_metadata && !post.metadata.is_null()) said["metadata"] = post.metadata;
    return said;
}

} // namespace

} // namespace vera::fake_slack
