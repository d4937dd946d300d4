#pragma once
// Payloads as Slack would send them to the one workspace of these tests, and what comes of them in one line.
#include "bot/slack/inbound.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace vera::slack {

using Json = nlohmann::json;

inline const Self we = {"T1", "A1", "UVERA", "BVERA"};
inline const Time noon = from_ms(1'800'000'000'000);

Json event_payload(Json event, const std::string& id = "Ev1"); // in its wrapper
Json message_payload(const std::string& text, Json more = Json::object());
Json click_payload(const std::string& value, Json more = Json::object()); // a button in our chat
Json form_payload(const std::string& metadata, Json values);

Inbound read_one(Door, const Json&);
Inbound read_one(const Json& event);                           // Door::events
std::string ignored_as(const Inbound&);                        // "" when it is not ignored
template <class What> const What* said_as(Inbound&&) = delete; // it would be gone
template <class What> const What* said_as(const Inbound& in) { // what a turn would get
    const auto* speaks = std::get_if<Speaks>(&in.what);
    return speaks ? std::get_if<What>(&speaks->what) : nullptr;
}
std::string described(const Inbound&);

struct Sample {
    std::string path; // below tests/slack/samples
    Door door;
    std::string json;
};
std::vector<Sample> samples(); // sorted by path; socket envelopes opened

} // namespace vera::slack
