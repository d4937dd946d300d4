#pragma once
// A platform for the sender's tests: every attempt ends as the test has ordered.
#include "bot/platform.hpp"
#include "bot/ports.hpp"
#include "tests/bot/rig.hpp"
#include "tests/support/catch.hpp"

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace vera::rig {

using Texts = std::vector<std::string>;

// A chat that shows what it is given, unless told how an attempt ends instead.
class ScriptedChat : public Platform {
public:
    explicit ScriptedChat(Clock& clock) : waiter_(clock.waiter()) {}
    boost::asio::awaitable<Attempt> post(Outbound out) override {
        auto text = text_of(out.message);
        CHECK(under_way.insert(text).second);
        attempts.push_back(text);
        edited.push_back(out.edits_platform_id);
        if (slow == text) co_await waiter_->until_woken();
        under_way.erase(text);
        auto& script = ends[text];
        Attempt attempt{Attempt::End::sent, "id of " + text, Duration{0}, ""};
        if (!script.empty()) {
            attempt = script.front();
            script.pop_front();
        }
        if (attempt.end == Attempt::End::sent) shown.push_back(text);
        co_return attempt;
    }
    boost::asio::awaitable<Lookup> find(Outbound out) override {
        lookups.push_back(text_of(out.message));
        co_return Lookup{lookup, lookup == Lookup::End::found ? "found id" : ""};
    }
    void go_on() { waiter_->wake(); }

    std::map<std::string, std::deque<Attempt>> ends; // before the first `sent`
    Lookup::End lookup = Lookup::End::cannot;
    std::string slow; // a text whose post waits for go_on()
    Texts attempts, shown, lookups, edited;
    std::set<std::string> under_way;

private:
    std::unique_ptr<Waiter> waiter_;
};

} // namespace vera::rig
