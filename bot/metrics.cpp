#include "bot/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <set>

namespace vera {

namespace {

using Counters = prometheus::Family<prometheus::Counter>;
using Gauge = prometheus::Gauge;

double seconds(Duration);
const char* word_of(Outcome::End);
const char* word_of(Attempt::End);

} // namespace

struct Metrics::Impl {
    prometheus::Registry registry;
    Counters& turns = counters("vera_turns_total", "Events that became a turn, by how it ended");
    Counters& ignored = counters("vera_events_ignored_total", "Events acknowledged without a turn, by reason");
    Counters& posts = counters("vera_posts_total", "Attempts to send a message, by how they ended");
    Counters& limited = counters("vera_slack_limited_total", "Answers 429 of Slack, by method");
    prometheus::Histogram& acks =
        prometheus::BuildHistogram()
            .Name("vera_ack_seconds")
            .Help("From the arrival of an event to its acknowledgement; Slack waits 3 seconds")
            .Register(registry)
            .Add({}, prometheus::Histogram::BucketBoundaries{0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5});
    Gauge& links = gauge("vera_slack_links_open", "Socket Mode links of this process");
    Gauge& connections = gauge("vera_slack_connections", "Links of this app as Slack counted them last");
    Gauge& last_frame = gauge("vera_slack_last_frame_age_seconds", "Since anything was heard on a Socket Mode link");
    Gauge& outbox = gauge("vera_outbox_waiting", "Messages that wait to be sent");
    std::set<std::string> reasons, methods;
    std::map<std::string, std::uint64_t> counted; // of `ignored`, at the last look

    Counters& counters(const char* name, const char* help) {
        return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
    }
    Gauge& gauge(const char* name, const char* help) {
        return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
    }
    static std::string bounded(const std::string& label, std::set<std::string>& known) {
        if (known.size() < max_label_values) known.insert(label);
        return known.contains(label) ? label : "other";
    }
};

Metrics::Metrics() : impl_(std::make_unique<Impl>()) {}
Metrics::~Metrics() = default;

void Metrics::turn(Outcome::End end) { impl_->turns.Add({{"outcome", word_of(end)}}).Increment(); }

void Metrics::acked(Duration took) { impl_->acks.Observe(seconds(took)); }

void Metrics::posted(Attempt::End end) { impl_->posts.Add({{"end", word_of(end)}}).Increment(); }

void Metrics::limited(const std::string& method) {
    impl_->limited.Add({{"method", Impl::bounded(method, impl_->methods)}}).Increment();
}

void Metrics::connections_seen(int count) { impl_->connections.Set(count); }

std::string Metrics::text(const Gauges& gauges) {
    impl_->links.Set(gauges.links);
    if (gauges.last_frame_age) impl_->last_frame.Set(seconds(*gauges.last_frame_age));
    impl_->outbox.Set(static_cast<double>(gauges.outbox_waiting));
    for (auto& [reason, total] : gauges.ignored) {
        auto& counted = impl_->counted[reason];
        impl_->ignored.Add({{"reason", Impl::bounded(reason, impl_->reasons)}})
            .Increment(static_cast<double>(total - counted));
        counted = total;
    }
    return prometheus::TextSerializer().Serialize(impl_->registry.Collect());
}

namespace {

double seconds(Duration duration) { return std::chrono::duration<double>(duration).count(); }

const char* word_of(Outcome::End end) {
    switch (end) {
    case Outcome::End::done:
        return "done";
    case Outcome::End::repeated:
        return "repeated";
    case Outcome::End::quarantined:
        return "quarantined";
    case Outcome::End::failed:
        return "failed";
    }
    return "other";
}

const char* word_of(Attempt::End end) {
    switch (end) {
    case Attempt::End::sent:
        return "sent";
    case Attempt::End::refused:
        return "refused";
    case Attempt::End::retry:
        return "retry";
    case Attempt::End::ambiguous:
        return "ambiguous";
    }
    return "other";
}

} // namespace

} // namespace vera
