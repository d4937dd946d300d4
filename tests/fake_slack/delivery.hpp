#pragma once
// How Slack hands over what happened, by a link or by signed requests. Events are tried four times (at once,
// at once again, after a minute, after five); interactions and commands once.
#include "tests/fake_slack/fake_slack.hpp"

namespace vera::fake_slack {

using Ended = std::function<void(const Json* payload)>; // nullptr: nobody answered in time

// `event` is the inner one. Returns its event_id.
std::string deliver_event(FakeSlack&, Json event);
void deliver_interaction(FakeSlack&, Json payload, Ended); // the answer may hold a response_action
void deliver_command(FakeSlack&, Json fields, Ended);      // the answer may hold a message

// A request as Slack signs it.
HttpRequest signed_request(const FakeSlack&, const std::string& path, const std::string& type, std::string body);

} // namespace vera::fake_slack
