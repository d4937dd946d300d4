#pragma once
// What Socket Mode writes on the wire: frames read into values, the ack written. Pure. Shapes: docs.slack.dev,
// "Using Socket Mode".
#include "bot/slack/inbound.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace vera::slack {

struct HelloFrame {
    int connections = 1; // of this app, as Slack counts them
};
struct DisconnectFrame {
    std::string reason;
};
struct Envelope {
    std::string id;
    std::optional<Door> door; // none: a type we do not know
    std::string payload;      // JSON; empty when there is none, or when it is deeper than max_payload_depth
};
struct OtherFrame {}; // nothing that asks for an answer
using LinkFrame = std::variant<OtherFrame, HelloFrame, DisconnectFrame, Envelope>;

LinkFrame read_frame(std::string_view text); // any bytes
std::string ack_frame(const std::string& envelope_id, const std::string& payload_json);
std::string url_in(std::string_view answer); // of apps.connections.open; empty: there is none

inline constexpr int max_payload_depth = 64;
inline constexpr std::size_t max_envelope_id = 200; // bytes; a longer one is no envelope of Slack's

} // namespace vera::slack
