// Conversations as a salesperson can read them: tests/transcripts/*.txt. Lines that begin with "> " are
// typed, what follows is Vera's whole answer; her quotes begin with "| ". "now" and "zone" set the stage; "> @+2d"
// moves the clock;
// "--- restart" kills the process and starts it again on the same file; "= facts" shows what is stored,
// "= flags" the Red Flags. Each turn loads its session from the database and stores it again. VERA_UPDATE_TRANSCRIPTS=1
// rewrites the answers; read the difference.
#include "bot/talk.hpp"
#include "core/text.hpp"
#include "tests/store/every_database.hpp"
#include "tests/support/catch.hpp"
#include "tests/talk/facts.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>

using namespace vera;
namespace fs = std::filesystem;

namespace {

class CountedIds : public Ids {
public:
    std::string fresh() override { return "id" + std::to_string(++last_); }

private:
    int last_ = 0;
};

struct Stage {
    store::EmptyDatabase database;
    CountedIds ids;
    Chat::Options options{.user = "Leo", .zone = *find_zone("Europe/Berlin"), .now = {}};
    std::unique_ptr<Talk> talk;
    store::Key key{};
    unsigned char nonce = 0;

    explicit Stage(const std::string& engine) : database(engine) {}
    std::string start() {
        talk.reset();
        auto random = [this](std::span<unsigned char> bytes) {
            std::ranges::generate(bytes, [this] { return nonce++; });
        };
        auto store = store::open(database.open(), key, random, *options.now);
        REQUIRE(store);
        talk = std::make_unique<Talk>(options, std::move(*store), brain_of(*read_library(compiled_in_files())), ids);
        return talk->greeting();
    }
    void move(const std::string& command) {
        if (auto time = read_clock_command(command, *options.now)) options.now = time;
    }
    store::Who who() {
        store::begin(talk->store());
        auto found = store::identify(talk->store(), {"terminal", "local", options.user, options.user, options.zone},
                                     "none", *options.now);
        store::rollback(talk->store());
        return found;
    }
    std::string facts() { return facts_of(talk->store(), who(), ConversationId{options.user}, *options.now); }
    std::string flags() {
        const auto rules = read_library(compiled_in_files())->flag_rules;
        return flags_in(talk->store(), who(), ConversationId{options.user}, *options.now, rules);
    }
};

// Vera's quotes look like typed lines otherwise.
std::string quotes_marked(std::string answer) {
    for (std::size_t at = 0; at < answer.size(); at = std::min(answer.find('\n', at), answer.size() - 1) + 1)
        if (answer.compare(at, 2, "> ") == 0) answer[at] = '|';
    return answer;
}

std::string played(const std::string& script, const std::string& engine) {
    Stage stage(engine);
    std::string out;
    bool answered = false;
    std::istringstream lines(script);
    for (std::string line; std::getline(lines, line);) {
        const bool typed = line.starts_with("> ");
        const bool order = line.starts_with("--- restart") || line == "= facts" || line == "= flags";
        if (!typed && !order) { // the stage, or an old answer
            if (line.starts_with("now ")) stage.options.now = parse_iso_time(line.substr(4));
            if (line.starts_with("zone ")) stage.options.zone = *find_zone(line.substr(5));
            if (!answered && !line.empty()) out += line + "\n";
            continue;
        }
        if (!answered) {
            out += "\n--- start\n" + stage.start();
            answered = true;
        }
        out += "\n" + line + "\n";
        if (line.starts_with("> @")) stage.move(line.substr(3));
        if (typed) out += quotes_marked(stage.talk->say(line.substr(2)));
        if (line == "= facts") out += stage.facts();
        if (line == "= flags") out += stage.flags();
        if (line == "--- restart") out += stage.start();
    }
    return out;
}

std::string without_start(const std::string& text) { // "--- start" and its greeting are made again
    const auto at = text.find("\n--- start\n");
    if (at == std::string::npos) return text;
    const auto end = text.find("\n\n", at + 1);
    return text.substr(0, at) + text.substr(end == std::string::npos ? text.size() : end);
}

// The lines Vera said, without what was typed and what is stored.
std::string said_in(const std::string& transcript) {
    std::istringstream lines(transcript.substr(transcript.find("--- start\n") + 10));
    std::string said;
    bool hers = true;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("> ") || line.starts_with("= ") || line.starts_with("--- "))
            hers = !line.starts_with("= ");
        else if (hers)
            said += line + "\n";
    }
    return said;
}

std::string typed_in(const std::string& transcript) {
    std::istringstream lines(transcript);
    std::string typed;
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with("> ")) typed += line + "\n";
    return typed;
}

