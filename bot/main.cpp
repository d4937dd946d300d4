// The program: reads the command line, builds the house by hand and says in one line why it cannot.
#include "bot/chat_options.hpp"
#include "bot/check.hpp"
#include "bot/config.hpp"
#include "bot/control.hpp"
#include "bot/control_commands.hpp"
#include "bot/export.hpp"
#include "bot/files.hpp"
#include "bot/house.hpp"
#include "bot/ids.hpp"
#include "bot/import.hpp"
#include "bot/interactive.hpp"
#include "bot/master_key.hpp"
#include "bot/real_clock.hpp"
#include "bot/script_input.hpp"
#include "bot/serve.hpp"
#include "bot/slack_check.hpp"
#include "bot/talk.hpp"
#include "bot/transaction.hpp"
#include "core/store/clock_mark.hpp"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <filesystem>
#include <iostream>

namespace vera {

namespace {

enum Exit { fine = 0, failed = 1, wrong_usage = 2 };

struct Asked {
    std::string config, library;
    AskedChat chat;
    std::string file, dates;                    // import
    std::string deal, format = "markdown", out; // export
    std::string reason;
    bool yes = false, with_private = false;
};

int run(int argc, char** argv);
void add_import(CLI::App& command, Asked&);
void add_export(CLI::App& command, Asked&);
int check(const Asked&);
int import_file(const Asked&);
int export_to_file(const Asked&);
std::optional<int> export_by_server(const Asked&, ExportOrder);
int serve_slack(const Asked&);
int chat(const Asked&, bool trying);
int talk(Chat::Options, store::Store, Brain, const std::string& welcome);
struct Work {
    store::Store store;
    Chat::Options options;
};
Expected<Work> open_for(const Asked&, bool must_exist);
Expected<store::Store> open_for(const Settings&, const Chat::Options&);
std::optional<Problem> refuse_clock(store::Store&, const Chat::Options&);
int complain(const Problems&);
std::string welcome_to(const Settings&);

int run(int argc, char** argv) {
    Asked asked;
    CLI::App app{"Vera, a coach for people who sell: she asks who decides, and what each of them wins.", "vera"};
    app.set_version_flag("--version", "vera " VERA_VERSION, "Print the version and end");
    app.set_help_flag("--help,-h", "Print this help and end");
    app.add_option("--config", asked.config, "A file of settings (TOML); the environment wins over it");
    app.require_subcommand(1);
    app.fallthrough();
    auto* try_out = app.add_subcommand("try", "Try Vera here, on a database of its own");
    auto* talk = app.add_subcommand("chat", "Talk to Vera in the terminal, on your database");
    auto* serving = app.add_subcommand("serve", "Serve Slack, until told to stop");
    auto* look = app.add_subcommand("check", "Check settings, library and open talks; changes nothing");
    look->add_option("--library", asked.library, "The library's folder; wins over VERA_LIBRARY and the settings file")
        ->type_name("DIR");
    auto* take_in = app.add_subcommand("import", "Take in the deals of a file that Salesforce or HubSpot exported");
    auto* give_out = app.add_subcommand("export", "Write one deal to a file, without motives unless asked");
    add_import(*take_in, asked);
    add_export(*give_out, asked);
    for (auto* command : {try_out, talk, take_in, give_out}) {
        command->add_option("--user", asked.chat.user, "Who is talking; you, if not said");
        command->add_option("--now", asked.chat.now, "Stand the clock still at TIME; a line @+1h or @TIME moves it")
            ->type_name("TIME");
        command->add_option("--zone", asked.chat.zone, "The time zone of a new user; this machine's, if not said");
    }
    for (auto* command : {try_out, talk, serving, look, take_in, give_out})
        command->set_help_flag("--help,-h", "Print this help and end");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? fine : wrong_usage;
    }
    if (take_in->parsed()) return import_file(asked);
    if (give_out->parsed()) return export_to_file(asked);
    if (serving->parsed()) return serve_slack(asked);
    return look->parsed() ? check(asked) : chat(asked, try_out->parsed());
}

void add_import(CLI::App& command, Asked& asked) {
    command.add_option("FILE", asked.file, "A table (CSV) of opportunities or deals")->required();
    command.add_option("--dates", asked.dates, "What 3/4/2027 begins with, if nothing in the file says it")
        ->check(CLI::IsMember({"day-first", "month-first"}));
    command.add_flag("--yes", asked.yes, "Import without asking");
}

void add_export(CLI::App& command, Asked& asked) {
    command.add_option("DEAL", asked.deal, "The deal's name, or how it begins")->required();
    command.add_option("--format", asked.format, "How to write it; markdown, if not said")
        ->check(CLI::IsMember({"markdown", "json", "csv", "crm"}));
    command.add_option("--out", asked.out, "The file to write, instead of standard output")->type_name("FILE");
    command.add_flag("--private", asked.with_private, "With motives, notes and ratings; needs --reason");
    command.add_option("--reason", asked.reason, "Why; it is kept with the record of this export");
}

int check(const Asked& asked) {
    Problems problems;
    auto settings = read_settings(asked.config, environment_of_process(), problems);
    if (!asked.library.empty()) settings.library = asked.library;
    for (auto& checked : {check_all(settings), check_outside(settings)}) {
        for (auto& note : checked.notes) std::cout << note << '\n';
        problems.insert(problems.end(), checked.problems.begin(), checked.problems.end());
    }
    if (!problems.empty()) return complain(problems);
    std::cout << "all fine\n";
    return fine;
}

int import_file(const Asked& asked) {
    auto bytes = read_file(asked.file, csv::max_bytes);
    if (!bytes) return complain(bytes.problems());
    auto opened = open_for(asked, false);
    if (!opened) return complain(opened.problems());
    auto& [store, options] = *opened;
    ImportOrder order{std::filesystem::path(asked.file).filename(), options.user, options.zone, {}, asked.yes, false};
    if (!asked.dates.empty())
        order.dates = asked.dates == "day-first" ? crm::DayOrder::day_first : crm::DayOrder::month_first;
    order.can_answer = ::isatty(STDIN_FILENO) && ::isatty(STDOUT_FILENO);
    RandomIds ids;
    Problems problems;
    auto now = options.now ? *options.now : wall_clock();
    auto end = import_deals(store, order, *bytes, ids, now, std::cin, std::cout, problems);
    complain(problems);
    return end == ImportEnd::imported || end == ImportEnd::nothing_to_do ? fine : failed;
}

int export_to_file(const Asked& asked) {
    ExportOrder order{asked.deal, {}, {}, export_formats.at(asked.format), asked.with_private, asked.reason};
    auto problems = wrong_in(order);
    if (!problems.empty()) return complain(problems);
    if (auto ended = export_by_server(asked, order)) return *ended;
    auto opened = open_for(asked, true);
    if (!opened) return complain(opened.problems());
    auto& [store, options] = *opened;
    order.user = options.user;
    order.zone = options.zone;
    RandomIds ids;
    auto text = export_deal(store, order, ids, options.now ? *options.now : wall_clock());
    if (!text) return complain(text.problems()), failed;
    if (asked.out.empty()) return std::cout << *text << std::flush ? fine : failed;
    auto problem = write_file(asked.out, *text);
    return problem ? complain({*problem}), failed : fine;
}

// A running server has the database, and does it; nullopt: there is none, or another clock is asked for.
std::optional<int> export_by_server(const Asked& asked, ExportOrder order) {
    auto environment = environment_of_process();
    Problems problems;
    auto settings = read_settings(asked.config, environment, problems);
    auto options = chat_options(asked.chat, environment);
    if (!problems.empty() || !options || options->now) return std::nullopt; // told by who opens the database next
    order.user = options->user;
    order.zone = options->zone;
    auto out = asked.out.empty() ? "" : std::filesystem::absolute(asked.out).string();
    auto answer = ask_control(control_path(settings.home), request_for(order, settings.database, out));
    if (!answer) return std::nullopt;
    if (!answer->problems.empty()) return complain(answer->problems), failed;
    return std::cout << answer->text << std::flush ? fine : failed;
}

int serve_slack(const Asked& asked) {
    Problems problems;
    auto settings = read_settings(asked.config, environment_of_process(), problems);
    auto& serving = settings.serving;
    problems.insert(problems.end(), serving.problems.begin(), serving.problems.end());
    problems.insert(problems.end(), serving.missing.begin(), serving.missing.end());
    if (!problems.empty()) return complain(problems);
    auto library = open_live_library(settings.library, {serving.strict, true});
    if (!library) return complain(library.problems());
    Chat::Options on_the_real_clock;
    auto store = open_for(settings, on_the_real_clock);
    if (!store) return complain(store.problems());
    if (auto problem = refuse_clock(*store, on_the_real_clock)) return complain({*problem});
    auto refused = serve(settings, std::move(*store), std::move(*library));
    return refused.empty() ? fine : complain(refused);
}

int chat(const Asked& asked, bool trying) {
    auto environment = environment_of_process();
    Problems problems;
    auto settings = read_settings(asked.config, environment, problems);
    if (!problems.empty()) return complain(problems);
    if (trying) settings.database = settings.home + "/try.db";
    auto options = chat_options(asked.chat, environment);
    if (!options) return complain(options.problems());
    // Standing still, it would look again for every minute of a long move.
    options->shared = is_postgres(settings.database) && !options->now;
    auto library = open_live_library(settings.library);
    if (!library) return complain(library.problems());
    auto store = open_for(settings, *options);
    if (!store) return complain(store.problems());
    if (auto problem = refuse_clock(*store, *options)) return complain({*problem});
    auto welcome = trying ? welcome_to(settings) : "";
    return talk(std::move(*options), std::move(*store), brain_of(std::move(*library)), welcome);
}

int talk(Chat::Options options, store::Store store, Brain brain, const std::string& welcome) {
    RandomIds ids;
    if (::isatty(STDIN_FILENO) && ::isatty(STDOUT_FILENO)) {
        std::cout << welcome << std::flush;
        run_interactive(std::move(options), std::move(store), std::move(brain), ids);
    } else {
        ScriptInput input(STDIN_FILENO);
        std::istream lines(&input);
        Talk scripted(std::move(options), std::move(store), std::move(brain), ids);
        run_script(scripted, welcome, lines, std::cout);
    }
    return fine;
}

// For one piece of work beside the talk: on a clock moved by hand if asked, and marking no clock.
Expected<Work> open_for(const Asked& asked, bool must_exist) {
    auto environment = environment_of_process();
    Problems problems;
    auto settings = read_settings(asked.config, environment, problems);
    auto options = chat_options(asked.chat, environment);
    if (!options) problems.insert(problems.end(), options.problems().begin(), options.problems().end());
    auto there = is_postgres(settings.database) || std::filesystem::exists(settings.database);
    if (must_exist && !there) problems.push_back({"database", "there is none at " + settings.database});
    if (!problems.empty()) return problems;
    auto store = open_for(settings, *options);
    if (!store) return store.problems();
    if (options->now)
        if (auto problem = refuse_clock(*store, *options)) return *problem;
    return Work{std::move(*store), *options};
}

Expected<store::Store> open_for(const Settings& settings, const Chat::Options& options) {
    auto key = master_key(settings, system_randomness(), [](const std::string& line) { std::cerr << line << '\n'; });
    if (!key) return key.problems();
    std::error_code ignored; // opening the database says it better
    auto folder = std::filesystem::path(settings.database).parent_path();
    if (!is_postgres(settings.database) && !folder.empty()) std::filesystem::create_directories(folder, ignored);
    auto now = options.now ? *options.now : wall_clock();
    return open_store(settings, *key, now);
}

std::optional<Problem> refuse_clock(store::Store& store, const Chat::Options& options) {
    auto marked = committed(store, [&] { return store::mark_clock(store, !options.now); });
    if (marked) return std::nullopt;
    return Problem{"--now", "this database has run on the real clock; take another one for rehearsing"};
}

int complain(const Problems& problems) {
    for (auto& problem : problems) std::cerr << "vera: " << problem.where << ": " << problem.what << '\n';
    return wrong_usage;
}

std::string welcome_to(const Settings& settings) {
    return "Welcome. This is Vera on a database of its own, " + settings.database +
           ".\nType an answer, or a button's number; Ctrl-D ends, and the next start goes on from here.\n";
}

} // namespace

} // namespace vera

int main(int argc, char** argv) {
    try {
        return vera::run(argc, argv);
    } catch (const vera::store::DatabaseError& error) {
        auto full = error.fault == vera::store::Fault::full;
        std::cerr << "vera: database: " << (full ? "the disk is full; make room and start again" : error.what())
                  << '\n';
        return vera::is_fatal(error) ? vera::failed : vera::wrong_usage;
    } catch (const std::exception& error) {
        std::cerr << "vera: " << error.what() << '\n';
        return vera::failed;
    }
}
