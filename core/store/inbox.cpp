#include "core/store/rows.hpp"

#include <algorithm>

namespace vera::store {

namespace {

struct Earlier { // how an earlier event with one of these keys ended
    std::string event, state;
    Value reply;
};

std::vector<std::string> claim_keys(const Event&);
bool take_key(Store&, const Event&, const std::string& key, std::string_view state, Time now);
std::optional<Earlier> earlier_of(Store&, const Event&, const std::vector<std::string>& keys);
void join_earlier(Store&, const Event&, const std::vector<std::string>& fresh, const Earlier&);
int failed_attempts(Store&, const Event&);
Claimed claimed_before(Store&, const Event&, const Earlier&);

} // namespace

Claimed claim(Store& store, const Event& event, Time now) {
    std::vector<std::string> fresh, seen;
    for (const auto& key : claim_keys(event)) (take_key(store, event, key, "done", now) ? fresh : seen).push_back(key);
    const auto* due = std::get_if<Due>(&event.what);
    const bool job_gone = due && !take_job(store, event, *due);
    if (const auto earlier = earlier_of(store, event, seen)) {
        join_earlier(store, event, fresh, *earlier);
        return claimed_before(store, event, *earlier);
    }
    if (job_gone) return {Claim::repeated, std::nullopt, 0};
    return {Claim::fresh, std::nullopt, failed_attempts(store, event)};
}

int count_attempt(Store& store, const Event& event, Time now) {
    std::int64_t most = 0;
    for (const auto& key : claim_keys(event)) {
        const auto rows = store.database->run(
            R"(insert into attempt (tenant, key, attempts, at_ms) values ($1, $2, 1, $3)
               on conflict (tenant, key) do update set attempts = attempt.attempts + 1, at_ms = excluded.at_ms
               returning attempts)",
            {event.tenant.text(), key, to_ms(now)});
        MUST(rows.size() == 1);
        most = std::max(most, integer(rows[0][0]));
    }
    return static_cast<int>(most);
}

void quarantine(Store& store, const Event& event, const Message& apology, Time now) {
    bool first = true; // two deliveries of it may fail side by side; one apology is enough
    for (const auto& key : claim_keys(event)) first = take_key(store, event, key, "poison", now) && first;
    if (const auto* due = std::get_if<Due>(&event.what)) take_job(store, event, *due);
    if (first) post(store, {apology}, event, now);
}

void keep_reply(Store& store, const Reply& reply, const Event& event) {
    const Place place{event.tenant.text(), "inbox", event.id.text()};
    const Blob body = sealed_document(store.sealer, reply, place);
    for (const auto& key : claim_keys(event))
        store.database->run("update inbox set reply = $3 where tenant = $1 and key = $2 and event = $4",
                            {event.tenant.text(), key, body, event.id.text()});
}

namespace {

std::vector<std::string> claim_keys(const Event& event) {
    MUST(!event.tenant.empty() && !event.id.empty());
    MUST(!event.keys.empty());
    MUST(event.keys.size() <= max_event_keys);
    auto keys = event.keys; // in one order, so that two that share some cannot wait for each other
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

bool take_key(Store& store, const Event& event, const std::string& key, std::string_view state, Time now) {
    const auto taken = store.database->run(
        R"(insert into inbox (tenant, key, event, user_id, at_ms, state) values ($1, $2, $3, $4, $5, $6)
           on conflict (tenant, key) do nothing returning key)",
        {event.tenant.text(), key, event.id.text(), event.user.text(), to_ms(now), std::string(state)});
    return !taken.empty();
}

// Poison wins over done: nothing of such an event may run.
std::optional<Earlier> earlier_of(Store& store, const Event& event, const std::vector<std::string>& keys) {
    std::optional<Earlier> found;
    for (const auto& key : keys) {
        const auto rows = store.database->run("select event, state, reply from inbox where tenant = $1 and key = $2",
                                              {event.tenant.text(), key});
        MUST(rows.size() == 1);
        Earlier earlier{text(rows[0][0]), text(rows[0][1]), rows[0][2]};
        if (!found || earlier.state == "poison") found = std::move(earlier);
    }
    return found;
}

// The other names of a repeated event become names of the first one, for a repeat that has only those.
void join_earlier(Store& store, const Event& event, const std::vector<std::string>& fresh, const Earlier& earlier) {
    for (const auto& key : fresh)
        store.database->run("update inbox set event = $3, state = $4, reply = $5 where tenant = $1 and key = $2",
                            {event.tenant.text(), key, earlier.event, earlier.state, earlier.reply});
}

Claimed claimed_before(Store& store, const Event& event, const Earlier& earlier) {
    Claimed claimed{earlier.state == "poison" ? Claim::poison : Claim::repeated, std::nullopt, 0};
    if (std::holds_alternative<Blob>(earlier.reply)) {
        const Place place{event.tenant.text(), "inbox", earlier.event};
        claimed.reply = opened_document<Reply>(store.sealer, earlier.reply, place);
    }
    return claimed;
}

int failed_attempts(Store& store, const Event& event) {
    std::int64_t most = 0;
    for (const auto& key : claim_keys(event)) {
        const auto rows = store.database->run("select attempts from attempt where tenant = $1 and key = $2",
                                              {event.tenant.text(), key});
        if (!rows.empty()) most = std::max(most, integer(rows[0][0]));
    }
    return static_cast<int>(most);
}

} // namespace

} // namespace vera::store
