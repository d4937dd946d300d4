// The control socket: words there and back, who may use it, and what is left behind.
#include "bot/control.hpp"

#include "bot/manual_clock.hpp"
#include "tests/bot/rig.hpp"
#include "tests/bot/written.hpp"
#include "tests/support/catch.hpp"

#include <boost/asio/io_context.hpp>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <filesystem>
#include <thread>

namespace vera {

namespace {

boost::asio::awaitable<ControlAnswer> echo(ControlRequest request) {
    ControlAnswer answer;
    answer.text = request.command + ":" + request.value("deal");
    if (request.command == "bad") answer.problems = {{"deal", "is none\nat all"}};
    co_return answer;
}

struct Running {
    rig::TemporaryFolder folder;
    std::string path = control_path(folder.path());
    boost::asio::io_context network;
    ManualClock clock{rig::noon};
    std::optional<ControlServer> server{std::in_place, network.get_executor(), path, clock, echo};

    // The client waits, so it has a thread of its own while the network runs here.
    std::optional<ControlAnswer> ask(const ControlRequest& request) {
        std::optional<ControlAnswer> answer;
        bool done = false;
        std::thread client([&] {
            answer = ask_control(path, request);
            boost::asio::post(network, [&] { done = true; });
        });
        network.restart();
        while (!done) network.run_one();
        client.join();
        return answer;
    }
};

int connected(const std::string& path) {
    auto file = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un place{};
    place.sun_family = AF_UNIX;
    path.copy(place.sun_path, sizeof place.sun_path - 1);
    REQUIRE(::connect(file, reinterpret_cast<sockaddr*>(&place), sizeof place) == 0);
    return file;
}

} // namespace

TEST_CASE("requests and answers come out as they went in", "[control]") {
    ControlRequest request{"export", {{"deal", "Nordkai and more"}, {"reason", ""}, {"user", "leo\nsaid"}}};
    auto read = request_in(words_of(request));
    REQUIRE(read);
    CHECK(read->command == "export");
    CHECK(read->value("deal") == "Nordkai and more");
    CHECK(read->value("user") == "leo said");
    CHECK(read->value("none").empty());
    ControlAnswer answer{{{"deal", "is\nnone"}, {"", ""}}, "two\nlines\n"};
    auto back = answer_in(words_of(answer));
    REQUIRE(back);
    CHECK(back->problems == Problems{{"deal", "is none"}, {"", ""}});
    CHECK(back->text == answer.text);
}

TEST_CASE("what was cut, or is something else, is neither request nor answer", "[control]") {
    for (auto* wrong : {"", "check", "check\n", "check\nx y\n"}) CHECK_FALSE(request_in(wrong));
    CHECK_FALSE(request_in("check\nx " + std::string(max_request, 'x') + "\n\n"));
    std::string many = "check\n";
    for (std::size_t i = 0; i <= max_values; ++i) many += "n" + std::to_string(i) + " v\n";
    CHECK_FALSE(request_in(many + "\n"));
    auto whole = words_of(ControlAnswer{{{"a", "b"}}, "text"});
    for (std::size_t cut = 0; cut < whole.size(); ++cut) CHECK_FALSE(answer_in(whole.substr(0, cut)));
    for (auto* wrong : {"x 1\n", "0 -1\n", "99999999999999999999 0\n", "5000 0\n", "0 1\n"})
        CHECK_FALSE(answer_in(wrong));
}

TEST_CASE("a running server answers on a socket that is nobody else's", "[control]") {
    Running running;
    struct stat info {};
    REQUIRE(::stat(running.path.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
    auto answer = running.ask({"export", {{"deal", "Nordkai"}}});
    REQUIRE(answer);
    CHECK(answer->text == "export:Nordkai");
    auto bad = running.ask({"bad", {}});
    REQUIRE(bad);
    CHECK(bad->problems.size() == 1);
}

TEST_CASE("nobody there is no mistake", "[control]") {
    rig::TemporaryFolder folder;
    CHECK_FALSE(ask_control(folder.file("vera.sock"), {"check", {}}));
    CHECK_FALSE(ask_control(folder.file(std::string(200, 'x')), {"check", {}}));
}

TEST_CASE("a socket left behind is replaced, a living one is not, and another file is left alone", "[control]") {
    Running running;
    CHECK_THROWS_WITH(ControlServer(running.network.get_executor(), running.path, running.clock, echo),
                      ContainsSubstring("serves from this home already"));
    CHECK(running.ask({"check", {}}));
    running.server.reset();
    CHECK_FALSE(std::filesystem::exists(running.path));

    auto file = ::socket(AF_UNIX, SOCK_STREAM, 0); // bound and never listening: as after a kill
    sockaddr_un place{};
    place.sun_family = AF_UNIX;
    running.path.copy(place.sun_path, sizeof place.sun_path - 1);
    REQUIRE(::bind(file, reinterpret_cast<sockaddr*>(&place), sizeof place) == 0);
    ::close(file);
    running.server.emplace(running.network.get_executor(), running.path, running.clock, echo);
    CHECK(running.ask({"check", {}}));

    auto other = rig::written(running.folder, "notes.txt", "mine");
    CHECK_THROWS_WITH(ControlServer(running.network.get_executor(), other, running.clock, echo),
                      ContainsSubstring("in the way"));
    CHECK(std::filesystem::exists(other));
}

TEST_CASE("who says nothing is let go, and does not keep others waiting", "[control]") {
    Running running;
    auto silent = connected(running.path);
    CHECK(running.ask({"check", {}}));
    running.clock.advance_to(rig::noon + control_time);
    char byte = 0;
    running.network.restart();
    running.network.poll();
    CHECK(::recv(silent, &byte, 1, MSG_DONTWAIT) == 0); // closed
    ::close(silent);
    auto long_winded = connected(running.path);
    std::string words(max_request + 2'000, 'x');
    CHECK(::send(long_winded, words.data(), words.size(), MSG_DONTWAIT) > 0);
    running.network.restart();
    running.network.poll();
    char answer[200] = {};
    CHECK(::recv(long_winded, answer, sizeof answer - 1, MSG_DONTWAIT) > 0);
    CHECK_THAT(std::string(answer), ContainsSubstring("cannot be read"));
    ::close(long_winded);
}

} // namespace vera
