#include "tests/simulation/oracle.hpp"

#include <tuple>

namespace vera::simulation {

namespace {

constexpr Duration punctual = seconds{30}; // under calm skies, with a store that takes its time

struct Calendar {
    std::map<std::tuple<UserId, std::string, std::string>, Time> jobs;
    std::map<std::tuple<UserId, std::string, DealId>, int> errands;
};

void come(const Facts&, Calendar&, const Turn&, const Due&);
void plan(Calendar&, const Turn&);

} // namespace

// Plays the plans of all committed turns on a calendar of its own.
void check_jobs(const Facts& facts) {
    Calendar calendar;
    for (const auto* turn : in_order(facts.recorder)) {
        if (const auto* due = std::get_if<Due>(&turn->event.what)) come(facts, calendar, *turn, *due);
        plan(calendar, *turn);
    }
    for (const auto& [key, due] : calendar.jobs)
        if (due + punctual < facts.world.now())
            facts.world.violate("a job never came: " + std::get<1>(key) + " " + std::get<2>(key));
    for (const auto& [key, count] : calendar.errands)
        if (count != 0) facts.world.violate("an errand never came: " + std::get<1>(key));
}

namespace {

void come(const Facts& facts, Calendar& calendar, const Turn& turn, const Due& due) {
    auto name = due.kind + " " + due.occurrence;
    auto errand = calendar.errands.find({turn.event.user, due.kind, due.deal});
    auto job = calendar.jobs.find({turn.event.user, due.kind, due.occurrence});
    if (job == calendar.jobs.end()) {
        if (errand == calendar.errands.end() || errand->second-- <= 0)
            facts.world.violate("a job came that nobody planned, or twice, or after it was cancelled: " + name);
        return;
    }
    if (turn.now < job->second) facts.world.violate("a job came early: " + name);
    if (job->second > facts.calm_since && turn.now - job->second > punctual)
        facts.world.violate("a job came late: " + name);
    calendar.jobs.erase(job);
}

void plan(Calendar& calendar, const Turn& turn) {
    for (const auto& key : turn.plan.cancelled) calendar.jobs.erase({turn.event.user, key.kind, key.occurrence});
    for (const auto& job : turn.plan.jobs) calendar.jobs[{turn.event.user, job.kind, job.occurrence}] = job.due;
    for (const auto& errand : turn.plan.errands) ++calendar.errands[{turn.event.user, errand.kind, errand.deal}];
}

} // namespace

} // namespace vera::simulation
