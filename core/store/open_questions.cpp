#include "core/store/open_questions.hpp"

#include "core/store/rows.hpp"

namespace vera::store {

namespace {

constexpr std::int64_t page = 200;

Rows next_talks(Store&, const Row* after);
void count_questions(const Store&, const Row&, OpenQuestions&);

} // namespace

OpenQuestions open_questions(Store& store) {
    OpenQuestions found;
    auto talks = next_talks(store, nullptr);
    while (!talks.empty()) {
        for (const auto& row : talks) count_questions(store, row, found);
        const Row last = talks.back();
        talks = next_talks(store, &last);
    }
    return found;
}

namespace {

// In the order of the key, so that one page follows another.
Rows next_talks(Store& store, const Row* after) {
    const Value none = std::string();
    return store.database->run(
        R"(select tenant, user_id, conversation, thread, body from session
           where asked_ms is not null and (tenant, user_id, conversation, thread) > ($1, $2, $3, $4)
           order by tenant, user_id, conversation, thread limit $5)",
        {after ? (*after)[0] : none, after ? (*after)[1] : none, after ? (*after)[2] : none, after ? (*after)[3] : none,
         page});
}

void count_questions(const Store& store, const Row& row, OpenQuestions& found) {
    const std::string place = row_name({text(row[1]), text(row[2]), text(row[3])});
    Session session;
    try {
        session = opened_document<Session>(store.sealer, row[4], {text(row[0]), "session", place});
    } catch (const Bug&) { // told by its number; no other talk is left out for it
        ++found.unreadable;
        return;
    }
    if (session.pending) ++found.count[{session.pending->script, session.pending->step}];
    for (const auto& parked : session.parked) ++found.count[{parked.script, parked.step}];
}

} // namespace

} // namespace vera::store
