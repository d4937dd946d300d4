#pragma once
// A small world for the tests of the shell: a store in a folder of its own, events, a brain that repeats what
// it hears, and a database whose n-th statement fails on order.
#include "bot/engine.hpp"
#include "core/store/store.hpp"

#include <memory>
#include <string>
#include <vector>

namespace vera::rig {

inline constexpr Time noon = Time{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{12}};

class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    std::string file(const std::string& name) const { return path_ + "/" + name; }
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

// Passes everything on until the n-th statement that changes something or ends a transaction.
class BreakingDatabase : public store::Database {
public:
    explicit BreakingDatabase(std::unique_ptr<store::Database> inner)
        : spoken(inner->dialect()), inner_(std::move(inner)) {}
    store::Rows run(const char* sql, std::initializer_list<store::Value> values) override;
    void run_script(const std::string& sql) override { inner_->run_script(sql); }
    bool in_transaction() const override { return inner_->in_transaction(); }
    const store::Dialect& dialect() const override { return spoken; }

    store::Dialect spoken;
    int commits = 0;
    int fail_at = 0; // counted from now; 0: all well
    store::Fault fault = store::Fault::other;
    bool lasting = false;    // and everything after it
    bool rolls_back = false; // as SQLite does by itself after some errors
    bool failed = false;

private:
    void maybe_fail(const std::string& sql);
    std::unique_ptr<store::Database> inner_;
};

class World {
public:
    explicit World(const std::string& path, const char* vfs = nullptr);
    World() : World("") {}
    Event said(const std::string& text); // in a conversation named after the text
    Event said(const std::string& text, const std::string& conversation);
    std::vector<std::string> outbox(); // the texts that wait to be sent, sorted
    std::set<std::string> heard();     // what turns have written down
    BreakingDatabase& breaking() { return *breaking_; }

private:
    TemporaryFolder folder_;
    BreakingDatabase* breaking_ = nullptr;
    store::Store open(const std::string& path, const char* vfs);
    int events_ = 0;

public:
    store::Store store;
    store::Who who;
};

// Answers what was said with the same, and writes it down in the user. "bug ..." throws each time.
Plan repeat(const State&, const Event&, Time);
Message sorry(const Event&);
std::string text_of(const Message&);

} // namespace vera::rig
