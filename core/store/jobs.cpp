#include "core/store/rows.hpp"

namespace vera::store {

namespace {

void put_job(Store&, const Job&, const Event&);
Job errand_job(const Errand&, std::size_t number, const Plan&, const Event&, Time now);
Event plain_event(const Row&);
void open_job(const Store&, const Row&, Event&);
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
    for (const auto& row : rows) {
        Event event = plain_event(row);
        try {
            open_job(store, row, event);
            events.push_back(std::move(event));
        } catch (const Bug&) { // it would come first again and again, and keep all others from coming
            if (take_job(store, event, std::get<Due>(event.what)))
                record_unreadable(store, "job.unreadable", event.tenant, event.user, event.id.text(), now);
        }
    }
    return events;
}

namespace {

void put_job(Store& store, const Job& job, const Event& event) {
    MUST(!job.kind.empty());
    MUST(!job.occurrence.empty());
    const std::string place = job_row(event.user, job.kind, job.occurrence);
    store.database->run(
        R"(insert into job (tenant, user_id, kind, occurrence, due_ms, person, body)
           values ($1, $2, $3, $4, $5, $6, $7)
           on conflict (tenant, user_id, kind, occurrence) do update
           set due_ms = excluded.due_ms, person = excluded.person, body = excluded.body)",
        {event.tenant.text(), event.user.text(), job.kind, job.occurrence, to_ms(job.due), job.person.text(),
         sealed_document(store.sealer, job, {event.tenant.text(), "job", place})});
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

Event plain_event(const Row& row) {
    Event event;
    event.id = EventId("d" + row_id(row));
    event.keys = {"due:" + event.id.text()};
    event.tenant = TenantId(text(row[0]));
    event.user = UserId(text(row[1]));
    event.at = from_ms(integer(row[4]));
    event.what = Due{text(row[2]), text(row[3]), {}, {}, {}};
    return event;
}

void open_job(const Store& store, const Row& row, Event& event) {
    const std::string place = job_row(event.user, text(row[2]), text(row[3]));
    const Job job = opened_document<Job>(store.sealer, row[5], {event.tenant.text(), "job", place});
    event.conversation = job.conversation;
    event.thread = job.thread;
    event.what = Due{job.kind, job.occurrence, job.deal, job.person, job.action};
}

std::string job_row(const UserId& user, const std::string& kind, const std::string& occurrence) {
    return row_name({user.text(), kind, occurrence});
}

} // namespace

} // namespace vera::store
