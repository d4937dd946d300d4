#include "tests/slack_talk/script.hpp"

#include "tests/slack_talk/stage.hpp"
#include "tests/support/catch.hpp"
#include "tests/talk/facts.hpp"

#include <algorithm>
#include <fstream>

namespace vera::slack_talk {

namespace {

// A terminal talk that remembers what its last line became.
struct Terminals {
    store::EmptyDatabase database{"SQLite"};
    CountedIds ids;
    Chat::Options options{.user = "Leo", .zone = *find_zone("Europe/Berlin"), .now = {}};
    std::unique_ptr<Talk> talk;
    decltype(Event::what) last;
    std::vector<Message> said;
    unsigned char nonce = 0;

    void start();
    Step typed(const std::string& line);
    std::string facts();
};

} // namespace

std::vector<std::filesystem::path> transcripts() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(VERA_SOURCE_DIR) / "tests/transcripts"))
        files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

Script played_in_terminal(const std::filesystem::path& file) {
    Terminals terminal;
    Script script;
    script.name = file.stem().string();
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        const bool typed = line.starts_with("> ");
        const bool order = line.starts_with("--- restart") || line == "= facts";
        if (line.starts_with("now ")) terminal.options.now = parse_iso_time(line.substr(4));
        if (line.starts_with("zone ")) terminal.options.zone = *find_zone(line.substr(5));
        if (!typed && !order) continue;
        if (!terminal.talk) {
            script.start = *terminal.options.now;
            script.zone = terminal.options.zone;
            terminal.start();
        }
        if (typed) script.steps.push_back(terminal.typed(line.substr(2)));
        if (line == "= facts") script.steps.push_back({Step::Kind::facts, terminal.facts(), {}, ""});
        if (line != "--- restart") continue;
        script.steps.push_back({Step::Kind::restart, "", {}, ""});
        terminal.start();
    }
    script.facts = terminal.facts();
    return script;
}

std::string lines_of(const std::vector<Message>& messages) {
    std::string text;
    for (const auto& message : messages)
        for (const auto& line : message.lines) text += line.text + "\n";
    return text;
}

namespace {

void Terminals::start() {
    talk.reset();
    auto random = [this](std::span<unsigned char> bytes) { std::ranges::generate(bytes, [this] { return nonce++; }); };
    auto store = store::open(database.open(), store::Key{}, random, *options.now);
    REQUIRE(store);
    auto brain = brain_of(*read_library(compiled_in_files()));
    brain.think = [this, real = brain.think](const State& state, const Event& event, Time now) {
        auto plan = real(state, event, now);
        const bool typed = std::holds_alternative<Said>(event.what) || std::holds_alternative<Chose>(event.what);
        if (typed) last = event.what;
        if (plan.needs.empty()) std::ranges::copy(plan.messages, std::back_inserter(said));
        return plan;
    };
    talk = std::make_unique<Talk>(options, std::move(*store), brain, ids);
    talk->greeting();
}

Step Terminals::typed(const std::string& line) {
    said.clear();
    Step step;
    if (line.starts_with("@"))
        if (auto time = read_clock_command(line.substr(1), *options.now)) {
            options.now = time;
            step = {Step::Kind::move, line, *time, ""};
        }
    talk->say(line);
    if (step.kind == Step::Kind::say) {
        step.text = line;
        if (auto* chose = std::get_if<Chose>(&last)) step = {Step::Kind::press, chose->label, {}, ""};
    }
    step.answered = lines_of(said);
    return step;
}

std::string Terminals::facts() {
    store::begin(talk->store());
    auto who = store::identify(talk->store(), {"terminal", "local", options.user, options.user, options.zone}, "none",
                               *options.now);
    store::rollback(talk->store());
    return facts_of(talk->store(), who, ConversationId{options.user}, *options.now);
}

} // namespace

} // namespace vera::slack_talk
