// The slash command: whatever its name is in the app's manifest, it is ours. In a direct chat it is a typed line.
#include "bot/slack/reading.hpp"
#include "bot/slack/text_in.hpp"

#include <nlohmann/json.hpp>

namespace vera::slack {

void read_command(const Json& command, const Self& self, Inbound& in) {
    if (!member(command, "ssl_check").is_null()) { // a probe of the certificate, unsigned: nothing else counts
        in.what = Ignored{"ssl_check"};
        return;
    }
    if (id_of(member(command, "command")).empty()) {
        in.what = Ignored{"no_command"};
        return;
    }
    in.user = id_of(member(command, "user_id"));
    in.user_team = id_of(member(command, "team_id"));
    in.channel = id_of(member(command, "channel_id"));
    const auto name = text_of(member(command, "channel_name"));
    in.own_chat = name.empty() ? is_direct(in.channel) : name == "directmessage";
    add_key(in, "trigger", {in.trigger});
    auto text = text_in(text_of(member(command, "text")), self.user);
    if (!in.own_chat)
        in.what = Speaks{Called{}};
    else
        in.what = Speaks{Said{text.empty() ? "help" : std::move(text)}};
}

} // namespace vera::slack
