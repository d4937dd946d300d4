#pragma once
// A workspace with Ann, a full member, and others who are not, and a house whose turns end as the test ordered.
#include "bot/slack/slack.hpp"
#include "tests/slack/desk.hpp"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace vera::slack::rig {

using Texts = std::vector<std::string>;

json user_of_slack(const std::string& id, const json& more = json::object()); // users.info's answer

struct Office : Desk {
    explicit Office(std::set<std::string> allow = {});
    std::unique_ptr<Slack> slack;

    std::function<Outcome(const Event&)> think; // else `done` without a reply
    std::vector<WaitingTalk> waiting;
    bool talks_fail = false;   // whoever asks for `waiting` gets an exception
    std::vector<Event> events; // that reached the house
    std::vector<Event> moves;  // the profiles among them
    std::vector<AccountName> accounts;
    Texts reports;

    Ack take(Inbound in) { return run(slack->take(std::move(in))); }
    Attempt post(const Message& message, const std::string& edits = "") {
        return run(slack->post(Outbound{message, "T1", edits}));
    }
    Lookup find(const Message& message) { return run(slack->find(Outbound{message, "T1", ""})); }

private:
    boost::asio::awaitable<Outcome> process(Event);
    boost::asio::awaitable<WhoIsIt> identify(AccountName);
    boost::asio::awaitable<std::vector<WaitingTalk>> talks();
    int ids_ = 0;
};

Message message(const std::string& id, const std::string& text = "Who signs?");
Inbound said(const std::string& text, const std::string& user = "U_ANN");
Inbound clicked(const std::string& value);
Inbound commanded(decltype(Event::what));
Inbound submitted(const std::string& kind);
Inbound mentioned();
Outcome with_reply(Reply);

} // namespace vera::slack::rig
