#include "tests/store/faulty_vfs.hpp"

#include "core/must.hpp"

#include <numeric>

namespace vera::store {
namespace {

struct FaultyFile { // the real file lies directly behind it
    sqlite3_file base;
    FaultyVfs* faults;
};

FaultyVfs& faults_of(sqlite3_file* file) { return *reinterpret_cast<FaultyFile*>(file)->faults; }
sqlite3_file* real_file(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<FaultyFile*>(file) + 1);
}
int open_faulty_file(sqlite3_vfs*, const char* name, sqlite3_file*, int flags, int* flags_out);
const sqlite3_io_methods& faulty_file_methods();

} // namespace

FaultyVfs::FaultyVfs(std::string name) : name_(std::move(name)), layer_(*sqlite3_vfs_find(nullptr)) {
    layer_.zName = name_.c_str();
    layer_.pNext = nullptr;
    layer_.pAppData = this;
    layer_.szOsFile += static_cast<int>(sizeof(FaultyFile));
    layer_.xOpen = open_faulty_file; // the others do not look at the layer they are called with
    MUST(sqlite3_vfs_register(&layer_, 0) == SQLITE_OK);
}

FaultyVfs::~FaultyVfs() { sqlite3_vfs_unregister(&layer_); }

void FaultyVfs::fail(Call call, int nth, int code, bool lasting) {
    MUST(nth > 0);
    failing_ = call;
    countdown_ = nth;
    code_ = code;
    lasting_ = lasting;
    failed_ = false;
}

void FaultyVfs::heal() { countdown_ = 0; }

int FaultyVfs::calls(Call call) const {
    if (call == Call::any) return std::accumulate(calls_.begin(), calls_.end(), 0);
    return calls_[static_cast<std::size_t>(call)];
}

int FaultyVfs::answer(Call call) {
    ++calls_[static_cast<std::size_t>(call)];
    if (countdown_ == 0 || (failing_ != Call::any && failing_ != call)) return SQLITE_OK;
    if (--countdown_ > 0) return SQLITE_OK;
    failed_ = true;
    if (lasting_) countdown_ = 1;
    return code_;
}

namespace {

int open_faulty_file(sqlite3_vfs* layer, const char* name, sqlite3_file* file, int flags, int* flags_out) {
    sqlite3_vfs* below = sqlite3_vfs_find(nullptr);
    reinterpret_cast<FaultyFile*>(file)->faults = static_cast<FaultyVfs*>(layer->pAppData);
    const int code = below->xOpen(below, name, real_file(file), flags, flags_out);
    file->pMethods = real_file(file)->pMethods ? &faulty_file_methods() : nullptr;
    return code;
}

int write_faulty_file(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    const int fault = faults_of(file).answer(FaultyVfs::Call::write);
    return fault ? fault : real_file(file)->pMethods->xWrite(real_file(file), bytes, size, at);
}

// No machine loses power in a test, so nothing is really synced: that would only be slow.
int sync_faulty_file(sqlite3_file* file, int) { return faults_of(file).answer(FaultyVfs::Call::sync); }

int truncate_faulty_file(sqlite3_file* file, sqlite3_int64 size) {
    const int fault = faults_of(file).answer(FaultyVfs::Call::truncate);
    return fault ? fault : real_file(file)->pMethods->xTruncate(real_file(file), size);
}

int read_faulty_file(sqlite3_file* file, void* bytes, int size, sqlite3_int64 at) {
    return real_file(file)->pMethods->xRead(real_file(file), bytes, size, at);
}

int close_faulty_file(sqlite3_file* file) { return real_file(file)->pMethods->xClose(real_file(file)); }
int faulty_file_size(sqlite3_file* file, sqlite3_int64* size) {
    return real_file(file)->pMethods->xFileSize(real_file(file), size);
}
int lock_faulty_file(sqlite3_file* file, int level) { return real_file(file)->pMethods->xLock(real_file(file), level); }
int unlock_faulty_file(sqlite3_file* file, int level) {
    return real_file(file)->pMethods->xUnlock(real_file(file), level);
}
int is_reserved(sqlite3_file* file, int* out) {
    return real_file(file)->pMethods->xCheckReservedLock(real_file(file), out);
}
int control_faulty_file(sqlite3_file* file, int what, void* argument) {
    return real_file(file)->pMethods->xFileControl(real_file(file), what, argument);
}
int sector_size(sqlite3_file* file) { return real_file(file)->pMethods->xSectorSize(real_file(file)); }
int characteristics(sqlite3_file* file) { return real_file(file)->pMethods->xDeviceCharacteristics(real_file(file)); }

const sqlite3_io_methods& faulty_file_methods() {
    static const sqlite3_io_methods methods = [] {
        sqlite3_io_methods made{};
        made.iVersion = 1; // without shared memory and memory mapping
        made.xClose = close_faulty_file;
        made.xRead = read_faulty_file;
        made.xWrite = write_faulty_file;
        made.xTruncate = truncate_faulty_file;
        made.xSync = sync_faulty_file;
        made.xFileSize = faulty_file_size;
        made.xLock = lock_faulty_file;
        made.xUnlock = unlock_faulty_file;
        made.xCheckReservedLock = is_reserved;
        made.xFileControl = control_faulty_file;
        made.xSectorSize = sector_size;
        made.xDeviceCharacteristics = characteristics;
        return made;
    }();
    return methods;
}

} // namespace
} // namespace vera::store
