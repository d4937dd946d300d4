#include "core/store/rows.hpp"

#include <sodium.h>

#include <array>

namespace vera::store {

namespace {

constexpr std::size_t due_id_bytes = 12;

void put_job(Store&, const Job&, const Event&);
Job errand_job(const Errand&, std::size_t number, const Plan&, const Event&, Time now);
Event due_event(Store&, const Row&);
std::string due_id(const Row&);
std::string job_row(const UserId&, const std::string& kind, const std::string& occurrence);

} // namespace

bool save_jobs(Store& store, const Plan& plan, const Event& event, Time now) {
    for (const auto& key : plan.cancelled)
        store.database->run("delete from job where tenant = $1 and user_id = $2 and kind = $3 and occurrence = $4",
                            {event.tenant.text(), event.user.text(), key.kind, key.occurrence});
    for (const auto& job : plan.jobs) put_job(store, job, event);
    for (std::size_t i = 0; i < plan.errands.size(); ++i)
        put_job(store, errand_job(plan.errands[i], i, plan, event, now), event);
    return !plan.jobs.empty() || !plan.errands.empty() || !plan.cancelled.empty();
}

bool take_job(Store& store, const Event& event, const Due& due) {
    const auto taken = store.database->run(
        R"(delete from job where tenant = $1 and user_id = $2 and kind = $3 and occurrence = $4 and due_ms = $5
           returning kind)",
        {event.tenant.text(), event.user.text(), due.kind, due.occurrence, to_ms(event.at)});
    return !taken.empty();
}

std::optional<Time> next_due(Store& store) {
    const auto rows = store.database->run("select min(due_ms) from job");
    MUST(rows.size() == 1);
    const auto* due = std::get_if<std::int64_t>(&rows[0][0]);
    return due ? std::optional(from_ms(*due)) : std::nullopt;
}

std::vector<Event> due(Store& store, Time now, std::size_t limit) {
    const auto rows = store.database->run(
        R"(select tenant, user_id, kind, occurrence, due_ms, body from job where due_ms <= $1
           order by due_ms, tenant, user_id, kind, occurrence limit $2)",
        {to_ms(now), static_cast<std::int64_t>(limit)});
    std::vector<Event> events;
    events.reserve(rows.size());
    for (const auto& row : rows) events.push_back(due_event(store, row));
    return events;
}

namespace {

void put_job(Store& store, const Job& job, const Event& event) {
    MUST(!job.kind.empty());
    MUST(!job.occurrence.empty());
    const std::string place = job_row(event.user, job.kind, job.occurrence);
    store.database->run(
        R"(insert into job (tenant, user_id, kind, occurrence, due_ms, local_day, local_minute, zone, person, body)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
           on conflict (tenant, user_id, kind, occurrence) do update
           set due_ms = excluded.due_ms, local_day = excluded.local_day, local_minute = excluded.local_minute,
               zone = excluded.zone, person = excluded.person, body = excluded.body)",
        {event.tenant.text(), event.user.text(), job.kind, job.occurrence, to_ms(job.due),
         job.local.day.ok() ? iso_day(job.local.day) : "", static_cast<std::int64_t>(job.local.minute.count()),
         job.zone.name(), job.person.text(), sealed_document(store.sealer, job, {event.tenant.text(), "job", place})});
}

Job errand_job(const Errand& errand, std::size_t number, const Plan& plan, const Event& event, Time now) {
    Job job{};
    job.kind = errand.kind;
    job.occurrence = event.id.text() + "-e" + std::to_string(number);
    job.conversation = event.conversation;
    job.thread = event.thread;
    job.deal = errand.deal;
    job.zone = plan.next.user.zone;
    job.local = to_local(now, job.zone);
    job.due = now;
    return job;
}

Event due_event(Store& store, const Row& row) {
    const UserId user(text(row[1]));
    const std::string place = job_row(user, text(row[2]), text(row[3]));
    const Job job = opened_document<Job>(store.sealer, row[5], {text(row[0]), "job", place});
    Event event;
    event.id = EventId(due_id(row));
    event.keys = {"due:" + event.id.text()};
    event.tenant = TenantId(text(row[0]));
    event.user = user;
    event.conversation = job.conversation;
    event.thread = job.thread;
    event.at = from_ms(integer(row[4]));
    event.what = Due{job.kind, job.occurrence, job.deal, job.person, job.action};
    return event;
}

// Short whatever the job is called, because more ids derive from it; the same whenever it is asked.
std::string due_id(const Row& row) {
    std::string name;
    for (std::size_t column = 0; column < 4; ++column) name += text(row[column]) + '\0';
    name += std::to_string(integer(row[4]));
    std::array<unsigned char, due_id_bytes> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(name.data()), name.size(),
                       nullptr, 0);
    std::string hex(2 * hash.size() + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    hex.pop_back();
    return "d" + hex;
}

std::string job_row(const UserId& user, const std::string& kind, const std::string& occurrence) {
    return user.text() + "/" + kind + "/" + occurrence;
}

} // namespace

} // namespace vera::store
