#pragma once
// The payloads of clicks and forms.
#include "tests/fake_slack/fake_slack.hpp"

namespace vera::fake_slack {

inline constexpr Duration trigger_life = std::chrono::seconds{3};

std::string fresh_trigger(FakeSlack&, const std::string& user);

} // namespace vera::fake_slack
