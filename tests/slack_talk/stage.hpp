#pragma once
// Vera in a workspace of the fake Slack, all in one process and on a clock that moves only from one happening
// to the next: the real house, the real Slack rooms, the real database file. Dies and starts again on order.
#include "bot/house.hpp"
#include "bot/inline_store.hpp"
#include "bot/manual_clock.hpp"
#include "bot/slack/slack.hpp"
#include "bot/slack/socket_mode.hpp"
#include "tests/fake_slack/eyes.hpp"
#include "tests/fake_slack/hands.hpp"
#include "tests/fake_slack/ports.hpp"
#include "tests/store/every_database.hpp"

#include <boost/asio/io_context.hpp>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace vera::slack_talk {

class CountedIds : public Ids {
public:
    std::string fresh() override { return "id" + std::to_string(++last_); }

private:
    int last_ = 0;
};

// What turns heard and decided: the messages in their order, each with its edits behind it.
struct Decided {
    std::vector<MessageId> order;
    std::map<MessageId, std::vector<Message>> messages;
    std::map<UserId, std::vector<std::string>> heard; // the lines that turns took, by whom
    void note(const Event&, const Plan&);
};

struct Stage {
    Stage(Time now, std::uint64_t seed, HouseUse use = {});
    ~Stage();

    HouseUse use;
    store::EmptyDatabase database{"SQLite"};
    CountedIds ids;
    boost::asio::io_context network;
    ManualClock clock;
    fake_slack::FakeSlack slack;
    Decided decided;
    std::vector<std::string> reports;

    void start();        // the process
    void stop();         // as on SIGTERM
    void settle();       // until a link is up, nothing is under way and nothing waits to be sent
    void pass(Duration); // time goes by, and things happen
    void move_to(Time);
    store::Store& store();
    store::Who who(const std::string& user);
    ConversationId chat(const std::string& user) const { return slack::chat_with(user); }

private:
    struct Process;
    void poll();
    bool quiet();
    std::unique_ptr<Process> process_;
};

} // namespace vera::slack_talk
