// The lines of a script, and how a request to end ends them.
#include "bot/script_input.hpp"

#include "tests/bot/rig.hpp"
#include "tests/support/catch.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <istream>
#include <vector>

namespace vera {

namespace {

struct Pipe {
    Pipe() { REQUIRE(::pipe(ends.data()) == 0); }
    ~Pipe() {
        ::close(ends[0]);
        close();
    }
    void type(const std::string& text) {
        REQUIRE(::write(ends[1], text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    }
    void close() {
        if (ends[1] >= 0) ::close(ends[1]);
        ends[1] = -1;
    }
    std::array<int, 2> ends{};
};

using Texts = std::vector<std::string>;

Texts rest_of(std::istream& in) {
    Texts lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

} // namespace

TEST_CASE("a script's lines are read to the end of input, whole or not", "[talk]") {
    Pipe pipe;
    ScriptInput input(pipe.ends[0]);
    std::istream in(&input);
    pipe.type("one\n\ntwo\nthr");
    pipe.type("ee");
    pipe.close();
    CHECK(rest_of(in) == Texts{"one", "", "two", "three"});
}

TEST_CASE("a script in a file is read too, however long its lines", "[talk]") {
    rig::TemporaryFolder folder;
    std::string long_line(200'000, 'a');
    std::ofstream(folder.file("script")) << long_line << "\nnext\n";
    auto file = ::open(folder.file("script").c_str(), O_RDONLY);
    REQUIRE(file >= 0);
    {
        ScriptInput input(file);
        std::istream in(&input);
        CHECK(rest_of(in) == Texts{long_line, "next"});
    }
    ::close(file);
}

TEST_CASE("a request to end lets the line under way be answered and is the end of input", "[talk]") {
    for (auto request : {SIGTERM, SIGINT, SIGHUP}) {
        Pipe pipe;
        ScriptInput input(pipe.ends[0]);
        std::istream in(&input);
        pipe.type("one\ntwo\nhal");
        std::string line;
        REQUIRE(std::getline(in, line));
        CHECK(line == "one");
        ::raise(request);
        ::raise(request); // asked twice, it ends no harder
        CHECK(rest_of(in).empty());
    }
}

} // namespace vera
