#pragma once
// A SQLite file layer over the real one that fails on order: the n-th write, sync or truncation from now,
// with any of SQLite's codes. Pass name() to open_sqlite. It has no shared memory, as in the simulation, and
// a sync that is not to fail does nothing.
#include <sqlite3.h>

#include <array>
#include <string>

namespace vera::store {

class FaultyVfs {
public:
    enum class Call { write, sync, truncate, any };

    explicit FaultyVfs(std::string name = "faulty"); // must outlive the databases opened with it
    ~FaultyVfs();
    FaultyVfs(const FaultyVfs&) = delete;
    const char* name() const { return name_.c_str(); }

    // nth = 1 is the next one. `lasting`: all after it fail as well, as on a disk that is full or dead.
    void fail(Call, int nth, int code, bool lasting = false);
    void heal();
    int calls(Call) const;                  // that reached us so far
    bool failed() const { return failed_; } // since the last fail()

    int answer(Call); // for the file's methods: what to return instead of working, or SQLITE_OK

private:
    std::string name_;
    sqlite3_vfs layer_;
    std::array<int, 3> calls_{};
    Call failing_ = Call::any;
    int countdown_ = 0; // 0: all well
    int code_ = SQLITE_OK;
    bool lasting_ = false, failed_ = false;
};

} // namespace vera::store
