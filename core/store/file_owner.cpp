#include "core/store/file_owner.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <system_error>

namespace vera::store {
namespace {

constexpr off_t first_lock_byte = 0x40000000; // SQLite's pending, reserved and shared bytes, in this order
constexpr off_t lock_bytes = 512;

bool open_in_this_process(const std::string& path);
pid_t lock_holder(const std::string& path);
std::string command_name(pid_t);

} // namespace

std::string file_owner(const std::string& path) {
    // POSIX drops all locks of a process on a file when any descriptor of it is closed, so a file that this
    // process has open elsewhere must not be touched.
    if (open_in_this_process(path)) return "this process";
    const pid_t holder = lock_holder(path);
    if (holder <= 0) return "another process";
    const std::string command = command_name(holder);
    return "process " + std::to_string(holder) + (command.empty() ? "" : " (" + command + ")");
}

namespace {

bool open_in_this_process(const std::string& path) {
    struct stat wanted {};
    if (::stat(path.c_str(), &wanted) != 0) return false;
    std::error_code ended;
    for (std::filesystem::directory_iterator at("/proc/self/fd", ended), end; !ended && at != end;
         at.increment(ended)) {
        struct stat found {};
        if (::stat(at->path().c_str(), &found) != 0) continue;
        if (found.st_dev == wanted.st_dev && found.st_ino == wanted.st_ino) return true;
    }
    return false;
}

pid_t lock_holder(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    struct flock asked {};
    asked.l_type = F_WRLCK;
    asked.l_whence = SEEK_SET;
    asked.l_start = first_lock_byte;
    asked.l_len = lock_bytes;
    const bool answered = ::fcntl(file, F_GETLK, &asked) == 0;
    ::close(file);
    return answered && asked.l_type != F_UNLCK ? asked.l_pid : 0;
}

std::string command_name(pid_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/comm");
    std::string name;
    std::getline(file, name);
    return name;
}

} // namespace
} // namespace vera::store
