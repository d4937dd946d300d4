#pragma once
// Messages of the outbox at Slack: new ones into the user's DM, edits over what stands there, the home page.
// A new message carries our id in its metadata; by it an attempt that ended ambiguous is found again.
// Before each it is asked whether its reader may still talk to Vera.
#include "bot/slack/chats.hpp"
#include "bot/slack/members.hpp"

namespace vera::slack {

boost::asio::awaitable<Attempt> post_message(Workspace&, Chats&, Members&, Outbound);
boost::asio::awaitable<Lookup> find_message(Workspace&, Chats&, Outbound);

} // namespace vera::slack
