#pragma once
// A person as users.info and user_change show one.
#include "tests/fake_slack/fake_slack.hpp"

namespace vera::fake_slack {

Json profile_of(const FakeSlack&, const Person&);
std::string team_of(const FakeSlack&, const std::string& person);

} // namespace vera::fake_slack
