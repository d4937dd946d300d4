// vera serve on real sockets, beside the fake Slack: from the first look at the token to the last word.
#include "bot/server.hpp"

#include "bot/files.hpp"
#include "bot/slack/scopes.hpp"
#include "bot/slack_check.hpp"
#include "dialogs/doorstep.hpp"
#include "tests/bot/rig.hpp"
#include "tests/fake_slack/eyes.hpp"
#include "tests/fake_slack/hands.hpp"
#include "tests/fake_slack/server.hpp"
#include "tests/support/catch.hpp"

#include <boost/asio/co_spawn.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace vera {

namespace {

using fake_slack::FakeSlack;

constexpr Duration patience = std::chrono::seconds{20};

struct Office {
    rig::TemporaryFolder folder;
    boost::asio::io_context network;
    RealClock clock{network.get_executor()};
    FakeSlack slack{clock};
    fake_slack::Server fake{network.get_executor(), slack};
    std::unique_ptr<Http> http = make_http_client(network.get_executor(), {});
    Settings settings;
    std::unique_ptr<Server> vera;
    std::optional<Brain> other_brain;

    Office() {
        slack.workspace.people["LEO"] = {"LEO", "Leo", fake_slack::Person::Kind::full, "Europe/Berlin", ""};
        settings.home = folder.path();
        settings.database = folder.file("vera.db");
        auto& serving = settings.serving;
        serving.api_url = fake.api_url();
        serving.bot_token = slack.options.bot_token;
        serving.app_token = slack.options.app_token;
        serving.listen = serving.admin_listen = "127.0.0.1:0";
        serving.strict = false;
    }
    ~Office() { vera.reset(); }

    template <class T> T awaited(boost::asio::awaitable<T> work) {
        std::optional<T> result;
        std::exception_ptr failure;
        boost::asio::co_spawn(network, std::move(work), [&](std::exception_ptr error, T value) {
            failure = error;
            result = std::move(value);
        });
        REQUIRE(until([&] { return result.has_value(); }));
        if (failure) std::rethrow_exception(failure);
        return std::move(*result);
    }
    // Runs everything until it is so, at most as long as anybody would wait.
    bool until(const std::function<bool()>& so) {
        auto end = wall_clock() + patience;
        network.restart();
        while (!so() && wall_clock() < end) network.run_one_for(std::chrono::milliseconds(20));
        return so();
    }
    void start() {
        auto installation =
            awaited(slack::ask_installation(*http, settings.serving.api_url, settings.serving.bot_token));
        REQUIRE(installation.end == slack::Installation::End::good);
        auto store = open_store(settings, store::Key{}, wall_clock());
        REQUIRE(store);
        auto library = open_live_library(settings.library, {settings.serving.strict, true});
        REQUIRE(library);
        auto said = doorstep(library->current()->wording);
        slack::FixedWords words{said.refused, said.try_again, said.let_us_talk, said.busy};
        auto brain = other_brain ? *other_brain : brain_of(std::move(*library));
        vera = std::make_unique<Server>(
            network, Server::Parts{settings, installation, std::move(*store), std::move(brain), words, *http});
    }
    HttpAnswer get(const std::string& path, unsigned short port) {
        HttpRequest request;
        request.method = "GET";
        request.target = "http://127.0.0.1:" + std::to_string(port) + path;
        return awaited(http->send(request)).answer;
    }
    bool reads(const std::string& words) {
        return until([&] {
            auto seen = visible(slack, "LEO");
            return std::any_of(seen.begin(), seen.end(),
                               [&](auto& message) { return !message.own && message.text.find(words) != words.npos; });
        });
    }
    bool stopped() {
        auto began = wall_clock();
        vera->stop();
        network.restart();
        while (!network.stopped() && wall_clock() < began + patience)
            network.run_one_for(std::chrono::milliseconds(20));
        return network.stopped() && wall_clock() - began < stop_within;
    }
};

// Standard error, as it goes to a file for a while.
class Caught {
public:
    explicit Caught(std::string file) : file_(std::move(file)), before_(::dup(STDERR_FILENO)) {
        auto opened = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        ::dup2(opened, STDERR_FILENO);
        ::close(opened);
    }
    ~Caught() {
        ::dup2(before_, STDERR_FILENO);
        ::close(before_);
    }
    std::string text() const { return *read_file(file_); }

private:
    std::string file_;
    int before_;
};

std::string all(const CheckedAll& checked) {
    std::string text;
    for (auto& problem : checked.problems) text += problem.where + ": " + problem.what + "\n";
    for (auto& note : checked.notes) text += "note: " + note + "\n";
    return text;
}

} // namespace

