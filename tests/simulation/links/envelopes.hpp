#pragma once
// The envelopes of a story: sent until they are acknowledged, taken by turns of every length, and an account of
// which ack is owed on which link.
#include "bot/slack/slack.hpp"
#include "tests/simulation/world.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <string>
#include <vector>

namespace vera::simulation {

class Envelopes {
public:
    explicit Envelopes(World& world) : world_(world) {}
    void plan(Time begin, Time end, int count); // somebody does something, at times by chance

    // The process takes what was delivered.
    boost::asio::awaitable<slack::Ack> take(std::string payload);
    // Something was written on a link that stands: whether it may be, and whose ack it is. `arrives`: the server
    // reads it.
    void written(int link, const std::string& text, bool arrives);
    void process_died();

    std::size_t open() const; // not yet acknowledged
    bool calm = false;        // every turn is quick and committed
    std::size_t size() const { return envelopes_.size(); }

    // Of the server: delivers on some link and says on which, or 0; whether a link still takes an ack; the newest
    // of those that do, or 0.
    std::function<int(const std::string& text)> deliver;
    std::function<bool(int link)> stands;
    std::function<int()> newest;

private:
    struct Delivery {
        std::size_t envelope = 0;
        int link = 0;
        bool taken = false;
        bool owed = false; // at this very moment
    };
    void send(std::size_t envelope);
    void look_again(std::size_t envelope);
    slack::Ack decide(std::size_t delivery, bool in_time);
    Delivery* owed_for(std::size_t envelope, int link);
    World& world_;
    std::vector<bool> envelopes_; // acknowledged
    std::vector<Delivery> deliveries_;
};

} // namespace vera::simulation
