#pragma once
// What goes wrong, on order: the next n times, or with a chance drawn from the seed.
#include "tests/simulation/random.hpp"

#include <map>
#include <set>
#include <string>

namespace vera::fake_slack {

enum class Fault {
    // a Web API call
    api_limited,         // 429 with Retry-After; not carried out
    api_unreachable,     // never arrives
    api_html,            // 503 with a page of HTML; not carried out
    api_internal_error,  // ok:false; not carried out
    api_stored_then_500, // carried out, then 500
    api_stored_then_cut, // carried out, the answer's JSON ends in the middle
    api_slow,            // carried out, the answer comes after 30 s
    api_refused,         // ok:false with `refusal`
    empty_page,          // the first page of a list is empty, with a cursor
    // apps.connections.open
    open_limited,
    open_internal_error,
    open_html,
    open_slow,
    // a link
    hello_never,
    too_many_websockets,   // instead of hello
    warning_soon,          // after a while "warning", closed 10 s later
    refresh_soon,          // "refresh_requested", closed 10 s later
    disabled_soon,         // "link_disabled", closed at once
    half_open,             // nothing comes and nothing is heard any more; it is never closed
    reset_soon,            // gone without a word
    ping_flood,            // 1,000 pings after hello
    binary_frame,          // before an envelope
    bad_json,              // before an envelope
    unknown_type,          // an envelope of a type nobody knows, before another
    fragmented,            // an envelope in three frames
    big_envelope,          // one of 1 MB of an unknown type, before another
    reset_before_envelope, // the link dies as the envelope is sent
    reset_before_ack,      // the envelope arrives, the link dies before the ack is heard
    // events
    envelope_twice,
    ack_lost,          // heard by nobody
    event_late,        // by up to a minute
    fresh_event_id,    // the same message again under another event_id
    mention_first,     // app_mention before message, and not after it
    revoked_uninstall, // app_uninstalled before tokens_revoked, and not after it
};

class Faults {
public:
    explicit Faults(std::uint64_t seed) : random(seed) {}
    void order(Fault fault, int times = 1) { ordered_[fault] += times; }
    void chance(Fault fault, int percent) { chances_[fault] = percent; }
    void none() { ordered_.clear(), chances_.clear(); }
    bool happens(Fault);
    int happened(Fault fault) const { return happened_.contains(fault) ? happened_.at(fault) : 0; }
    int happened_in_all() const;
    simulation::Random random;
    std::string refusal = "fatal_error"; // of api_refused
    int retry_after = 3;                 // seconds, of the 429s
    std::set<std::string> spared;        // methods that the faults of a call leave alone

private:
    std::map<Fault, int> ordered_, chances_, happened_;
};

} // namespace vera::fake_slack
