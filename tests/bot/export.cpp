// vera export: what a file holds, who may have it, and that it is recorded.
#include "bot/export.hpp"

#include "tests/bot/trade_desk.hpp"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>

namespace vera {

namespace {

std::string only_problem(const Expected<std::string>& text) {
    return text || text.problems().size() != 1 ? "not one" : text.problems()[0].what;
}

} // namespace

TEST_CASE("an export holds what the store holds, and is recorded first", "[export]") {
    TradeDesk desk;
    desk.import(row("410000"), ImportEnd::imported);
    desk.talk([](Deal& deal) {
        auto& person = deal.people.emplace_back();
        person.person = PersonId{"p1"};
        person.name = "Ingrid Aas";
        person.win.asked = Asked::answered;
        person.win.text = Private<std::string>("CanaryWin");
        person.lose.text = Private<std::string>("CanaryLose");
        person.notes = {{"CanaryNote"}};
        auto& coach = deal.people.emplace_back();
        coach.person = PersonId{"p2"};
        coach.name = "CanaryCoach";
        coach.roles = {Role::coach};
        deal.own.walk_away = Private<std::string>("CanaryWalk");
        deal.notes = {{"CanaryDealNote"}};
    });
    for (auto format : {ExportFormat::markdown, ExportFormat::json, ExportFormat::csv, ExportFormat::crm}) {
        auto text = desk.text_of(format);
        CHECK_THAT(text, ContainsSubstring("Ingrid Aas"));
        CHECK(text.find("Canary") == text.npos);
    }
    CHECK(desk.count("select count(*) from audit where what = 'deal.exported' and reason is null") == 4);
    for (auto format : {ExportFormat::markdown, ExportFormat::json, ExportFormat::csv}) {
        auto text = desk.text_of(format, "Ingrid Aas asked");
        for (auto* canary : {"CanaryWin", "CanaryLose", "CanaryNote", "CanaryCoach"})
            CHECK_THAT(text, ContainsSubstring(canary));
        if (format != ExportFormat::csv)
            CHECK_THAT(text, ContainsSubstring("CanaryWalk") && ContainsSubstring("CanaryDealNote"));
    }
    CHECK(desk.count("select count(*) from audit where what = 'deal.exported_private' and reason is not null") == 3);
}

TEST_CASE("a deal is found by its name or how it begins, by its owner only", "[export]") {
    TradeDesk desk;
    desk.import(shared_file("salesforce.csv"), ImportEnd::imported);
    auto with = [&](const std::string& name) {
        return desk.give({name, desk.user, Zone{}, ExportFormat::crm, false, ""});
    };
    CHECK(with("øSTERÅS"));
    CHECK(with("Nordkai, Crane maintenance"));
    CHECK_THAT(only_problem(with("nordkai")), ContainsSubstring("is more than one deal: Nordkai, "));
    CHECK(only_problem(with("Nowhere")) == "is no deal of this user");
    CHECK(only_problem(with("")) == "is no deal of this user");
    desk.user = "anna";
    CHECK(only_problem(with("Østerås Klinikk")) == "is no deal of this user");
    CHECK(desk.count("select count(*) from users") == 1); // nobody was made by looking
    CHECK(desk.count("select count(*) from audit where what = 'deal.exported'") == 2);
}

TEST_CASE("what an order lacks is told at once", "[export]") {
    auto wrong = [](ExportFormat format, bool with_private, const std::string& reason) {
        return wrong_in({"Nordkai", "leo", Zone{}, format, with_private, reason}).size();
    };
    CHECK(wrong(ExportFormat::json, true, "asked") == 0);
    CHECK(wrong(ExportFormat::json, true, "  ") == 1);
    CHECK(wrong(ExportFormat::json, false, "asked") == 1);
    CHECK(wrong(ExportFormat::crm, true, "") == 2);
    CHECK(wrong(ExportFormat::json, true, std::string(2'000, 'x')) == 1);
}

TEST_CASE("a file is written whole, for its owner alone", "[export]") {
    rig::TemporaryFolder folder;
    auto path = folder.file("deal.md");
    std::ofstream(path) << "older and longer";
    REQUIRE_FALSE(write_file(path, "new\n"));
    CHECK(*read_file(path) == "new\n");
    struct stat info {};
    REQUIRE(::stat(path.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
    CHECK(write_file(folder.path(), "x"));
    CHECK(write_file(folder.file("nowhere/deal.md"), "x"));
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

} // namespace vera
