#pragma once
// A policy of links that is told a story: what happens, and how time passes. It keeps what the policy wants.
#include "bot/slack/links.hpp"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace vera::slack {

using std::chrono::minutes;
using std::chrono::seconds;

inline constexpr Time start = Time{std::chrono::sys_days{std::chrono::year{2026} / 11 / 24}};

inline std::string text_of(const Do& todo) {
    struct {
        std::string operator()(const AskUrl& one) const { return "ask " + std::to_string(one.epoch); }
        std::string operator()(const Connect& one) const { return "connect " + std::to_string(one.epoch); }
        std::string operator()(const Ping& one) const { return "ping " + std::to_string(one.epoch); }
        std::string operator()(const Close& one) const { return "close " + std::to_string(one.epoch); }
        std::string operator()(const Drop& one) const { return "drop " + std::to_string(one.epoch); }
        std::string operator()(const Say&) const { return "say"; }
        std::string operator()(const GiveUp& one) const { return "give up: " + one.error; }
    } name;
    return std::visit(name, todo);
}

// Collects what the policy wants, as "ask 1, connect 1"; pings are answered and left out.
struct Story {
    Story() { todo(links.begin(now)); }
    std::string now_wants() { return std::exchange(wants, ""); }
    void todo(const std::vector<Do>& all) {
        for (const auto& one : all) {
            if (auto* said = std::get_if<Say>(&one)) sentences.push_back(said->sentence);
            auto* ping = std::get_if<Ping>(&one);
            if (ping && silent.contains(ping->epoch)) continue;
            if (ping) todo(links.on(Heard{ping->epoch}, now));
            if (!ping) wants += (wants.empty() ? "" : ", ") + text_of(one);
        }
    }
    std::string on(const Happened& happened) {
        wants.clear();
        todo(links.on(happened, now));
        return now_wants();
    }
    std::string pass(Duration time) {
        const auto end = now + time;
        for (auto next = links.next(); next && *next <= end; next = links.next()) {
            now = std::max(now, *next);
            todo(links.on(Tick{}, now));
        }
        now = end;
        return now_wants();
    }
    void come_up(Epoch epoch, int connections = 1) {
        on(GotUrl{epoch});
        on(LinkUp{epoch});
        on(Hello{epoch, connections});
    }
    Time now = start;
    Links links{LinkLimits{}, 7};
    std::string wants;
    std::vector<std::string> sentences;
    std::set<Epoch> silent;
};

struct Lived : Story { // link 1 is up for an hour
    Lived() {
        come_up(1);
        pass(minutes{60});
        now_wants();
    }
};

} // namespace vera::slack
