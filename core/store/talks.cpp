#include "core/store/rows.hpp"

#include <algorithm>

namespace vera::store {

namespace {

std::string session_row(const UserId&, const ConversationId&, const ThreadId&);
Value oldest_question(const Session&);
Session without_questions(const Store&, const Row&, Time limit);
void pass_over(Store&, const Row&, Time now);
bool drop_questions(Session&, Time limit);
void write_session(Store&, const TenantId&, const UserId&, const Session&, std::int64_t over);

} // namespace

User load_user(Store& store, const TenantId& tenant, const UserId& id) {
    const auto rows = store.database->run("select version, body from users where tenant = $1 and id = $2",
                                          {tenant.text(), id.text()});
    MUST(rows.size() == 1);
    User user = opened_document<User>(store.sealer, rows[0][1], {tenant.text(), "users", id.text()});
    user.id = id;
    user.tenant = tenant;
    user.version = integer(rows[0][0]);
    return user;
}

void save_user(Store& store, const User& before, const User& next) {
    if (before == next) return;
    MUST(before.id == next.id && before.tenant == next.tenant);
    const Place place{next.tenant.text(), "users", next.id.text()};
    const auto saved = store.database->run(
        R"(update users set version = version + 1, body = $4
                                              where tenant = $1 and id = $2 and version = $3 returning version)",
        {next.tenant.text(), next.id.text(), before.version, sealed_document(store.sealer, next, place)});
    if (saved.empty()) throw Conflict("user " + next.id.text());
}

Session load_session(Store& store, const Event& event) {
    const auto rows = store.database->run(
        R"(select version, body from session
           where tenant = $1 and user_id = $2 and conversation = $3 and thread = $4)",
        {event.tenant.text(), event.user.text(), event.conversation.text(), event.thread.text()});
    Session session;
    if (!rows.empty()) {
        const std::string row = session_row(event.user, event.conversation, event.thread);
        session = opened_document<Session>(store.sealer, rows[0][1], {event.tenant.text(), "session", row});
        session.version = integer(rows[0][0]);
    }
    session.conversation = event.conversation;
    session.thread = event.thread;
    return session;
}

void save_session(Store& store, const Session& before, const Session& next, const Event& event) {
    if (before == next) return;
    MUST(next.conversation == event.conversation);
    MUST(next.thread == event.thread);
    MUST(next.parked.size() <= max_parked);
    MUST(next.trail.size() <= max_trail);
    write_session(store, event.tenant, event.user, next, before.version);
}

// The talk goes on without its question; everything else in it stays.
std::size_t drop_old_questions(Store& store, Time limit, std::int64_t rows, Time now) {
    const auto found = store.database->run(
        R"(select tenant, user_id, conversation, thread, version, body from session
           where asked_ms is not null and asked_ms < $1 order by asked_ms limit $2)",
        {to_ms(limit), rows});
    for (const auto& row : found) {
        std::optional<Session> session;
        try {
            session = without_questions(store, row, limit);
        } catch (const Bug&) { // or no other talk would ever be looked at again
            pass_over(store, row, now);
        }
        if (session) write_session(store, TenantId(text(row[0])), UserId(text(row[1])), *session, integer(row[4]));
    }
    return found.size();
}

namespace {

std::string session_row(const UserId& user, const ConversationId& conversation, const ThreadId& thread) {
    return row_name({user.text(), conversation.text(), thread.text()});
}

Value oldest_question(const Session& session) {
    std::optional<Time> oldest;
    if (session.pending) oldest = session.pending->asked_at;
    for (const auto& parked : session.parked) oldest = std::min(oldest.value_or(parked.asked_at), parked.asked_at);
    return oldest ? Value(to_ms(*oldest)) : Value(nullptr);
}

Session without_questions(const Store& store, const Row& row, Time limit) {
    const std::string place = session_row(UserId(text(row[1])), ConversationId(text(row[2])), ThreadId(text(row[3])));
    auto session = opened_document<Session>(store.sealer, row[5], {text(row[0]), "session", place});
    session.conversation = ConversationId(text(row[2]));
    session.thread = ThreadId(text(row[3]));
    MUST(drop_questions(session, limit));
    return session;
}

void pass_over(Store& store, const Row& row, Time now) {
    store.database->run(R"(update session set asked_ms = null
                           where tenant = $1 and user_id = $2 and conversation = $3 and thread = $4)",
                        {row[0], row[1], row[2], row[3]});
    record_unreadable(store, "session.unreadable", TenantId(text(row[0])), UserId(text(row[1])), row_id(row), now);
}

bool drop_questions(Session& session, Time limit) {
    const bool pending = session.pending && session.pending->asked_at < limit;
    if (pending) session.pending.reset();
    return std::erase_if(session.parked, [&](const Pending& parked) { return parked.asked_at < limit; }) > 0 || pending;
}

// `over` is the version this one was made from; 0: there was none.
void write_session(Store& store, const TenantId& tenant, const UserId& user, const Session& session,
                   std::int64_t over) {
    const std::string row = session_row(user, session.conversation, session.thread);
    const auto saved = store.database->run(
        R"(insert into session (tenant, user_id, conversation, thread, version, asked_ms, body)
           values ($1, $2, $3, $4, $5, $6, $7)
           on conflict (tenant, user_id, conversation, thread) do update
           set version = excluded.version, asked_ms = excluded.asked_ms, body = excluded.body
           where session.version = $8 returning version)",
        {tenant.text(), user.text(), session.conversation.text(), session.thread.text(), over + 1,
         oldest_question(session), sealed_document(store.sealer, session, {tenant.text(), "session", row}), over});
    if (saved.empty()) throw Conflict("session of " + user.text());
}

} // namespace

} // namespace vera::store
