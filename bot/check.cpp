#include "bot/check.hpp"

#include "bot/library_folder.hpp"
#include "bot/master_key.hpp"
#include "core/store/open_questions.hpp"

#include <filesystem>

namespace vera {

namespace {

void add(const Problems&, Checked&);
bool has_database(const Settings&);
void check_open_talks(const Settings&, const store::Key&, const Library&, Checked&);
std::unique_ptr<store::Database> open_read_only(const std::string& name);
void check_steps(const store::OpenQuestions&, const Library&, Checked&);
std::string counted(std::size_t, const std::string& one, const std::string& many);
void leave_out(const std::string& why, Checked& checked) {
    checked.notes.push_back("the open talks were not looked at: " + why);
}

} // namespace

Checked check_all(const Settings& settings) {
    Checked checked;
    auto library = open_library(settings.library);
    if (!library) add(library.problems(), checked);
    auto key = existing_key(settings);
    if (!key) add(key.problems(), checked);
    if (!library || !key || !has_database(settings)) return checked;
    if (*key)
        check_open_talks(settings, **key, *library, checked);
    else
        leave_out("there is no master key at " + settings.key_file, checked);
    return checked;
}

namespace {

void add(const Problems& more, Checked& checked) {
    checked.problems.insert(checked.problems.end(), more.begin(), more.end());
}

bool has_database(const Settings& settings) {
    std::error_code error;
    if (is_postgres(settings.database)) return true;
    auto size = std::filesystem::file_size(settings.database, error);
    return !error && size > 0;
}

void check_open_talks(const Settings& settings, const store::Key& key, const Library& library, Checked& checked) {
    try {
        auto opened = store::open_to_read(open_read_only(settings.database), key);
        if (!opened) return add(opened.problems(), checked);
        if (!*opened) return;
        check_steps(store::open_questions(**opened), library, checked);
    } catch (const store::DatabaseError& error) {
        if (error.fault == store::Fault::busy) return leave_out(error.what(), checked);
        checked.problems.push_back({"database", error.what()});
    }
}

// SQLite is opened as always, because only that reads what an unclean end has left in its log; then nothing may
// be written any more.
std::unique_ptr<store::Database> open_read_only(const std::string& name) {
    auto server = is_postgres(name);
    auto database = server ? store::open_postgres(name) : store::open_sqlite(name);
    database->run_script(server ? "set default_transaction_read_only = on" : "pragma query_only = on");
    return database;
}

void check_steps(const store::OpenQuestions& open, const Library& library, Checked& checked) {
    for (auto& [asked, count] : open.count) {
        auto script = library.scripts.find(asked.script);
        if (script != library.scripts.end() && find_step(script->second, asked.step)) continue;
        checked.problems.push_back({"scripts/" + asked.script + ".toml",
                                    counted(count, "open question waits", "open questions wait") + " for the step \"" +
                                        asked.step + "\", which is gone; add [[retired]] id = \"" + asked.step +
                                        "\" and its successor"});
    }
    if (open.unreadable > 0)
        checked.notes.push_back(counted(open.unreadable, "open talk", "open talks") + " could not be read");
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

} // namespace

} // namespace vera
