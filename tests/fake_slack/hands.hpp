#pragma once
// What a person does in Slack. Everything is delivered by the agenda, none of it before the caller goes on.
#include "tests/fake_slack/delivery.hpp"

namespace vera::fake_slack {

using Fields = std::map<std::string, std::string>; // by the label or the block id of the field

std::string say(FakeSlack&, const std::string& user, const std::string& text); // in the DM; its ts
void edit(FakeSlack&, const std::string& user, const std::string& ts, const std::string& text);
void remove(FakeSlack&, const std::string& user, const std::string& ts);
void mention(FakeSlack&, const std::string& user, const std::string& channel, const std::string& text);
void open_chat(FakeSlack&, const std::string& user); // the Messages tab
void open_home(FakeSlack&, const std::string& user);
void command(FakeSlack&, const std::string& user, const std::string& text, const std::string& channel = "");

// Presses the button of that label on the newest message, or the home page, that has one. False: there is none.
bool click(FakeSlack&, const std::string& user, const std::string& label);
bool click_home(FakeSlack&, const std::string& user, const std::string& label);
// Sends the open form with these fields changed. False: no form is open, or a field is not there.
bool submit(FakeSlack&, const std::string& user, const Fields&);
void close_form(FakeSlack&, const std::string& user);

// What an admin does.
void change_profile(FakeSlack&, const Person&);
void uninstall(FakeSlack&); // with tokens_revoked
void revoke(FakeSlack&);    // the bot token alone

} // namespace vera::fake_slack
