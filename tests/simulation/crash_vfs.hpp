#pragma once
// A disk in memory under the real SQLite. It knows what a process has written and what a power cut would
// leave of it, and it can stop the process before or after any operation. It knows nothing of Vera.
#include "tests/simulation/random.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace vera::simulation {

enum class Death { kill, power }; // kill -9 keeps what the system was handed; a power cut only what was synced

struct Write {
    bool truncates = false;
    std::size_t offset = 0;
    std::string data;
};

struct DiskFile {
    std::string current, durable;
    std::vector<Write> pending; // since the last sync, in order
};

struct Disk {
    std::map<std::string, std::shared_ptr<DiskFile>> files;
    std::map<std::string, std::shared_ptr<DiskFile>> ghosts; // deleted, but a power cut may bring them back
    Random random{1};
    // A moment is one side of an operation: 1 before the first, 2 after it, 3 before the second ...
    std::uint64_t moments = 0;
    std::uint64_t dies_at = 0; // 0: never
    bool dead = false;
    int full_for = 0;           // so many more writes find no room
    std::uint64_t fails_at = 0; // the operation that fails with an input/output error; 0: none
    bool failed = false;        // it did

    void after_crash(Death);
};

Disk copy_of(const Disk&); // as a clean shutdown left it

// Makes SQLite use the disk for files named "<name>/...", through the file layer `vfs_name`.
inline constexpr const char* vfs_name = "vera-simulation";
class Mounted {
public:
    Mounted(std::string name, Disk&);
    ~Mounted();
    Mounted(const Mounted&) = delete;
    Mounted& operator=(const Mounted&) = delete;
    std::string path() const { return name_ + "/vera.db"; }

private:
    std::string name_;
};

} // namespace vera::simulation