TEST_CASE("a talk in Slack goes through the whole house, and ends cleanly", "[serve]") {
    Office office;
    office.start();
    CHECK(office.until([&] { return office.get("/readyz", office.vera->admin_port()).status == 200; }));
    say(office.slack, "LEO", "new Nordkai");
    CHECK(office.reads("Who decides about this at Nordkai?"));
    auto figures = office.get("/metrics", office.vera->admin_port()).body;
    CHECK_THAT(figures, ContainsSubstring("vera_turns_total{outcome=\"done\"}"));
    CHECK_THAT(figures, ContainsSubstring("vera_slack_links_open 1"));
    CHECK_THAT(figures, ContainsSubstring("vera_slack_connections 1"));
    CHECK(figures.find("Nordkai") == figures.npos);
    CHECK(figures.find("LEO") == figures.npos);
    CHECK(office.stopped());
    CHECK_FALSE(office.vera->failure());
    CHECK_FALSE(office.vera->refusal());
    CHECK(office.slack.links.empty()); // closed with a goodbye: no ghost
}

TEST_CASE("what was said while nobody served is answered at the next start", "[serve]") {
    Office office;
    office.start();
    say(office.slack, "LEO", "new Nordkai");
    REQUIRE(office.reads("Who decides about this at Nordkai?"));
    REQUIRE(office.stopped());
    office.vera.reset();
    office.slack.socket_mode = false; // nothing comes by itself
    say(office.slack, "LEO", "Ingrid Aas, COO, last word; Petra Lund, with us");
    office.slack.socket_mode = true;
    office.start();
    CHECK(office.reads("Here is who I have at Nordkai"));
    CHECK(office.stopped());
}

TEST_CASE("a turn that throws is told without a word of what was said, and the next one goes on", "[serve]") {
    Office office;
    auto library = open_live_library("", {false, true});
    REQUIRE(library);
    auto good = brain_of(std::move(*library));
    office.other_brain = Brain{[good](const State& state, const Event& event, Time now) {
                                   auto* said = std::get_if<Said>(&event.what);
                                   if (said && said->text.find("canary") != said->text.npos)
                                       throw std::runtime_error("cannot take: " + said->text);
                                   return good.think(state, event, now);
                               },
                               good.apology};
    office.start();
    Caught log(office.folder.file("log"));
    say(office.slack, "LEO", "a canary");
    CHECK(office.until([&] { return log.text().find("the turn threw an exception") != std::string::npos; }));
    say(office.slack, "LEO", "new Nordkai");
    CHECK(office.reads("Who decides about this at Nordkai?"));
    CHECK(office.stopped());
    CHECK_FALSE(office.vera->failure());
    CHECK(log.text().find("canary") == std::string::npos);
}

TEST_CASE("a library that changes while Vera serves stays strict and of a company's chat", "[serve]") {
    Office office;
    office.settings.serving.strict = true;
    office.settings.library = office.folder.file("library");
    std::filesystem::create_directories(office.settings.library + "/wording");
    office.start();
    auto text = compiled_in_files().at("wording/en.toml");
    const std::string before = "Hi {user}, I'm Vera.", after = "Hello {user}, I'm Vera.";
    REQUIRE(text.find(before) != text.npos);
    text.replace(text.find(before), before.size(), after);
    std::ofstream(office.settings.library + "/wording/en.toml") << text;
    open_chat(office.slack, "LEO");
    CHECK(office.reads("Hello Leo, I'm Vera."));
    CHECK(office.reads("Strict mode keeps motives out of it"));
    CHECK(office.stopped());
}

