#pragma once
// Slack as a platform: whoever speaks is judged, becomes an Event and gets an ack; messages of the outbox are
// posted, edited and looked up. Knows one workspace and one bot token.
#include "bot/platform.hpp"
#include "bot/ports.hpp"
#include "bot/slack/inbound.hpp"
#include "bot/slack/members.hpp"
#include "bot/slack/web_api.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace vera::slack {

struct SlackSettings {
    std::string bot_token;                    // xoxb-…
    std::string app_token;                    // xapp-…; set: Socket Mode
    std::vector<std::string> signing_secrets; // one or two; set: HTTP mode
    std::string api_url = "https://slack.com/api/";
    std::set<std::string> allow; // user ids or e-mails; empty: every full member
};

// What goes back to Slack for one envelope or request. Not to be acknowledged: Slack sends it again.
struct Ack {
    bool acknowledge = true;
    std::string payload; // JSON; empty: nothing
};

// The sentences that are said without a turn, from the wording.
struct FixedWords {
    std::string refused;     // to guests, strangers, bots
    std::string try_again;   // nobody could be asked who they are
    std::string let_us_talk; // in a channel
    std::string busy;        // too many lines at once from one user
};

class Slack : public Platform {
public:
    Slack(SlackSettings, Self, FixedWords, Doors, Http&, Clock&);
    ~Slack() override;

    // Everything that came in, by either mode. Ends when the turn is committed, or with acknowledge = false.
    boost::asio::awaitable<Ack> take(Inbound);

    boost::asio::awaitable<Attempt> post(Outbound) override;
    boost::asio::awaitable<Lookup> find(Outbound) override;
    bool reaches(const ConversationId&) const override;

    // Reads what was missed in chats with an open question (after a gap without a link).
    boost::asio::awaitable<void> catch_up(Time since);

    struct Health {
        bool installed = true; // false: the token is dead, the outbox waits
        std::string trouble;   // why, for /readyz and the operator
    };
    Health health() const;
    boost::asio::awaitable<void> look_again(); // at a dead token, once a minute at most: does it work again?
    const std::map<std::string, std::uint64_t>& ignored() const; // how many, by reason; for the metrics
    void stop();                                                 // every wait ends; what is under way ends with it

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// Vera's name of the chat with a user, and back.
ConversationId chat_with(const std::string& user);
std::string user_of(const ConversationId&); // empty: not one of ours

} // namespace vera::slack
