#pragma once
// Both modes end here: counts, leaves other workspaces alone, hands on to the platform. What is taken is either
// acknowledged or comes again.
#include "bot/metrics.hpp"
#include "bot/ports.hpp"
#include "bot/slack/slack.hpp"

#include <functional>

namespace vera {

class SlackIntake {
public:
    using Take = std::function<boost::asio::awaitable<slack::Ack>(slack::Inbound)>;
    SlackIntake(std::string team, Take take, Metrics& metrics, Clock& clock)
        : team_(std::move(team)), take_(std::move(take)), metrics_(metrics), clock_(clock) {}
    boost::asio::awaitable<slack::Ack> take(slack::Inbound);
    void stop() { stopped_ = true; } // from now on nothing is acknowledged: it comes again, to who starts next
    int under_way() const { return under_way_; }

private:
    std::string team_; // the workspace that installed us
    Take take_;
    Metrics& metrics_;
    Clock& clock_;
    int under_way_ = 0;
    bool stopped_ = false;
};

} // namespace vera
