#include "core/store/rows.hpp"

#include <array>

namespace vera::store {

namespace {

constexpr Duration unknown_hold = std::chrono::seconds(5);
constexpr std::array<std::string_view, 6> sending_words{"planned", "sending", "sent", "refused", "expired", "unknown"};

Rows first_rows(Store&, Time now, std::size_t limit);
Outgoing outgoing_of(const Store&, const Row&);
void refuse_unreadable(Store&, const Row&, Time now);
Sending sending_of(std::string_view word);
std::string word_of(Sending);
std::string text_or_none(const Value&);

} // namespace

std::vector<Outgoing> next_to_send(Store& store, Time now, std::size_t limit) {
    for (;;) {
        const auto rows = first_rows(store, now, limit);
        std::vector<Outgoing> found;
        found.reserve(rows.size());
        for (const auto& row : rows) {
            try {
                found.push_back(outgoing_of(store, row));
            } catch (const Bug&) { // or it would keep everybody's messages from going out
                refuse_unreadable(store, row, now);
            }
        }
        if (found.size() == rows.size()) return found; // else there may be others behind those refused
    }
}

bool mark_sending(Store& store, const Outgoing& seen, Time now) {
    MUST(seen.state == Sending::planned || seen.state == Sending::sending);
    const auto marked = store.database->run(
        R"(update outbox set state = 'sending', attempt = attempt + 1, since_ms = $2
           where number = $1 and state = $3 and attempt = $4 and since_ms = $5 returning number)",
        {seen.row, to_ms(now), word_of(seen.state), seen.attempt, to_ms(seen.since)});
    return !marked.empty();
}

// A rewritten message that had to be posted anew is found by the first one's id from now on. An attempt that
// ended in a definite no (back to planned) does not count: attempts are those that may have arrived.
void settle(Store& store, std::int64_t row, Sending state, const std::string& platform_id, Time now) {
    const auto settled = store.database->run(
        R"(update outbox set state = $2, since_ms = $3, platform_id = case when $4 = '' then platform_id else $4 end,
                             attempt = attempt - case when $2 = 'planned' then 1 else 0 end
           where number = $1 and state in ('planned', 'sending', 'unknown') returning tenant, edits)",
        {row, word_of(state), to_ms(now), platform_id});
    if (settled.empty()) return; // erased or expired while it was on its way
    if (state != Sending::sent || platform_id.empty() || text(settled[0][1]).empty()) return;
    store.database->run("update outbox set platform_id = $3 where tenant = $1 and id = $2",
                        {settled[0][0], settled[0][1], platform_id});
}

std::optional<Time> next_unknown_release(Store& store, Time now) {
    const auto rows = store.database->run(
        "select min(since_ms) from outbox where state = 'unknown' and since_ms > $1 and since_ms <= $2",
        {to_ms(now - unknown_hold), to_ms(now)});
    MUST(rows.size() == 1);
    const auto* since = std::get_if<std::int64_t>(&rows[0][0]);
    if (!since) return std::nullopt;
    return from_ms(*since) + unknown_hold;
}

namespace {

Rows first_rows(Store& store, Time now, std::size_t limit) {
    return store.database->run(
        R"(select o.number, o.tenant, o.id, o.state, o.attempt, o.since_ms, o.body, a.platform, a.workspace,
                  e.platform_id, d.owner, o.user_id
           from outbox o
           join account a on a.tenant = o.tenant and a.user_id = o.user_id
           left join outbox e on e.tenant = o.tenant and e.id = o.edits
           left join deal d on d.tenant = o.tenant and d.id = o.about
           where o.state in ('planned', 'sending')
             and not exists (select 1 from outbox f where f.tenant = o.tenant and f.conversation = o.conversation
                             and f.number < o.number and f.state in ('planned', 'sending'))
             and not exists (select 1 from outbox u where u.tenant = o.tenant and u.conversation = o.conversation
                             and u.number < o.number and u.state = 'unknown' and u.since_ms > $1 and u.since_ms <= $2)
           order by o.number limit $3)",
        {to_ms(now - unknown_hold), to_ms(now), static_cast<std::int64_t>(limit)});
}

void refuse_unreadable(Store& store, const Row& row, Time now) {
    settle(store, integer(row[0]), Sending::refused, "", now);
    record_unreadable(store, "message.unreadable", TenantId(text(row[1])), UserId(text(row[11])), text(row[2]), now);
}

Outgoing outgoing_of(const Store& store, const Row& row) {
    Outgoing out;
    out.row = integer(row[0]);
    out.tenant = TenantId(text(row[1]));
    out.message = opened_document<Message>(store.sealer, row[6], {out.tenant.text(), "outbox", text(row[2])});
    MUST(out.message.id.text() == text(row[2]));
    out.state = sending_of(text(row[3]));
    out.attempt = static_cast<int>(integer(row[4]));
    out.since = from_ms(integer(row[5]));
    out.platform = text(row[7]);
    out.workspace = text(row[8]);
    out.edits_platform_id = text_or_none(row[9]);
    out.deal_owner = UserId(text_or_none(row[10]));
    return out;
}

Sending sending_of(std::string_view word) {
    std::size_t index = 0;
    while (index < sending_words.size() && sending_words[index] != word) ++index;
    MUST(index < sending_words.size());
    return static_cast<Sending>(index);
}

std::string word_of(Sending state) { return std::string(sending_words.at(static_cast<std::size_t>(state))); }

std::string text_or_none(const Value& value) {
    return std::holds_alternative<std::nullptr_t>(value) ? std::string() : text(value);
}

} // namespace

} // namespace vera::store
