#include "tests/slack_talk/weather.hpp"

#include <vector>

namespace vera::slack_talk {

namespace {

using fake_slack::Fault;

struct Kind {
    Fault fault;
    const char* name;
    int most; // percent
};

const std::vector<Kind>& kinds();

} // namespace

void set_weather(fake_slack::Faults& faults, std::uint64_t seed) {
    simulation::Random random(seed);
    for (const auto& kind : kinds())
        if (random.chance(60)) faults.chance(kind.fault, static_cast<int>(random.between(1, kind.most)));
    faults.retry_after = static_cast<int>(random.between(1, 30));
    faults.spared = {"users.info"}; // who cannot be asked about is told to try again: another talk
}

void Weathered::count(const fake_slack::Faults& faults) {
    for (const auto& kind : kinds()) times[kind.name] += faults.happened(kind.fault);
}

std::vector<std::string> Weathered::never() const {
    std::vector<std::string> names;
    for (const auto& [name, count] : times)
        if (count == 0) names.push_back(name);
    return names;
}

namespace {

const std::vector<Kind>& kinds() {
    static const std::vector<Kind> all = {
        {Fault::api_limited, "a call limited", 12},
        {Fault::api_unreachable, "a call that never arrives", 8},
        {Fault::api_html, "a call answered by HTML", 6},
        {Fault::api_internal_error, "a call that fails inside", 6},
        {Fault::api_stored_then_500, "carried out, then 500", 8},
        {Fault::api_stored_then_cut, "carried out, the answer cut", 8},
        {Fault::api_slow, "carried out, answered too late", 8},
        {Fault::open_limited, "no link, limited", 20},
        {Fault::open_internal_error, "no link, fails inside", 20},
        {Fault::open_slow, "a link's address too late", 10},
        {Fault::hello_never, "no hello", 10},
        {Fault::too_many_websockets, "too many links", 10},
        {Fault::warning_soon, "warning", 20},
        {Fault::refresh_soon, "refresh requested", 20},
        {Fault::disabled_soon, "link disabled", 25},
        {Fault::half_open, "half open", 15},
        {Fault::reset_soon, "reset", 20},
        {Fault::reset_before_envelope, "reset before an envelope", 8},
        {Fault::reset_before_ack, "reset before the ack", 8},
        {Fault::envelope_twice, "an envelope twice", 20},
        {Fault::ack_lost, "an ack lost", 15},
        {Fault::event_late, "an event late", 40},
        {Fault::fresh_event_id, "a message under two event ids", 15},
    };
    return all;
}

} // namespace

} // namespace vera::slack_talk
