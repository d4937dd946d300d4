#pragma once
// Figures for the operator, in the text form that Prometheus reads. Counts and ages only: no content, no ids of
// people. Names carry their unit.
#include "bot/platform.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace vera {

class Metrics {
public:
    Metrics();
    ~Metrics();
    void turn(Outcome::End);
    void acked(Duration);                             // from the arrival of an event to its acknowledgement
    void posted(Attempt::End);                        // one attempt of the sender
    void limited(const std::string& method);          // 429
    void connections_seen(int);                       // as Slack counts our app's links
    struct Gauges {                                   // looked at when somebody asks
        int links = 0;                                // of Socket Mode
        std::optional<Duration> last_frame_age;       // none yet, or no Socket Mode
        std::int64_t outbox_waiting = 0;              // messages
        std::map<std::string, std::uint64_t> ignored; // events without a turn, by a code of a fixed list
    };
    std::string text(const Gauges&);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

inline constexpr std::size_t max_label_values = 100; // of one metric; the rest is "other"

} // namespace vera
