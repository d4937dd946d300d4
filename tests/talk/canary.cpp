// What a seller types about people is found nowhere in clear: not in the file, not in its WAL, not in the
// log. The exceptions are named in SECURITY.md: the deal's name and a person's folded name.
#include "bot/log.hpp"
#include "bot/talk.hpp"
#include "core/json.hpp"
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
    "canaryheld peace after her divorce",
    "Yes, leave it out",
    "canarywin for them",
    "\"canaryquote\", yesterday",
    "canarylose of theirs",
    "canarystep by Friday",
    "note Plainname: canarynote",
    "Their words",
    "skip",
    "plainname plan",
    "canaryplan",
    "more Plainname",
    "heavy, canarydegree",
    "has a fire, canarymode",
    "-3 canaryrating",
    "since March canaryjob",
    "theirs canarywhose",
    "the canaryreport on Mondays",
    "they said canaryknown",
    "statement Plainname",
    "with 11 hours a ship Plainname has a canarystatement",
    "keep",
    "say Plainname",
    "canaryhook is full",
    "You said so: 11 hours frees a canaryline",
    "keep",
    "coach Petra",
    "yes, canarytrust",
    "yes, canaryheard",
    "yes, canarywants",
    "canaryproof, last Monday",
    "test Petra",
    "none",
    "canarytested of IT",
    "objective",
    "canaryobjective, EUR 180,000 by 31 March",
    "theirs, canarydate",
    "own win",
    "canaryown, at a discount",
    "below EUR 100,000 canarywalk",
    "accept: canarywayout",
    "competition",
    "canaryrival offers less",
    "changes",
    "yes, canarychanges",
    "strength: canarystrength",
    "accept 1: canaryreason",
    "won canarydeal",
    "hold canarynowhere until 3 May",
    "copy for crm",
    "picture",
    "prep Plainname",
    "review",
    "status as meddpicc",
    "flags",
    "status",
    "canarynonsense",
    "people",
};

// What is nobody's business outside this talk, not even a CRM's.
const std::vector<std::string> secret = {
    "canarycontact", "canaryheld",    "canarywin",    "canaryquote", "canarylose",      "canarynote", "canaryplan",
    "canarydegree",  "canarymode",    "canaryrating", "canaryjob",   "canarystatement", "canaryhook", "canaryline",
    "canarytrust",   "canaryheard",   "canarywants",  "canaryproof", "canarytested",    "canaryown",  "canarywalk",
    "canarywayout",  "canarychanges", "canaryreason", "canaryrival"};

// Every word that the turns have stored, at any time.
std::string stored_in(const State& state) {
    std::string all = to_json(state.session);
    for (const auto& deal : state.deals) {
        all += to_json(deal);
        for (const auto& person : deal.people) all += to_json(person);
    }
    return all;
}

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
    std::string said, stored, notices, for_crm;
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
        brain.think = [&stored, &notices, real](const State& state, const Event& event, Time at) -> Plan {
            const auto* line = std::get_if<Said>(&event.what);
            if (line && line->text == "canarynonsense") throw std::runtime_error(line->text);
            auto plan = real(state, event, at);
            stored += stored_in(plan.next);
            for (const auto& message : plan.messages) notices += message.notice + "\n";
            return plan;
        };
        Talk talk({.user = "Leo", .zone = {}, .now = now}, std::move(*store), brain, ids);
        for (const auto& line : typed) {
            const auto answer = talk.say(line);
            said += answer;
            if (line == "copy for crm") for_crm = answer;
        }
        for (const auto* file : {"talk.db", "talk.db-wal"}) {
            CAPTURE(file);
            CHECK(folded_content(folder.file(file)).find("canary") == std::string::npos);
        }
        talk.finish();
    }
    for (const auto& word : secret) {
        CAPTURE(word);
        CHECK(stored.find(word) != std::string::npos); // it is looked for because it was there
        CHECK(for_crm.find(word) == std::string::npos);
    }
    CHECK(for_crm.find("canaryresult") != std::string::npos);
    CHECK(notices.size() > typed.size());
    for (const auto* word : {"canary", "Plainname", "Petra"}) CHECK(notices.find(word) == std::string::npos);
    CHECK(said.find("canaryplan") != std::string::npos); // it was really said and stored
    const std::string log = folded_content(folder.file("log"));
    CHECK_FALSE(log.empty()); // the failing turn left a line, without its words
    CHECK(log.find("canary") == std::string::npos);
    CHECK(folded_content(folder.file("talk.db")).find("plainaccount") != std::string::npos); // the search works
}