// Without those that hold a digit: numbers and days are written anew.
std::set<std::string> words_of(const std::string& text) {
    std::set<std::string> found;
    std::string word;
    for (const char c : fold(text) + " ") {
        if (std::isalnum(static_cast<unsigned char>(c)) || c == '\'' || (c & 0x80)) {
            word += c;
            continue;
        }
        while (word.ends_with('\'')) word.pop_back();
        while (word.starts_with('\'')) word.erase(0, 1);
        if (word.ends_with("'s")) word.resize(word.size() - 2);
        if (!word.empty() && word.find_first_of("0123456789") == std::string::npos) found.insert(word);
        word.clear();
    }
    return found;
}

// A long answer is shown cut, in the middle of a word perhaps.
bool begins_one(const std::set<std::string>& typed, const std::string& word) {
    const auto next = typed.lower_bound(word);
    return next != typed.end() && next->starts_with(word);
}

std::string renamed(std::string script) {
    static const std::vector<std::pair<std::string, std::string>> others = {{"Brennholt", "Zwartsluis"},
                                                                            {"Farida Osei", "Ilka Torvald"},
                                                                            {"Farida", "Ilka"},
                                                                            {"Lene Voss", "Bram Okafor"},
                                                                            {"Lene", "Bram"},
                                                                            {"Otto Brandt", "Yuki Sorel"},
                                                                            {"Otto", "Yuki"},
                                                                            {"Sanna Kell", "Pia Dragomir"},
                                                                            {"Sanna", "Pia"},
                                                                            {"scrap 7", "spillage 19"},
                                                                            {"interfaces 9 to 3", "vats 11 to 4"},
                                                                            {"EUR 240k", "USD 1.3m"},
                                                                            {"process control", "brewing software"}};
    for (const auto& [one, other] : others)
        for (auto at = script.find(one); at != std::string::npos; at = script.find(one, at + other.size()))
            script.replace(at, one.size(), other);
    return script;
}

std::string content_of(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("every transcript is answered as it stands written", "[talk]") {
    const std::string engine = GENERATE(from_range(store::engines()));
    const bool update = std::getenv("VERA_UPDATE_TRANSCRIPTS") && engine == "SQLite";
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(fs::path(VERA_SOURCE_DIR) / "tests/transcripts"))
        files.push_back(entry.path());
    std::ranges::sort(files);
    REQUIRE(files.size() >= 10);
    for (const auto& file : files) {
        INFO(engine + ", " + file.filename().string() + ": run with VERA_UPDATE_TRANSCRIPTS=1 and read the difference");
        const std::string now = played(without_start(content_of(file)), engine);
        if (update) std::ofstream(file) << now;
        CHECK(now == content_of(file));
    }
}

TEST_CASE("the talk in the README is one that was really had", "[talk]") {
    const std::string readme = content_of(fs::path(VERA_SOURCE_DIR) / "README.md");
    std::istringstream transcript(content_of(fs::path(VERA_SOURCE_DIR) / "tests/transcripts/readme.txt"));
    std::string talk;
    bool begun = false;
    for (std::string line; std::getline(transcript, line);) {
        begun = begun || line.starts_with("> ");
        if (begun) talk += line.empty() ? "\n" : "    " + line + "\n";
    }
    INFO("the section \"A talk\" should hold:\n" + talk);
    CHECK(readme.find(talk) != std::string::npos);
}

TEST_CASE("no word of Vera's comes from nowhere", "[talk]") {
    std::set<std::string> known =
        words_of("january february march april may june july august september october november "
                 "december jan feb mar apr jun jul aug sep oct nov dec mon tue wed thu fri sat "
                 "sun today yesterday tomorrow leo eur usd nordkai lower higher");
    for (const auto& [name, text] : compiled_in_files())
        if (!name.starts_with("checks") && !name.starts_with("red_flags")) known.merge(words_of(text));
    const auto from_nowhere = [&](const std::string& transcript) {
        std::string strange;
        const auto typed = words_of(typed_in(transcript));
        for (const auto& word : words_of(said_in(transcript)))
            if (!known.contains(word) && !begins_one(typed, word)) strange += " " + word;
        return strange;
    };
    for (const auto& entry : fs::directory_iterator(fs::path(VERA_SOURCE_DIR) / "tests/transcripts")) {
        INFO(entry.path().filename().string());
        CHECK(from_nowhere(content_of(entry.path())) == "");
    }
    const std::string script = content_of(fs::path(VERA_SOURCE_DIR) / "tests/transcripts/the_empty_box.txt");
    const std::string other = played(renamed(without_start(script)), "SQLite");
    CHECK(from_nowhere(other) == "");
    for (const auto* name : {"Brennholt", "Farida", "Lene", "Otto", "Sanna", "process control"})
        CHECK(other.find(name) == std::string::npos);
    CHECK(said_in(other) != said_in(script));
}
