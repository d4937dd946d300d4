#pragma once
// Who may talk to Vera: full members of the workspace, on the allow-list if there is one. What users.info said
// is fresh for five minutes; when Slack gives no answer, somebody confirmed within a day may go on in their
// own chat. user_change ends it at once.
#include "bot/slack/inbound.hpp"
#include "bot/slack/web_api.hpp"
#include "bot/suspend.hpp"

#include <exception>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace vera::slack {

enum class Verdict {
    welcome,
    refused,    // guest, stranger, bot, deactivated, not on the list: one fixed sentence, the same for all
    cannot_say, // Slack gave no answer: try again
};

inline constexpr Duration member_fresh = std::chrono::minutes{5};
inline constexpr Duration member_grace = std::chrono::hours{24};

class Members {
public:
    struct Rules {
        std::string team;            // the workspace
        std::set<std::string> allow; // user ids or e-mails; empty: every full member
    };
    using AskSlack = std::function<boost::asio::awaitable<ApiEnd>(std::string user)>; // users.info
    Members(Rules, Clock&, AskSlack);

    struct Judged {
        Verdict verdict = Verdict::cannot_say;
        Member member; // what is known, for name and zone
    };
    // `user_team`: the home that the payload claims; another one than ours is refused unasked. Who comes while
    // somebody asks Slack about the same user waits for that answer.
    boost::asio::awaitable<Judged> judge(std::string user, std::string user_team);
    void learn(Member); // user_change: at once, of those who have spoken; the others are not remembered

private:
    struct Known {
        Member member;
        Time confirmed{};
    };
    boost::asio::awaitable<Judged> ask(std::string user);
    void answer(const std::string& user, std::exception_ptr, const Judged&); // those who wait
    void remember(Member);
    Judged judged_by(const std::string& user, Time asked, const ApiEnd&);
    const Known* known_since(const std::string& user, Time earliest) const;
    Judged verdict_on(const Member&) const;
    Rules rules_;
    Clock& clock_;
    AskSlack ask_;
    std::map<std::string, Known> known_;                         // at most max_known_members; the oldest goes
    std::map<std::string, std::vector<Resume<Judged>>> waiting_; // by the user who is being asked about
};
inline constexpr std::size_t max_known_members = 20'000;

// users.info's `user` object as JSON text; nullopt when it is not one.
std::optional<Member> read_member(std::string_view json, const std::string& team);

} // namespace vera::slack
