#pragma once
// The store: everything Vera remembers, in one database. It knows the model's types and no rule of the
// method; dialogs cannot link it. All functions run on the store thread, inside a transaction of the
// caller, and throw DatabaseError or Bug. Times come from the caller.
#include "core/event.hpp"
#include "core/expected.hpp"
#include "core/plan.hpp"
#include "core/store/database.hpp"
#include "core/store/sealed.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vera::store {

inline constexpr int schema_number = 1;  // migrations core/store/schema/001.. up to this
inline constexpr int program_number = 1; // a database that asks for a newer program is refused

struct Store {
    std::unique_ptr<Database> database;
    Sealer sealer;
    Randomness random; // for the keys of new persons
};

// Opens, migrates step by step, checks key and program number. A Problem says in one clear line what is
// wrong (wrong key, newer database, not a database, file in use by process N); nothing was changed then.
Expected<Store> open(std::unique_ptr<Database>, const Key&, Randomness, Time now);
// Whether no key was used in this database yet. A Problem: it has tables, and they are not Vera's.
Expected<bool> is_new(Database&);

// --- transactions -----------------------------------------------------------------------------------
void begin(Store&);
void commit(Store&);
void rollback(Store&) noexcept;
void savepoint(Store&); // one turn inside a batch; they do not nest
void release(Store&);
void rollback_to_savepoint(Store&);

// --- identity ---------------------------------------------------------------------------------------
struct Account {
    std::string platform, workspace, account; // external names: "terminal", "local", "leo"
    std::string name;                         // to call the user by
    Zone zone;                                // used for a new user only
};
struct Who {
    TenantId tenant;
    UserId user;
    bool operator==(const Who&) const = default;
};
// The user of this account; made on first sight (`fresh` is then the base of the new ids). Idempotent.
Who identify(Store&, const Account&, const std::string& fresh, Time now);

// --- a turn -----------------------------------------------------------------------------------------
enum class Claim { fresh, repeated, poison };
struct Claimed {
    Claim claim = Claim::fresh;
    std::optional<Reply> reply; // of the first time, for `repeated`
    int attempts = 0;           // earlier turns of this event that failed, for `fresh`
};
// Takes the event's keys. For a Due it also deletes the job; `repeated` when the job is gone or moved.
Claimed claim(Store&, const Event&, Time now);
// The user, the session of (user, conversation, thread), the user's heads, and the deals that the session,
// the button or the job name. Deals the user may not read are as absent as those that do not exist.
State load(Store&, const Event&);
void load_more(Store&, State&, const Event&, const Needs&);

struct Conflict : std::runtime_error { // somebody else saved this deal or session first: run the turn again
    using std::runtime_error::runtime_error;
};
// Writes what differs between `before` and plan.next (head and influence rows, history of the changed
// parts, session, user), outbox rows (an edit of an unsent message folds into it), jobs, errands, audit
// records, and the reply beside the claim. Returns what to wake.
struct Saved {
    bool messages = false;
    bool jobs = false;
};
Saved save(Store&, const State& before, const Plan&, const Event&, Time now);

inline constexpr int max_attempts = 3;
int count_attempt(Store&, const Event&, Time now); // attempts so far, this one included; own transaction of the caller
// After max_attempts: keeps the keys as poison, so that no repeat runs again, and plans `apology`.
void quarantine(Store&, const Event&, const Message& apology, Time now);

// --- outbox -----------------------------------------------------------------------------------------
enum class Sending { planned, sending, sent, refused, expired, unknown };
struct Outgoing {
    std::int64_t row = 0;
    TenantId tenant;
    Message message;
    Sending state = Sending::planned;
    int attempt = 0;               // those that may have arrived, the running one included
    Time since{};                  // of the state
    std::string platform;          // "terminal"
    std::string workspace;         // external names, to find the chat
    std::string edits_platform_id; // of the message this one rewrites; empty: nothing to rewrite is visible
    UserId deal_owner;             // today's owner of message.about; empty without a deal
};
// The oldest unfinished row of each conversation, at most `limit`, oldest first. A conversation whose
// oldest row is `unknown` and younger than 5 s (by `now`) is left out; older unknown rows are passed over.
std::vector<Outgoing> next_to_send(Store&, Time now, std::size_t limit);
// Counts the attempt. False: another program has taken the row since it was seen; it is not ours to post.
[[nodiscard]] bool mark_sending(Store&, const Outgoing& seen, Time now);
void settle(Store&, std::int64_t row, Sending, const std::string& platform_id, Time now);
std::optional<Time> next_unknown_release(Store&, Time now); // when a held conversation goes on

// --- jobs -------------------------------------------------------------------------------------------
std::optional<Time> next_due(Store&);
// Due jobs as events (id and keys derive from the job and its time; the claim deletes the job).
std::vector<Event> due(Store&, Time now, std::size_t limit);

// --- keeping house ----------------------------------------------------------------------------------
// One slice of retention (design 6: sent bodies blanked after 7 days, inbox after 7, outbox after 30,
// sessions' questions after 7): true when there is more to do.
bool keep_house(Store&, Time now, std::size_t rows);
// Who owns a table, how a person's rows in it are erased, how long rows stay. A test holds it against the
// schema.
struct TableRule {
    std::string_view table, owner;
    const char* erase_person; // SQL with $1 = tenant, $2 = person; nullptr: no row of it names a person
    std::string_view retention;
};
const std::vector<TableRule>& table_rules();
void erase_person(Store&, const TenantId&, const PersonId&, Time now);

} // namespace vera::store
