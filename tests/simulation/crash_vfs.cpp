#include "tests/simulation/crash_vfs.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

namespace vera::simulation {

namespace {
constexpr std::size_t sector = 512;
struct OpenFile {
    sqlite3_file base;
    Disk* disk;
    std::shared_ptr<DiskFile>* file;
};
std::map<std::string, Disk*>& mounts();
Disk& disk_of(const char* path);
bool begins(Disk&);
bool ends(Disk&);
bool keeps(Random&, std::int64_t manner, std::size_t nth, std::size_t prefix);
void tear(Random&, Write&);
void put(std::string& content, const Write&);
int store_write(sqlite3_file*, Write, int error);
sqlite3_vfs* file_layer();
} // namespace

void Disk::after_crash(Death death) {
    for (auto& [name, file] : ghosts)
        if (death == Death::power && random.chance(50)) files.try_emplace(name, file);
    ghosts.clear();
    for (auto& [name, file] : files) {
        if (death == Death::kill) {
            file->durable = file->current;
        } else {
            auto manner = random.below(4);
            auto prefix = static_cast<std::size_t>(random.below(static_cast<std::int64_t>(file->pending.size()) + 1));
            for (std::size_t n = 0; n < file->pending.size(); ++n) {
                if (!keeps(random, manner, n, prefix)) continue;
                if (manner == 3) tear(random, file->pending[n]);
                put(file->durable, file->pending[n]);
            }
            file->current = file->durable;
        }
        file->pending.clear();
    }
    dead = failed = false;
    dies_at = fails_at = 0;
    full_for = 0;
}

Disk copy_of(const Disk& disk) {
    Disk copy;
    for (const auto& [name, file] : disk.files)
        copy.files[name] = std::make_shared<DiskFile>(DiskFile{file->current, file->current, {}});
    return copy;
}

Mounted::Mounted(std::string name, Disk& disk) : name_(std::move(name)) {
    if (!sqlite3_vfs_find(vfs_name)) sqlite3_vfs_register(file_layer(), 0);
    mounts()[name_] = &disk;
}

Mounted::~Mounted() { mounts().erase(name_); }

namespace {

std::map<std::string, Disk*>& mounts() {
    static std::map<std::string, Disk*> all;
    return all;
}

Disk& disk_of(const char* path) {
    std::string name = path;
    return *mounts().at(name.substr(0, name.find('/')));
}

std::string file_of(const char* path) {
    std::string name = path;
    return name.substr(name.find('/') + 1);
}

// The two sides of an operation that changes the disk. A process that died does nothing any more.
bool begins(Disk& disk) {
    if (disk.dead) return false;
    disk.dead = ++disk.moments == disk.dies_at;
    if (disk.dead) return false;
    if (disk.fails_at && disk.moments >= disk.fails_at && !disk.failed) {
        disk.failed = true;
        return false;
    }
    return true;
}

bool ends(Disk& disk) {
    disk.dead = ++disk.moments == disk.dies_at;
    return !disk.dead;
}

// 0: nothing of what was not synced; 1: a prefix; 2: any part of it; 3: any part, some of it torn.
bool keeps(Random& random, std::int64_t manner, std::size_t nth, std::size_t prefix) {
    if (manner == 0) return false;
    return manner == 1 ? nth < prefix : random.chance(50);
}

void tear(Random& random, Write& write) {
    if (write.truncates || write.data.size() <= sector || random.chance(60)) return;
    auto sectors = static_cast<std::int64_t>(write.data.size() / sector);
    auto cut = static_cast<std::size_t>(random.between(1, sectors)) * sector;
    if (random.chance(50)) {
        write.data.resize(std::min(cut, write.data.size()));
    } else {
        write.offset += cut;
        write.data.erase(0, cut);
    }
}

void put(std::string& content, const Write& write) {
    if (write.truncates) {
        content.resize(write.offset);
        return;
    }
    if (content.size() < write.offset + write.data.size()) content.resize(write.offset + write.data.size());
    std::memcpy(content.data() + write.offset, write.data.data(), write.data.size());
}

OpenFile& opened(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }

int store_write(sqlite3_file* file, Write write, int error) {
    auto& disk = *opened(file).disk;
    if (!begins(disk)) return error;
    if (disk.full_for > 0) {
        --disk.full_for;
        return SQLITE_FULL;
    }
    auto& target = **opened(file).file;
    put(target.current, write);
    target.pending.push_back(std::move(write));
    return ends(disk) ? SQLITE_OK : error;
}

int file_close(sqlite3_file* file) {
    delete opened(file).file;
    opened(file).file = nullptr;
    return SQLITE_OK;
}

int file_read(sqlite3_file* file, void* buffer, int amount, sqlite3_int64 from) {
    if (opened(file).disk->dead) return SQLITE_IOERR_READ;
    const auto& content = (*opened(file).file)->current;
    auto offset = static_cast<std::size_t>(from), wanted = static_cast<std::size_t>(amount);
    auto there = offset < content.size() ? std::min(wanted, content.size() - offset) : 0;
    if (there > 0) std::memcpy(buffer, content.data() + offset, there);
    if (there == wanted) return SQLITE_OK;
    std::memset(static_cast<char*>(buffer) + there, 0, wanted - there);
    return SQLITE_IOERR_SHORT_READ;
}

int file_write(sqlite3_file* file, const void* data, int amount, sqlite3_int64 offset) {
    auto bytes = std::string(static_cast<const char*>(data), static_cast<std::size_t>(amount));
    return store_write(file, {false, static_cast<std::size_t>(offset), std::move(bytes)}, SQLITE_IOERR_WRITE);
}

int file_truncate(sqlite3_file* file, sqlite3_int64 size) {
    return store_write(file, {true, static_cast<std::size_t>(size), {}}, SQLITE_IOERR_TRUNCATE);
}

int file_sync(sqlite3_file* file, int) {
    auto& disk = *opened(file).disk;
    auto& target = **opened(file).file;
    if (!begins(disk)) {
        // A real one may forget what it could not write, and say so only once.
        if (disk.failed && disk.random.chance(50)) target.pending.clear();
        return SQLITE_IOERR_FSYNC;
    }
    for (const auto& write : target.pending) put(target.durable, write);
    target.pending.clear();
    return ends(disk) ? SQLITE_OK : SQLITE_IOERR_FSYNC;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>((*opened(file).file)->current.size());
    return SQLITE_OK;
}

int file_lock(sqlite3_file*, int) { return SQLITE_OK; }
int file_reserved(sqlite3_file*, int* reserved) {
    *reserved = 0;
    return SQLITE_OK;
}
int file_control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int file_sector(sqlite3_file*) { return 4096; }
// As the real file layer says by default: a torn write damages nothing beside itself.
int file_traits(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

int layer_open(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* out_flags) {
    static const sqlite3_io_methods methods = {
        1,         file_close, file_read,     file_write,   file_truncate, file_sync,   file_size,
        file_lock, file_lock,  file_reserved, file_control, file_sector,   file_traits, nullptr,
        nullptr,   nullptr,    nullptr,       nullptr,      nullptr};
    file->pMethods = nullptr;
    if (!path) return SQLITE_CANTOPEN; // temporary files belong in memory
    auto& disk = disk_of(path);
    auto found = disk.files.find(file_of(path));
    if (disk.dead || (found == disk.files.end() && !(flags & SQLITE_OPEN_CREATE))) return SQLITE_CANTOPEN;
    if (found == disk.files.end()) found = disk.files.emplace(file_of(path), std::make_shared<DiskFile>()).first;
    opened(file).disk = &disk;
    opened(file).file = new std::shared_ptr<DiskFile>(found->second);
    file->pMethods = &methods;
    if (out_flags) *out_flags = flags;
    return SQLITE_OK;
}

int layer_delete(sqlite3_vfs*, const char* path, int synced) {
    auto& disk = disk_of(path);
    if (!begins(disk)) return SQLITE_IOERR_DELETE;
    auto found = disk.files.find(file_of(path));
    if (found == disk.files.end()) return SQLITE_IOERR_DELETE_NOENT;
    if (!synced) disk.ghosts[found->first] = found->second;
    disk.files.erase(found);
    return ends(disk) ? SQLITE_OK : SQLITE_IOERR_DELETE;
}

int layer_access(sqlite3_vfs*, const char* path, int, int* there) {
    auto& disk = disk_of(path);
    auto found = disk.files.find(file_of(path));
    *there = found != disk.files.end() && !found->second->current.empty();
    return SQLITE_OK;
}

int layer_path(sqlite3_vfs*, const char* path, int size, char* out) {
    sqlite3_snprintf(size, out, "%s", path);
    return SQLITE_OK;
}

int layer_random(sqlite3_vfs*, int size, char* out) {
    if (mounts().empty()) return 0;
    for (int n = 0; n < size; ++n) out[n] = static_cast<char>(n * 7 + 3);
    return size;
}

int layer_sleep(sqlite3_vfs*, int microseconds) { return microseconds; }
int layer_time(sqlite3_vfs*, double* julian_day) {
    *julian_day = 2461000.5; // production never asks SQLite what time it is
    return SQLITE_OK;
}
int layer_error(sqlite3_vfs*, int, char*) { return 0; }

sqlite3_vfs* file_layer() {
    static sqlite3_vfs layer{};
    layer.iVersion = 1;
    layer.szOsFile = sizeof(OpenFile);
    layer.mxPathname = 256;
    layer.zName = vfs_name;
    layer.xOpen = layer_open;
    layer.xDelete = layer_delete;
    layer.xAccess = layer_access;
    layer.xFullPathname = layer_path;
    layer.xRandomness = layer_random;
    layer.xSleep = layer_sleep;
    layer.xCurrentTime = layer_time;
    layer.xGetLastError = layer_error;
    return &layer;
}

} // namespace

} // namespace vera::simulation
