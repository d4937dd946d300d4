#pragma once
// A desk for the tests of Slack's client: an HTTP port that answers as the test has ordered and keeps every
// call, a clock that stands still, and a loop that runs until nothing is left to do.
#include "bot/http.hpp"
#include "bot/manual_clock.hpp"
#include "tests/support/catch.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <nlohmann/json.hpp>

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vera::slack::rig {

using nlohmann::json;

inline constexpr Time noon = Time{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{12}};

HttpEnd answered(const json& body, int status = 200, Headers headers = {});
HttpEnd failed(HttpEnd::End);
json ok(const json& more = json::object());
json error(const std::string& code);

struct Call {
    std::string method;
    json arguments; // of a form: its fields, as strings
    HttpRequest request;
    Time at{};
};

class ScriptedHttp : public Http {
public:
    explicit ScriptedHttp(Clock& clock) : clock_(clock), waiter_(clock.waiter()) {}
    boost::asio::awaitable<HttpEnd> send(HttpRequest) override;
    void go_on() { waiter_->wake(); }
    std::vector<Call> of(const std::string& method) const;
    std::vector<std::string> methods() const;

    std::map<std::string, std::deque<HttpEnd>> once; // by method, before `always`
    std::map<std::string, HttpEnd> always;           // by method; else {"ok":true}
    std::string slow;                                // a method whose next answer waits for go_on()
    std::vector<Call> calls;

private:
    Clock& clock_;
    std::unique_ptr<Waiter> waiter_;
};

// What a coroutine returned, once it has.
template <class T> struct Ended {
    std::optional<T> value;
    std::exception_ptr error;
};

struct Desk {
    Desk() : clock(noon), http(clock) {}
    void settle();
    void pass(Duration);
    template <class T> std::shared_ptr<Ended<T>> start(boost::asio::awaitable<T> work) {
        auto ended = std::make_shared<Ended<T>>();
        boost::asio::co_spawn(network, std::move(work), [ended](std::exception_ptr error, T value) {
            ended->error = error;
            ended->value = std::move(value);
        });
        settle();
        return ended;
    }
    template <class T> T run(boost::asio::awaitable<T> work) {
        auto ended = start(std::move(work));
        REQUIRE(ended->value);
        REQUIRE_FALSE(ended->error);
        return *ended->value;
    }
    boost::asio::io_context network;
    ManualClock clock;
    ScriptedHttp http;
};

} // namespace vera::slack::rig
