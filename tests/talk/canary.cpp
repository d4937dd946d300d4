// What a seller types about people is found nowhere in clear: not in the file, not in its WAL, not in the
// log. The exceptions are named in SECURITY.md: the deal's name and a person's folded name.
#include "bot/log.hpp"
#include "bot/talk.hpp"
#include "tests/store/every_database.hpp"
#include "tests/support/catch.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace vera;

namespace {

class PlainIds : public Ids {
public:
    std::string fresh() override { return "k" + std::to_string(++last_); }

private:
    int last_ = 0;
};

// Everything that is written to standard error while it lives.
class CaughtErrors {
public:
    explicit CaughtErrors(std::string file) : file_(std::move(file)), before_(::dup(2)) {
        std::ofstream{file_};
        FILE* opened = std::fopen(file_.c_str(), "a");
        ::dup2(::fileno(opened), 2);
        std::fclose(opened);
    }
    ~CaughtErrors() {
        ::dup2(before_, 2);
        ::close(before_);
    }

private:
    std::string file_;
    int before_;
};

const std::vector<std::string> typed = {
    "new Plainaccount",
    "Plainname Plainfamily, manager of canarytitle, last word; Petra Lund, with us; and also canaryleftover words here",
    "yes",
    "me, on canarycontact",
    "canaryresult 14 to 11 hours by June",
    "canarywin for them",
    "\"canaryquote\", yesterday",
    "canarylose of theirs",
    "canarystep by Friday",
    "note Plainname: canarynote",
    "plainname plan",
    "canaryplan",
    "status",
    "canarynonsense",
    "people",
};

std::string folded_content(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(in), {}};
    std::ranges::transform(content, content.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return content;
}

} // namespace

TEST_CASE("nothing a seller says about people lies in clear in the file, its WAL or the log", "[talk]") {
    store::TemporaryFolder folder;
    const Time now = *parse_iso_time("2026-11-24T16:05:00+01:00");
    std::string said;
    {
        CaughtErrors errors(folder.file("log"));
        PlainIds ids;
        auto random = [n = 0](std::span<unsigned char> bytes) mutable {
            std::ranges::generate(bytes, [&n] { return static_cast<unsigned char>(n++); });
        };
        auto store = store::open(store::open_sqlite(folder.file("talk.db")), {}, random, now);
        REQUIRE(store);
        auto brain = brain_of(*read_library(compiled_in_files()));
        const Think real = brain.think;
        brain.think = [real](const State& state, const Event& event, Time at) -> Plan {
            const auto* line = std::get_if<Said>(&event.what);
            if (line && line->text == "canarynonsense") throw std::runtime_error(line->text);
            return real(state, event, at);
        };
        Talk talk({.user = "Leo", .zone = {}, .now = now}, std::move(*store), brain, ids);
        for (const auto& line : typed) said += talk.say(line);
        for (const auto* file : {"talk.db", "talk.db-wal"}) {
            CAPTURE(file);
            CHECK(folded_content(folder.file(file)).find("canary") == std::string::npos);
        }
        talk.finish();
    }
    CHECK(said.find("canaryplan") != std::string::npos); // it was really said and stored
    const std::string log = folded_content(folder.file("log"));
    CHECK_FALSE(log.empty()); // the failing turn left a line, without its words
    CHECK(log.find("canary") == std::string::npos);
    CHECK(folded_content(folder.file("talk.db")).find("plainaccount") != std::string::npos); // the search works
}
