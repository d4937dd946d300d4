#include "dialogs/views/status.hpp"

#include "core/progress.hpp"
#include "dialogs/flags.hpp"
#include "dialogs/views/facts.hpp"
#include "dialogs/views/status_deal.hpp"
#include "dialogs/views/status_person.hpp"

#include <algorithm>

namespace vera {
namespace {

bool was_asked(const Influence&);
void show_flags(Desk&, const Deal&);
void show_steps(Desk&, const Deal&);
void say_four_steps(Desk&, const Deal&);
std::string count_of(const Desk&, std::string_view key, long n);
std::string some_of(const Desk&, const std::string& key, long n); // none, one, many

inline constexpr std::size_t deals_listed = 20;
inline constexpr std::size_t steps_shown = 5;
inline constexpr std::size_t step_text = 160;

} // namespace

void show_status(Desk& desk) {
    const Deal* deal = deal_in_focus(desk);
    if (deal)
        show_deal(desk, *deal);
    else
        show_all_deals(desk);
}

void show_deal(Desk& desk, const Deal& deal) {
    if (deal.people.empty()) {
        say(desk, "status.empty", {{"account", deal.head.name}});
        return show_deal_facts(desk, deal);
    }
    say(desk, "status.heading", {{"account", deal.head.name}, {"counts", say_counts(desk, deal)}}, LineStyle::heading);
    show_deal_facts(desk, deal);
    std::vector<std::string> untouched;
    std::size_t number = 0;
    for (const Influence& person : deal.people) {
        ++number;
        if (was_asked(person))
            show_person_facts(desk, deal, person, number);
        else if (!person.ours)
            untouched.push_back(shown_name(person));
    }
    if (!untouched.empty()) say(desk, "status.untouched", {{"list", say_list(untouched)}});
    show_notes(desk, deal.notes);
    show_flags(desk, deal);
    show_steps(desk, deal);
    if (untouched.size() < deal.people.size()) say_four_steps(desk, deal);
}

void show_all_deals(Desk& desk) {
    if (desk.plan.next.heads.empty()) return say(desk, "deal.none");
    say(desk, "status.list_heading", {}, LineStyle::heading);
    std::size_t shown = 0;
    for (const DealHead& head : desk.plan.next.heads) {
        if (shown++ == deals_listed) break;
        const std::string flags = some_of(desk, "status.flag_count.", head.flags);
        const std::string people = some_of(desk, "status.people.", head.people);
        say(desk, "status.list_row", {{"account", head.name}, {"people", people}, {"flags", flags}}, LineStyle::item);
    }
    say(desk, "status.list_hint", {}, LineStyle::context);
}

std::string say_counts(const Desk& desk, const Deal& deal) {
    const std::vector<const Influence*> people = theirs(deal);
    const auto count = [&](auto predicate) {
        return std::ranges::count_if(people, [&](const auto* p) { return predicate(*p); });
    };
    const auto results = count([](const Influence& p) {
        return p.result.asked == Asked::answered && quality(p.result.measure) >= Quality::m4;
    });
    const auto wins = count([](const Influence& p) { return status(p.win) == WinStatus::supported; });
    const auto guesses = count([](const Influence& p) { return status(p.win) == WinStatus::guess; });
    const auto loses = count([](const Influence& p) { return p.lose.suspected; });
    std::vector<std::string> parts = {some_of(desk, "status.people.", static_cast<long>(people.size()))};
    parts.push_back(some_of(desk, "status.results.", results));
    parts.push_back(some_of(desk, "status.wins.", wins));
    if (guesses) parts.push_back(count_of(desk, "status.guesses", guesses));
    if (loses) parts.push_back(count_of(desk, "status.loses", loses));
    return say_list(parts);
}

std::string say_action(const Desk& desk, const Influence& person, const Action& action) {
    return say_action(desk, shown_name(person), action);
}

std::string say_action(const Desk& desk, const std::string& name, const Action& action) {
    std::vector<std::string> details;
    if (!action.who.empty()) details.push_back(action.who);
    if (action.due) details.push_back(sentence(desk, "status.step_due", {{"when", say_day(*action.due, desk.today)}}));
    return sentence(desk, details.empty() ? "status.step" : "status.step_details",
                    {{"name", name}, {"text", brief(action.text, step_text)}, {"list", say_list(details)}});
}

std::string say_list(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

namespace {

bool was_asked(const Influence& person) {
    return person.contact.asked != Asked::not_yet || person.result.asked != Asked::not_yet ||
           person.win.asked != Asked::not_yet || person.lose.asked != Asked::not_yet;
}

void show_flags(Desk& desk, const Deal& deal) {
    const auto flags = standing_flags(desk, deal);
    if (flags.empty()) return say(desk, "status.no_flags");
    say(desk, "status.flags", {}, LineStyle::heading);
    for (std::size_t i = 0; i < flags.size() && i < flags_shown; ++i)
        say_text(desk, flag_name(desk, deal, flags[i]), LineStyle::item);
    if (flags.size() > flags_shown)
        say(desk, "flag.more", {{"n", std::to_string(flags.size() - flags_shown)}}, LineStyle::context);
}

void show_steps(Desk& desk, const Deal& deal) {
    const std::vector<OpenStep> open = open_steps(deal);
    if (open.empty()) return;
    say(desk, "status.next", {}, LineStyle::heading);
    for (std::size_t i = 0; i < open.size() && i < steps_shown; ++i)
        say_text(desk, say_action(desk, open[i].name, *open[i].action), LineStyle::item);
}

// The checklist in one line; who is done where, "steps" says.
void say_four_steps(Desk& desk, const Deal& deal) {
    const Progress progress = vera::progress(deal);
    const auto done = [&](MethodStep step) {
        const StepCount counted = count(progress, step);
        return sentence(desk, "status.step_done",
                        {{"n", std::to_string(counted.done)}, {"of", std::to_string(counted.of)}});
    };
    say(desk, "status.four_steps",
        {{"result", done(MethodStep::told_apart)},
         {"statement", done(MethodStep::statement)},
         {"lose", done(MethodStep::lose)},
         {"line", done(MethodStep::positioning)}},
        LineStyle::context);
}

std::string count_of(const Desk& desk, std::string_view key, long n) {
    return sentence(desk, key, {{"n", std::to_string(n)}});
}

std::string some_of(const Desk& desk, const std::string& key, long n) {
    return count_of(desk, key + (n == 0 ? "none" : n == 1 ? "one" : "many"), n);
}

} // namespace
} // namespace vera
