#pragma once
// What the files of the store share: documents sealed into a column and read back, and the steps of save().
#include "core/json.hpp"
#include "core/store/store.hpp"

#include <string>
#include <string_view>

namespace vera::store {

// A row that is there and cannot be read. Names the table and the row, never the content.
struct Unreadable : Bug {
    explicit Unreadable(const Place&);
};

// The name of a row with several keys, for its Place: each with its length, because a platform's ids may hold
// any separator.
std::string row_name(std::initializer_list<std::string_view> keys);

Blob sealed(const Sealer&, std::string_view document, const Place&);
std::string opened(const Sealer&, const Value& column, const Place&); // throws Unreadable

template <class Model> Blob sealed_document(const Sealer& sealer, const Model& model, const Place& place) {
    return sealed(sealer, to_json(model), place);
}
template <class Model> Model opened_document(const Sealer& sealer, const Value& column, const Place& place) {
    auto model = from_json<Model>(opened(sealer, column, place));
    if (!model) throw Unreadable(place);
    return std::move(*model);
}

// Leaves an audit record of a row that cannot be read and was taken out of everybody's way: its id, no content.
void record_unreadable(Store&, std::string_view what, const TenantId&, const UserId&, const std::string& id, Time now);
// A short id for a row that is named by four texts and a number, in its first five columns.
std::string row_id(const Row&);

// The data key of a person, which the master key wraps.
Blob wrapped(const Store&, const Key&, const TenantId&, const PersonId&);
Sealer unwrapped(const Store&, const Value& column, const TenantId&, const PersonId&);

// --- deals ------------------------------------------------------------------------------------------
std::vector<DealHead> load_heads(Store&, const TenantId&, const UserId&);
// Adds the deal to the state unless it is there already, does not exist, or may not be read.
void load_deal(Store&, State&, const TenantId&, const UserId&, const DealId&);
void save_deals(Store&, const State& before, const State& next, const Event&, Time now);

// --- influences and history -------------------------------------------------------------------------
std::vector<Influence> load_influences(Store&, const TenantId&, const DealId&);
void save_influences(Store&, const Deal& before, const Deal& next, const Event&, Time now);
// The part as this event left it, sealed for its row of the history: of the deal itself, when `person` is none.
// No document: taken away.
void remember(Store&, const DealId&, const PersonId&, const Sealer&, const std::optional<std::string>& document,
              const Event&, Time now);

// --- talks ------------------------------------------------------------------------------------------
User load_user(Store&, const TenantId&, const UserId&);
void save_user(Store&, const User& before, const User& next);
Session load_session(Store&, const Event&);
void save_session(Store&, const Session& before, const Session& next, const Event&);
// Drops the questions asked before `limit` from at most `rows` sessions; how many it looked at.
std::size_t drop_old_questions(Store&, Time limit, std::int64_t rows, Time now);

// --- queues -----------------------------------------------------------------------------------------
void post(Store&, const std::vector<Message>&, const Event&, Time now);
bool save_jobs(Store&, const Plan&, const Event&, Time now);
bool take_job(Store&, const Event&, const Due&); // false: it is gone or moved
void keep_reply(Store&, const Reply&, const Event&);
void save_records(Store&, const std::vector<Record>&, const Event&, Time now);

} // namespace vera::store
