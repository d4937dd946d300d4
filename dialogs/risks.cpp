#include "dialogs/risks.hpp"

#include "core/reading/when.hpp"
#include "core/text.hpp"
#include "dialogs/flags.hpp"
#include "dialogs/interview.hpp"

#include <algorithm>
#include <charconv>

namespace vera {
namespace {

inline constexpr std::size_t flags_listed = 20;

struct Numbered {
    std::size_t number = 0;
    bool marked = false; // a sign between the number and the rest, or no rest: "accept 3 months more" has none
    std::string rest;
};
std::optional<Numbered> read_numbered(std::string_view text);
std::optional<RedFlag> flag_number(const Desk&, std::size_t number);
FlagChoice& choice_about(Desk&, const RedFlag&);
bool not_a_flag(Desk&); // it may be an answer
bool no_such_flag(Desk&);

} // namespace

void show_flags_numbered(Desk& desk) {
    const Deal* deal = deal_in_focus(desk);
    if (!deal) return say(desk, "deal.none");
    const auto flags = flags_of(desk, *deal);
    if (flags.empty()) return say(desk, "status.no_flags"), resume(desk);
    say(desk, "risk.heading", {}, LineStyle::heading);
    for (std::size_t i = 0; i < flags.size() && i < flags_listed; ++i) {
        const char* key = flags[i].standing == Standing::open      ? "risk.row"
                          : flags[i].standing == Standing::snoozed ? "risk.row_snoozed"
                                                                   : "risk.row_accepted";
        say(desk, key,
            {{"n", std::to_string(i + 1)},
             {"text", flag_name(desk, *deal, flags[i])},
             {"step", flag_step(desk, *deal, flags[i])}});
    }
    say(desk, "risk.hint", {}, LineStyle::context);
    resume(desk);
}

bool accept_risk(Desk& desk, std::string_view text) {
    const auto numbered = read_numbered(text);
    if (!numbered || (!numbered->marked && session(desk).pending)) return not_a_flag(desk);
    const auto flag = flag_number(desk, numbered->number);
    if (!flag) return no_such_flag(desk);
    if (numbered->rest.empty())
        return say(desk, "risk.reason", {{"n", std::to_string(numbered->number)}}), resume(desk), true;
    FlagChoice& choice = choice_about(desk, *flag);
    choice.decision = FlagDecision::accepted;
    choice.reason = shorten(numbered->rest, limits::fact_text);
    choice.until.reset();
    record(desk, "flag.accepted", session(desk).deal, flag->person);
    say(desk, "risk.accepted", {{"text", flag_name(desk, *deal_in_focus(desk), *flag)}});
    return resume(desk), true;
}

bool snooze_flag(Desk& desk, std::string_view text) {
    const auto numbered = read_numbered(text);
    if (!numbered) return not_a_flag(desk);
    const auto flag = flag_number(desk, numbered->number);
    if (!flag) return no_such_flag(desk);
    const auto day = find_day(numbered->rest, desk.today, Look::ahead);
    if (!numbered->rest.empty() && (!day || days_between(desk.today, day->day) < 1))
        return say(desk, "risk.until_when", {{"n", std::to_string(numbered->number)}}), resume(desk), true;
    FlagChoice& choice = choice_about(desk, *flag);
    choice.decision = FlagDecision::snoozed;
    choice.until = day ? day->day : next_working_day(desk.today);
    ++choice.snoozes;
    record(desk, "flag.snoozed", session(desk).deal, flag->person);
    say(desk, "risk.snoozed",
        {{"text", flag_name(desk, *deal_in_focus(desk), *flag)}, {"when", say_day(*choice.until, desk.today)}});
    return resume(desk), true;
}

namespace {

std::optional<Numbered> read_numbered(std::string_view text) {
    text = trim(text);
    if (text.starts_with('#')) text.remove_prefix(1);
    Numbered read;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read.number);
    if (error != std::errc{}) return std::nullopt;
    std::string_view rest = trim(text.substr(static_cast<std::size_t>(end - text.data())));
    read.marked = rest.empty() || std::string_view(":,.-").find(rest[0]) != std::string_view::npos;
    while (!rest.empty() && std::string_view(":,.-").find(rest[0]) != std::string_view::npos)
        rest = trim(rest.substr(1));
    read.rest = std::string(rest);
    return read;
}

std::optional<RedFlag> flag_number(const Desk& desk, std::size_t number) {
    const Deal* deal = deal_in_focus(desk);
    if (!deal) return std::nullopt;
    const auto flags = flags_of(desk, *deal);
    return number >= 1 && number <= flags.size() ? std::optional(flags[number - 1]) : std::nullopt;
}

FlagChoice& choice_about(Desk& desk, const RedFlag& flag) {
    auto& choices = deal_in_focus(desk)->choices;
    const auto same = [&](const FlagChoice& choice) { return choice.flag == flag.id && choice.person == flag.person; };
    auto found = std::ranges::find_if(choices, same);
    if (found == choices.end()) {
        if (choices.size() >= limits::choices) choices.erase(choices.begin());
        choices.push_back({.flag = flag.id, .person = flag.person, .reason = {}, .until = {}, .source = {}});
        found = choices.end() - 1;
    }
    found->source = source_now(desk);
    return *found;
}

bool not_a_flag(Desk& desk) {
    if (session(desk).pending) return false;
    return no_such_flag(desk);
}

bool no_such_flag(Desk& desk) {
    say(desk, deal_in_focus(desk) ? "risk.which" : "deal.none");
    return resume(desk), true;
}

} // namespace
} // namespace vera
