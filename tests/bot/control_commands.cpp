// What the control socket of a running Vera does: an export, a check, and nothing it does not know.
#include "bot/control_commands.hpp"

#include "bot/inline_store.hpp"
#include "bot/manual_clock.hpp"
#include "tests/bot/awaited.hpp"
#include "tests/bot/trade_desk.hpp"

#include <filesystem>

namespace vera {

namespace {

boost::asio::awaitable<CheckedAll> looked() {
    CheckedAll checked;
    checked.notes = {"Vera is running"};
    checked.problems = {{"Slack", "the token is dead"}};
    co_return checked;
}

struct Running {
    TradeDesk trade;
    boost::asio::io_context network;
    InlineStore thread{network.get_executor()};
    ManualClock clock{rig::noon};
    ControlDesk desk{trade.store(), thread, clock, full_name(trade.folder.file("vera.db")), looked};

    ControlAnswer give(ControlRequest request) { return rig::awaited(network, desk.carry_out(std::move(request))); }
    ControlRequest order(const std::string& deal, const std::string& out = "") {
        ExportOrder order{deal, trade.user, Zone{}, ExportFormat::crm, false, ""};
        return request_for(order, trade.folder.file("vera.db"), out);
    }
};

std::string only_problem(const ControlAnswer& answer) {
    return answer.problems.size() == 1 ? answer.problems[0].where + ": " + answer.problems[0].what : "not one";
}

} // namespace

TEST_CASE("a running server exports, to the asker or to a file that it writes", "[control]") {
    Running running;
    running.trade.import(row("410000"), ImportEnd::imported);
    auto answer = running.give(running.order("nordkai"));
    CHECK(answer.problems.empty());
    CHECK_THAT(answer.text, ContainsSubstring("Nordkai"));
    auto out = running.trade.folder.file("nordkai.txt");
    auto written = running.give(running.order("nordkai", out));
    CHECK(written.problems.empty());
    CHECK(written.text.empty());
    auto file = read_file(out);
    REQUIRE(file);
    CHECK(*file == answer.text);
    CHECK(running.trade.count("select count(*) from audit where what = 'deal.exported'") == 2);
}

TEST_CASE("what cannot be exported is told as on the command line", "[control]") {
    Running running;
    CHECK_THAT(only_problem(running.give(running.order("nordkai"))), ContainsSubstring("is no deal of this user"));
    auto other = running.order("nordkai");
    other.values["database"] = "elsewhere.db";
    CHECK_THAT(only_problem(running.give(other)), ContainsSubstring("another one open"));
    auto secret = running.order("nordkai");
    secret.values["private"] = "yes";
    secret.values["format"] = "json";
    CHECK_THAT(only_problem(running.give(secret)), ContainsSubstring("is needed with --private"));
    auto shapeless = running.order("nordkai");
    shapeless.values["format"] = "poem";
    CHECK_THAT(only_problem(running.give(shapeless)), ContainsSubstring("no format"));
}

TEST_CASE("a check says how the server is; an unknown word is said to be one", "[control]") {
    Running running;
    auto answer = running.give({"check", {}});
    CHECK(answer.text == "Vera is running\n");
    CHECK(only_problem(answer) == "Slack: the token is dead");
    CHECK_THAT(only_problem(running.give({"erase", {}})), ContainsSubstring("does not know this"));
}

TEST_CASE("a deal that somebody has in Slack is exported by their account there", "[export]") {
    Running running;
    running.trade.import(row("410000"), ImportEnd::imported);
    auto order = running.order("nordkai");
    order.values["user"] = "slack:T1/U1";
    CHECK_THAT(only_problem(running.give(order)), ContainsSubstring("is no deal of this user"));
    running.trade.count("update account set platform = 'slack', workspace = 'T1', external = 'U1' returning 1");
    CHECK_THAT(running.give(order).text, ContainsSubstring("Nordkai"));
}

} // namespace vera
