// chat.*: posts, edits, deletes. What breaks Slack's limits is refused in Slack's words.
#include "tests/fake_slack/web_api.hpp"

#include "tests/slack/limits.hpp"

namespace vera::fake_slack {

namespace {

constexpr std::size_t longest_update = 4'000, longest_metadata = 16 * 1024;

Json post_message(FakeSlack&, const Arguments&);
Json post_ephemeral(FakeSlack&, const Arguments&);
Json update(FakeSlack&, const Arguments&);
Json erase(FakeSlack&, const Arguments&);
Room& room_to_write(FakeSlack&, const Arguments&);
Post content_of(const FakeSlack&, const Arguments&);
void check_metadata(const Json&);
Json shown(const FakeSlack&, const std::string& ts, const Post&);

} // namespace

void add_chat_methods(std::map<std::string, MethodRule>& methods) {
    methods["chat.postMessage"] = {"chat:write", false, post_message};
    methods["chat.postEphemeral"] = {"chat:write", false, post_ephemeral};
    methods["chat.update"] = {"chat:write", false, update};
    methods["chat.delete"] = {"chat:write", false, erase};
}

namespace {

Json post_message(FakeSlack& slack, const Arguments& arguments) {
    auto& room = room_to_write(slack, arguments);
    auto post = content_of(slack, arguments);
    const auto ts = slack.workspace.fresh_ts(slack.clock.now());
    room.posts[ts] = post;
    return {{"channel", room.id}, {"ts", ts}, {"message", shown(slack, ts, post)}};
}

Json post_ephemeral(FakeSlack& slack, const Arguments& arguments) {
    auto& room = room_to_write(slack, arguments);
    const auto user = arguments.needed("user");
    if (room.with != user && !room.members.contains(user)) throw Refusal{"user_not_in_channel"};
    auto post = content_of(slack, arguments);
    post.only_for_one = true;
    const auto ts = slack.workspace.fresh_ts(slack.clock.now());
    slack.workspace.dm(user).posts[ts] = post; // where this user reads
    return {{"message_ts", ts}};
}

Json update(FakeSlack& slack, const Arguments& arguments) {
    const auto channel = arguments.needed("channel");
    if (!slack.workspace.rooms.contains(channel)) throw Refusal{"channel_not_found"}; // a user's id is none here
    auto* post = slack.workspace.find_post(channel, arguments.needed("ts"));
    if (!post || post->only_for_one) throw Refusal{"message_not_found"};
    if (!post->by_bot) throw Refusal{"cant_update_message"};
    auto changed = content_of(slack, arguments);
    if (changed.text.size() > 4 * longest_update) throw Refusal{"msg_too_long"};
    if (changed.metadata.is_null()) changed.metadata = post->metadata;
    changed.edits = post->edits + 1;
    *post = changed;
    return {{"channel", channel}, {"ts", arguments.text("ts")}, {"text", changed.text}};
}

Json erase(FakeSlack& slack, const Arguments& arguments) {
    auto* room = slack.workspace.find_room(arguments.needed("channel"));
    if (!room) throw Refusal{"channel_not_found"};
    const auto ts = arguments.needed("ts");
    if (!room->posts.contains(ts)) throw Refusal{"message_not_found"};
    if (!room->posts.at(ts).by_bot) throw Refusal{"cant_delete_message"};
    room->posts.erase(ts);
    return {{"channel", room->id}, {"ts", ts}};
}

Room& room_to_write(FakeSlack& slack, const Arguments& arguments) {
    auto* room = slack.workspace.find_room(arguments.needed("channel"));
    if (!room) throw Refusal{"channel_not_found"};
    if (room->with.empty() && !room->members.contains(slack.options.bot_user)) throw Refusal{"not_in_channel"};
    if (!room->with.empty() && slack.workspace.people.at(room->with).kind == Person::Kind::deactivated)
        throw Refusal{"user_disabled"};
    return *room;
}

Post content_of(const FakeSlack& slack, const Arguments& arguments) {
    Post post;
    post.user = slack.options.bot_user;
    post.by_bot = true;
    post.text = arguments.text("text");
    const auto blocks = arguments.value("blocks");
    if (blocks.is_array()) post.blocks = blocks;
    if (!blocks.is_null() && !blocks.is_array()) throw Refusal{"invalid_blocks_format"};
    if (post.text.empty() && post.blocks.empty()) throw Refusal{"no_text"};
    auto wrong = slack::refused_blocks(post.blocks, slack::BlocksOf::message);
    if (!post.blocks.empty() && !wrong.empty()) throw Refusal{"invalid_blocks", wrong};
    post.metadata = arguments.value("metadata");
    if (!post.metadata.is_null()) check_metadata(post.metadata);
    return post;
}

void check_metadata(const Json& metadata) {
    const bool whole = metadata.is_object() && metadata.contains("event_type") &&
                       metadata.at("event_type").is_string() && metadata.contains("event_payload") &&
                       metadata.at("event_payload").is_object();
    if (!whole) throw Refusal{"invalid_metadata_format"};
    if (metadata.dump().size() > longest_metadata) throw Refusal{"metadata_too_large"};
}

Json shown(const FakeSlack& slack, const std::string& ts, const Post& post) {
    return {{"type", "message"},           {"ts", ts},          {"user", post.user},
            {"bot_id", slack.options.bot}, {"text", post.text}, {"blocks", post.blocks}};
}

} // namespace

} // namespace vera::fake_slack
