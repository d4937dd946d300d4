#pragma once
// A modal or a home page, with what Slack adds to it.
#include "tests/fake_slack/fake_slack.hpp"

namespace vera::fake_slack {

View made_view(FakeSlack&, const std::string& user, Json content);
Json view_as_sent(const FakeSlack&, const View&); // with an empty state

} // namespace vera::fake_slack
