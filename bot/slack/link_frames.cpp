#include "bot/slack/link_frames.hpp"

#include <nlohmann/json.hpp>

namespace vera::slack {

namespace {

using nlohmann::json;

json parse_shallow(std::string_view text, bool& too_deep);
std::string text_of(const json& object, const char* name);
std::optional<Door> door_of(const std::string& type);

} // namespace

LinkFrame read_frame(std::string_view text) {
    bool too_deep = false;
    const auto frame = parse_shallow(text, too_deep);
    if (!frame.is_object()) return OtherFrame{};
    const auto type = text_of(frame, "type");
    if (type == "hello") {
        const auto count = frame.find("num_connections");
        return HelloFrame{count != frame.end() && count->is_number_integer() ? count->get<int>() : 1};
    }
    if (type == "disconnect") return DisconnectFrame{text_of(frame, "reason")};
    Envelope envelope{text_of(frame, "envelope_id"), door_of(type), ""};
    if (envelope.id.empty() || envelope.id.size() > max_envelope_id) return OtherFrame{};
    const auto payload = frame.find("payload");
    if (payload != frame.end() && !too_deep) envelope.payload = payload->dump();
    return envelope;
}

std::string ack_frame(const std::string& envelope_id, const std::string& payload_json) {
    const auto id = json(envelope_id).dump(-1, ' ', false, json::error_handler_t::replace);
    return "{\"envelope_id\":" + id + (payload_json.empty() ? "" : ",\"payload\":" + payload_json) + "}";
}

std::string url_in(std::string_view answer) {
    bool too_deep = false;
    const auto object = parse_shallow(answer, too_deep);
    return object.is_object() ? text_of(object, "url") : "";
}

namespace {

// What lies too deep is left out, so that an envelope that hides something there can still be acknowledged.
json parse_shallow(std::string_view text, bool& too_deep) {
    auto keep = [&](int depth, json::parse_event_t, json&) {
        too_deep |= depth > max_payload_depth + 1;
        return depth <= max_payload_depth + 1;
    };
    return json::parse(text, keep, false);
}

std::string text_of(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::optional<Door> door_of(const std::string& type) {
    if (type == "events_api") return Door::events;
    if (type == "interactive") return Door::interactions;
    if (type == "slash_commands") return Door::commands;
    return std::nullopt;
}

} // namespace

} // namespace vera::slack
