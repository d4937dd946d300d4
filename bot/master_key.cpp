#include "bot/master_key.hpp"

#include "bot/files.hpp"
#include "core/store/store.hpp"
#include "core/text.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>

namespace vera {

namespace {

int digit_value(char digit);
std::string to_hex(const store::Key&);
std::set<std::string> databases_in_reach(const Settings&);
std::optional<Problem> why_no_new_key(const std::string& key_file, const std::string& database);
Expected<store::Key> make_key_file(const Settings&, const store::Randomness&);
bool write_new(const std::string& path, const std::string& text);
bool exists(const std::string& path);

} // namespace

std::optional<store::Key> key_from_hex(std::string_view digits) {
    store::Key key{};
    if (digits.size() != 2 * key.size()) return std::nullopt;
    for (std::size_t i = 0; i < key.size(); ++i) {
        auto high = digit_value(digits[2 * i]), low = digit_value(digits[2 * i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        key[i] = static_cast<unsigned char>(16 * high + low);
    }
    return key;
}

Expected<store::Key> master_key(const Settings& settings, const store::Randomness& random,
                                const std::function<void(const std::string&)>& tell) {
    auto found = existing_key(settings);
    if (!found) return found.problems();
    if (*found) return **found;
    for (auto& database : databases_in_reach(settings))
        if (auto problem = why_no_new_key(settings.key_file, database)) return *problem;
    auto made = make_key_file(settings, random);
    if (made)
        tell("A new master key lies in " + settings.key_file +
             ". Keep a copy: without it nobody can read this database.");
    return made;
}

Expected<std::optional<store::Key>> existing_key(const Settings& settings) {
    using Found = std::optional<store::Key>;
    if (!settings.key.empty()) return Found(key_from_hex(settings.key));
    struct stat info {};
    if (::stat(settings.key_file.c_str(), &info) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) return Found{};
        return Problem{settings.key_file, std::string("the master key cannot be read: ") + std::strerror(errno)};
    }
    if ((info.st_mode & 077) != 0)
        return Problem{settings.key_file, "the master key can be read by others; run: chmod 600 " + settings.key_file};
    auto text = read_file(settings.key_file);
    if (!text) return text.problems();
    auto key = key_from_hex(trim(*text));
    if (!key) return Problem{settings.key_file, "does not hold a master key: 64 hexadecimal digits"};
    return Found(key);
}

namespace {

// `vera try` and `vera chat` share a key: what one of them makes must not stand in for what the other has lost.
std::set<std::string> databases_in_reach(const Settings& settings) {
    std::set<std::string> databases{settings.database};
    auto at_home = [&](const std::string& path) { return path.starts_with(settings.home + "/"); };
    if (!settings.home.empty() && (at_home(settings.key_file) || at_home(settings.database)))
        databases.insert({settings.home + "/vera.db", settings.home + "/try.db"});
    return databases;
}

std::optional<Problem> why_no_new_key(const std::string& key_file, const std::string& database) {
    if (!is_postgres(database) && !exists(database)) return std::nullopt;
    try {
        auto opened = is_postgres(database) ? store::open_postgres(database) : store::open_sqlite(database);
        auto fresh = store::is_new(*opened);
        if (!fresh) return fresh.problems().front();
        if (*fresh) return std::nullopt;
    } catch (const store::DatabaseError& error) {
        return Problem{"database", error.what()};
    }
    auto name = is_postgres(database) ? "the database" : "the database " + database; // an address may hold a password
    return Problem{key_file,
                   "the master key is missing, but " + name + " was made with one; put it back, or set VERA_KEY_FILE"};
}

Expected<store::Key> make_key_file(const Settings& settings, const store::Randomness& random) {
    store::Key key{};
    random(key);
    std::error_code error;
    auto folder = std::filesystem::path(settings.key_file).parent_path();
    if (!folder.empty() && std::filesystem::create_directories(folder, error))
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    if (!write_new(settings.key_file, to_hex(key) + "\n"))
        return Problem{settings.key_file, std::string("the master key cannot be written: ") + std::strerror(errno)};
    return key;
}

// Whole and on the disk, or not at all.
bool write_new(const std::string& path, const std::string& text) {
    auto file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) return false;
    auto written = ::write(file, text.data(), text.size());
    auto synced = ::fsync(file) == 0;
    auto why = errno;
    ::close(file);
    if (written == static_cast<ssize_t>(text.size()) && synced) return true;
    ::unlink(path.c_str());
    errno = why;
    return false;
}

bool exists(const std::string& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0;
}

std::string to_hex(const store::Key& key) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (auto byte : key) {
        text += digits[byte / 16];
        text += digits[byte % 16];
    }
    return text;
}

int digit_value(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

} // namespace

} // namespace vera
