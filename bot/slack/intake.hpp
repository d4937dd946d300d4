#pragma once
// What came in becomes turns: whoever speaks is judged, held to a pace and named; the turn's answer is the ack.
#include "bot/rate_limit.hpp"
#include "bot/slack/replies.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace vera::slack {

inline constexpr Duration refused_every = std::chrono::hours{1}; // the same sentence to one user
inline constexpr Duration sentence_every = std::chrono::minutes{1};
inline constexpr Rate pace_of_a_user{20, std::chrono::milliseconds{500}};
inline constexpr std::size_t max_remembered_users = 20'000;

class Intake {
public:
    Intake(Workspace&, Chats&, Members&, const Doors&, FixedWords);
    boost::asio::awaitable<Ack> take(Inbound);
    const std::map<std::string, std::uint64_t>& ignored() const { return ignored_; }

private:
    struct Profile { // as the turns know it
        std::string name;
        Zone zone;
        bool operator==(const Profile&) const = default;
    };
    Ack ignore(const std::string& reason);
    boost::asio::awaitable<Ack> profile_changed(Inbound, Member);
    boost::asio::awaitable<Ack> heard(Inbound);
    boost::asio::awaitable<Ack> too_fast(Inbound);
    boost::asio::awaitable<Ack> turn(Inbound, Member);
    boost::asio::awaitable<Event> event_from(Inbound, Member);
    boost::asio::awaitable<bool> follow_profile(Event, Member);
    bool keeps_pace(const std::string& user);

    Workspace& workspace_;
    Chats& chats_;
    const Doors& doors_;
    FixedWords words_;
    Members& members_;
    Sentences sentences_;
    Replies replies_;
    std::map<std::string, Profile> profiles_; // of those who spoke
    std::map<std::string, Bucket> paces_;     // by user
    std::map<std::string, std::uint64_t> ignored_;
};

} // namespace vera::slack
