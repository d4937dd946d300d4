#pragma once
// What a Slack workspace holds: people, chats and the messages in them, open modals, home pages. Data only;
// who may do what is decided where the calls are answered.
#include "core/time.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace vera::fake_slack {

using Json = nlohmann::json;

// As text; bytes that are no UTF-8 are replaced, as Slack never sends any.
inline std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

struct Person {
    enum class Kind { full, guest, stranger, bot, deactivated };
    std::string id, name;
    Kind kind = Kind::full;
    std::string zone = "Europe/Berlin";
    std::string team; // empty: this workspace's
};

struct Post {
    std::string user; // the bot's id for its own
    bool by_bot = false;
    std::string text;
    Json blocks = Json::array();
    Json metadata; // null: none
    int edits = 0;
    bool only_for_one = false; // ephemeral
};

struct Room {
    std::string id;
    std::string with;              // of a DM: the person
    std::set<std::string> members; // of a channel
    bool shared_outside = false;
    std::map<std::string, Post> posts; // by ts, which sorts as text
};

struct View {
    std::string id, hash, user;
    Json content;                              // as the app sent it
    std::map<std::string, std::string> errors; // by block id, shown at the fields
};

// A trigger_id: opens one view within three seconds.
struct Trigger {
    std::string user;
    Time until{};
    bool used = false;
};

struct Workspace {
    std::map<std::string, Person> people;
    std::map<std::string, Room> rooms;
    std::map<std::string, std::vector<View>> modals; // by person, the topmost last
    std::map<std::string, View> homes;               // by person
    std::map<std::string, Trigger> triggers;
    int made = 0; // numbers of whatever needs one

    std::string fresh(const std::string& prefix) { return prefix + std::to_string(++made); }
    std::string fresh_ts(Time now); // later than every one before
    Room& dm(const std::string& person);
    Room* find_room(const std::string& channel_or_user); // a user's id means the DM, which is made
    Post* find_post(const std::string& channel, const std::string& ts);
    View* find_modal(const std::string& view_id);

private:
    std::int64_t last_ts_ = 0;
};

} // namespace vera::fake_slack
