#include "tests/bot/rig.hpp"

#include "bot/transaction.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace vera::rig {

TemporaryFolder::TemporaryFolder() {
    path_ = std::filesystem::temp_directory_path() / "vera-bot.XXXXXX";
    REQUIRE(::mkdtemp(path_.data()) != nullptr);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored; // a test must not fail over what it leaves behind
    std::filesystem::remove_all(path_, ignored);
}

store::Rows BreakingDatabase::run(const char* sql, std::initializer_list<store::Value> values) {
    maybe_fail(sql);
    if (std::string_view(sql) == "commit") ++commits;
    return inner_->run(sql, values);
}

void BreakingDatabase::maybe_fail(const std::string& sql) {
    auto begins = [&](std::string_view word) { return sql.starts_with(word); };
    auto writes = begins("insert") || begins("update") || begins("delete") || begins("commit");
    if (fail_at == 0 || !writes || --fail_at > 0) return;
    fail_at = lasting ? 1 : 0;
    failed = true;
    if (rolls_back && inner_->in_transaction()) inner_->run("rollback");
    throw store::DatabaseError(fault, "broken on order");
}

World::World(const std::string& path, const char* vfs)
    : store(open(path.empty() ? folder_.file("vera.db") : path, vfs)), who(committed(store, [&] {
          return store::identify(store, {"test", "local", "leo", "Leo", Zone{}}, "leo", noon);
      })) {}

store::Store World::open(const std::string& path, const char* vfs) {
    auto breaking = std::make_unique<BreakingDatabase>(store::open_sqlite(path, vfs));
    breaking_ = breaking.get();
    unsigned char next = 0;
    auto random = [next](std::span<unsigned char> bytes) mutable {
        for (auto& byte : bytes) byte = ++next;
    };
    auto opened = store::open(std::move(breaking), store::Key{}, random, noon);
    REQUIRE(opened);
    return std::move(*opened);
}

Event World::said(const std::string& text) { return said(text, "talk about " + text); }

Event World::said(const std::string& text, const std::string& conversation) {
    auto number = std::to_string(++events_);
    Event event;
    event.id = EventId{"e" + number};
    event.keys = {"key " + number};
    event.tenant = who.tenant;
    event.user = who.user;
    event.conversation = ConversationId{conversation};
    event.at = noon;
    event.what = Said{text};
    return event;
}

std::vector<std::string> World::outbox() {
    auto rows = committed(store, [&] { return store::next_to_send(store, noon, 1000); });
    std::vector<std::string> texts;
    for (auto& row : rows) texts.push_back(text_of(row.message));
    std::sort(texts.begin(), texts.end());
    return texts;
}

std::set<std::string> World::heard() {
    auto event = said("nothing");
    return committed(store, [&] { return store::load(store, event).user.heard; });
}

Plan repeat(const State& state, const Event& event, Time) {
    Plan plan;
    plan.next = state;
    auto* said = std::get_if<Said>(&event.what);
    auto text = said ? said->text : std::string("something else");
    MUST(!text.starts_with("bug"));
    plan.next.user.heard.insert(text);
    Message message;
    message.id = derived<MessageId>(event.id, 'm', 1);
    message.to = event.user;
    message.conversation = event.conversation;
    message.lines = {{text, LineStyle::plain}};
    plan.messages = {message};
    return plan;
}

Message sorry(const Event& event) {
    Message message;
    message.id = derived<MessageId>(event.id, 's', 1);
    message.to = event.user;
    message.conversation = event.conversation;
    message.lines = {{"sorry", LineStyle::plain}};
    return message;
}

std::string text_of(const Message& message) { return message.lines.empty() ? "" : message.lines.front().text; }

} // namespace vera::rig
