// vera serve while something inside it goes wrong or changes: told in the log without a word of what was said.
#include "tests/slack/served.hpp"

#include "bot/files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace vera {

namespace {

using served::Office;

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

// A way out that throws at the calls of one method, as none should.
class Torn : public Http {
public:
    Torn(std::unique_ptr<Http> inner, std::string method) : method(std::move(method)), inner_(std::move(inner)) {}
    boost::asio::awaitable<HttpEnd> send(HttpRequest request) override {
        if (!method.empty() && request.target.ends_with(method)) throw std::runtime_error("canary");
        return inner_->send(std::move(request));
    }
    std::string method;

private:
    std::unique_ptr<Http> inner_;
};

} // namespace

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

TEST_CASE("an exception on the way in is told without its words, and Slack brings the event again", "[serve]") {
    Office office;
    auto torn = std::make_unique<Torn>(std::move(office.http), "users.info");
    auto& method = torn->method;
    office.http = std::move(torn);
    office.start();
    REQUIRE(office.until([&] { return office.get("/readyz", office.vera->admin_port()).status == 200; }));
    Caught log(office.folder.file("log"));
    say(office.slack, "LEO", "new Nordkai");
    CHECK(office.until([&] { return log.text().find("could not be taken: an exception") != std::string::npos; }));
    method.clear();
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

} // namespace vera