TEST_CASE("a token that Slack takes back is told by readyz, and everything else goes on", "[serve]") {
    Office office;
    office.start();
    REQUIRE(office.until([&] { return office.get("/readyz", office.vera->admin_port()).status == 200; }));
    revoke(office.slack); // noticed with the next thing that Vera wants to say
    say(office.slack, "LEO", "new Nordkai");
    CHECK(office.until([&] { return office.get("/readyz", office.vera->admin_port()).status == 503; }));
    CHECK_THAT(office.get("/readyz", office.vera->admin_port()).body, ContainsSubstring("Slack: "));
    CHECK(office.get("/healthz", office.vera->admin_port()).status == 200);
    CHECK(office.stopped());
}

TEST_CASE("an app-level token that is none ends the server with a sentence", "[serve]") {
    Office office;
    office.settings.serving.app_token = "xapp-other";
    office.start();
    CHECK(office.until([&] { return office.vera->refusal().has_value(); }));
    CHECK(office.vera->refusal()->where == "SLACK_APP_TOKEN");
}

TEST_CASE("an address that somebody has, and a home that another Vera has, are told", "[serve]") {
    Office office;
    office.start();
    Office other;
    other.settings.serving.admin_listen = "127.0.0.1:" + std::to_string(office.vera->admin_port());
    CHECK_THROWS_WITH(other.start(), ContainsSubstring(std::to_string(office.vera->admin_port())));
    Office same;
    same.settings.home = office.settings.home;
    CHECK_THROWS_WITH(same.start(), ContainsSubstring("serves from this home already"));
}

TEST_CASE("a check says the workspace, and each scope that is missing with what is lost", "[serve]") {
    Office office;
    auto good = office.awaited(ask_slack(office.settings.serving, *office.http));
    CHECK(all(good) == "note: Slack: the workspace \"Fake\" (T0WORK)\n");
    office.slack.options.scopes.erase("im:history");
    office.slack.options.scopes.erase("users:read.email");
    office.settings.serving.allow = {"leo@example.com"};
    auto bad = all(office.awaited(ask_slack(office.settings.serving, *office.http)));
    CHECK_THAT(bad, ContainsSubstring("lacks the scope im:history, so Vera hears nothing that is typed"));
    CHECK_THAT(bad, ContainsSubstring("lacks the scope users:read.email"));
    CHECK(std::count(bad.begin(), bad.end(), '\n') == 3);
}

TEST_CASE("a check of a wrong token, of nobody there and of nothing set", "[serve]") {
    Office office;
    auto serving = office.settings.serving;
    serving.bot_token = "xoxb-other";
    serving.app_token = "xapp-other";
    auto wrong = all(office.awaited(ask_slack(serving, *office.http)));
    CHECK_THAT(wrong, ContainsSubstring("SLACK_BOT_TOKEN: ") && ContainsSubstring("SLACK_APP_TOKEN: "));
    CHECK(wrong.find("other") == wrong.npos);
    serving.api_url = "http://127.0.0.1:1/api/";
    auto nobody = all(office.awaited(ask_slack(serving, *office.http)));
    CHECK_THAT(nobody, ContainsSubstring("Slack: Slack cannot be reached"));
    CHECK(all(office.awaited(ask_slack({}, *office.http))) ==
          "note: Slack is not configured: SLACK_BOT_TOKEN is not set\n");
    serving.problems = {{"SLACK_ALLOW", "is wrong"}};
    CHECK(all(office.awaited(ask_slack(serving, *office.http))) == "SLACK_ALLOW: is wrong\n");
}

} // namespace vera
