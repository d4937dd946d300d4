#pragma once
// A store with one user in it, and short ways to run a turn on it: the contract tests run on each of
// store_engines().
#include "core/store/store.hpp"
#include "tests/store/every_database.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace vera::store {

std::vector<std::string> store_engines(); // a SQLite file, SQLite in memory, and PostgreSQL where there is one

inline constexpr Key test_key{7, 7, 7};
Randomness test_randomness();

class World {
public:
    explicit World(const std::string& engine, const char* vfs = nullptr);

    Store& operator*() { return *store_; }
    void reopen();         // not in memory
    Store another() const; // a second program on the same database; PostgreSQL only
    bool has_servers() const { return engine_ == "PostgreSQL"; }
    bool in_memory() const { return engine_ == "SQLite in memory"; }
    std::string file() const; // empty: there is none

    // Events of this user in this conversation; ids and keys count up.
    Event said(const std::string& text);
    Event chose(const DealId&);
    Event event(decltype(Event::what));
    Message message(const Event&, std::size_t number, const std::string& text) const;

    using Edit = std::function<void(Plan&)>;
    Saved turn(const Event&, const Edit&);   // claim, load, edit, save, commit; the claim must be fresh
    State state(const DealId& deal = {});    // what a turn would see, with this deal
    std::optional<Deal> deal(const DealId&); // as this user sees it
    DealId new_deal(const std::string& name, const std::vector<std::string>& people = {});
    std::int64_t rows(const char* count_sql); // "select count(*) ..."

    // One transaction around some work.
    template <class Work> auto committed(Work work) {
        begin(**this);
        auto result = work();
        commit(**this);
        return result;
    }

    Time now = *parse_iso_time("2026-11-26T09:00Z");
    Who who;
    ConversationId conversation{"D1"};

private:
    std::unique_ptr<Database> connect() const;
    std::string engine_;
    const char* vfs_;
    std::optional<EmptyDatabase> place_;
    std::optional<Store> store_;
    int events_ = 0;
};

Influence named(const std::string& id, const std::string& name);

} // namespace vera::store
