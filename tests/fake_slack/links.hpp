#pragma once
// Socket Mode as Slack runs it: one-use URLs, hello, an envelope to exactly one link, acks within three
// seconds, "disconnect" in all its kinds. Source: docs.slack.dev, "Using Socket Mode".
#include "tests/fake_slack/fake_slack.hpp"

namespace vera::fake_slack {

inline constexpr std::size_t most_links = 10;
inline constexpr std::size_t longest_ack = 20'480; // bytes
inline constexpr Duration ack_window = std::chrono::seconds{3};
inline constexpr Duration farewell = std::chrono::seconds{10}; // between "disconnect" and the close

bool admit(FakeSlack&, const std::string& target); // uses the ticket in the query up
int opened(FakeSlack&, Wire);                      // the number of the new link, which gets a hello
void heard(FakeSlack&, int link, const std::string& text, bool fragmented = false);
void closed(FakeSlack&, int link); // by the client, or below
// Slack's side ends it.
void disconnect(FakeSlack&, int link, const std::string& reason); // "warning" and so on; closes 10 s later
void reset(FakeSlack&, int link);
void reset_all(FakeSlack&);
// Sends an envelope to one of the links. `ended` gets the ack's payload (an empty object when there is none),
// or nullptr after three seconds, or when there is no link.
void send_envelope(FakeSlack&, Json envelope, std::function<void(const Json* payload)> ended);

} // namespace vera::fake_slack
