#include "dialogs/status.hpp"

#include "core/measure.hpp"
#include "core/text.hpp"
#include "core/words.hpp"
#include "dialogs/flags.hpp"
#include "dialogs/list.hpp"

#include <algorithm>

namespace vera {
namespace {

void show_person(Desk&, const Influence&, std::size_t number);
bool was_asked(const Influence&);
void show_flags(Desk&, const Deal&);
void show_steps(Desk&, const Deal&);
void show_notes(Desk&, const std::vector<Note>&);
std::string say_result(const Desk&, const Influence&);
std::string say_win(const Desk&, const Influence&);
std::string say_lose(const Desk&, const Influence&);
std::string brief(const std::string& text); // a fact in a list
std::string count_of(const Desk&, std::string_view key, long n);
std::string some_of(const Desk&, const std::string& key, long n); // none, one, many

inline constexpr std::size_t deals_listed = 20;
inline constexpr std::size_t steps_shown = 5;
inline constexpr std::size_t notes_shown = 3;

} // namespace

void show_status(Desk& desk) {
    const Deal* deal = deal_in_focus(desk);
    if (deal)
        show_deal(desk, *deal);
    else if (desk.plan.next.heads.empty())
        say(desk, "deal.none");
    else
        show_all_deals(desk);
}

void show_deal(Desk& desk, const Deal& deal) {
    if (deal.people.empty()) return say(desk, "status.empty", {{"account", deal.head.name}});
    say(desk, "status.heading", {{"account", deal.head.name}, {"counts", say_counts(desk, deal)}}, LineStyle::heading);
    std::vector<std::string> untouched;
    std::size_t number = 0;
    for (const Influence& person : deal.people) {
        ++number;
        if (was_asked(person))
            show_person(desk, person, number);
        else if (!person.ours)
            untouched.push_back(shown_name(person));
    }
    if (!untouched.empty()) say(desk, "status.untouched", {{"list", say_list(untouched)}});
    show_notes(desk, deal.notes);
    show_flags(desk, deal);
    show_steps(desk, deal);
}

void show_all_deals(Desk& desk) {
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
    std::vector<const Influence*> theirs;
    for (const Influence& person : deal.people)
        if (!person.ours) theirs.push_back(&person);
    const auto count = [&](auto predicate) {
        return std::ranges::count_if(theirs, [&](const auto* p) { return predicate(*p); });
    };
    const auto results = count([](const Influence& p) {
        return p.result.asked == Asked::answered && quality(p.result.measure) >= Quality::m4;
    });
    const auto wins = count([](const Influence& p) { return status(p.win) == WinStatus::supported; });
    const auto guesses = count([](const Influence& p) { return status(p.win) == WinStatus::guess; });
    const auto loses = count([](const Influence& p) { return p.lose.suspected; });
    std::vector<std::string> parts = {some_of(desk, "status.people.", static_cast<long>(theirs.size()))};
    parts.push_back(some_of(desk, "status.results.", results));
    parts.push_back(some_of(desk, "status.wins.", wins));
    if (guesses) parts.push_back(count_of(desk, "status.guesses", guesses));
    if (loses) parts.push_back(count_of(desk, "status.loses", loses));
    return say_list(parts);
}

std::string say_action(const Desk& desk, const Influence& person, const Action& action) {
    std::vector<std::string> details;
    if (!action.who.empty()) details.push_back(action.who);
    if (action.due) details.push_back(sentence(desk, "status.step_due", {{"when", say_day(*action.due, desk.today)}}));
    return sentence(desk, details.empty() ? "status.step" : "status.step_details",
                    {{"name", shown_name(person)}, {"text", brief(action.text)}, {"list", say_list(details)}});
}

std::string say_list(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

// The quote stands beside "supported" (product 4).
std::string say_known_from(const Desk& desk, const Win& win) {
    const auto best =
        std::ranges::max_element(win.evidence, {}, [](const Evidence& evidence) { return grade(evidence); });
    const std::string when = say_day(best->when.value(), desk.today);
    if (best->kind == EvidenceKind::heard)
        return sentence(desk, "status.quote_coach", {{"name", best->who}, {"when", when}});
    return sentence(desk, "status.quote", {{"text", brief(best->words.reveal())}, {"when", when}});
}

namespace {

void show_person(Desk& desk, const Influence& person, std::size_t number) {
    const std::string name = shown_name(person);
    say_text(desk, std::to_string(number) + ". " +
                       sentence(desk, "status.person",
                                {{"name", name},
                                 {"title", person.name.empty() ? "" : say_title(person.title)},
                                 {"roles", say_roles(desk, person.roles, person.owns_old_way, person.ours)}}));
    if (person.contact.asked == Asked::answered && !person.contact.spoken)
        say(desk, "status.contact_nobody", {}, LineStyle::item);
    for (const auto& line : {say_result(desk, person), say_win(desk, person), say_lose(desk, person)})
        if (!line.empty()) say_text(desk, line, LineStyle::item);
    show_notes(desk, person.notes);
}

bool was_asked(const Influence& person) {
    return person.contact.asked != Asked::not_yet || person.result.asked != Asked::not_yet ||
           person.win.asked != Asked::not_yet || person.lose.asked != Asked::not_yet;
}

void show_flags(Desk& desk, const Deal& deal) {
    const auto flags = flags_of(desk, deal);
    if (flags.empty()) return say(desk, "status.no_flags");
    say(desk, "status.flags", {}, LineStyle::heading);
    for (std::size_t i = 0; i < flags.size() && i < flags_shown; ++i)
        say_text(desk, flag_name(desk, deal, flags[i]), LineStyle::item);
    if (flags.size() > flags_shown)
        say(desk, "flag.more", {{"n", std::to_string(flags.size() - flags_shown)}}, LineStyle::context);
}

void show_steps(Desk& desk, const Deal& deal) {
    std::vector<std::pair<const Influence*, const Action*>> open;
    for (const Influence& person : deal.people)
        for (const Action& action : person.actions)
            if (action.state == ActionState::open) open.emplace_back(&person, &action);
    if (open.empty()) return;
    std::ranges::stable_sort(open, {}, [](const auto& step) { return std::pair{!step.second->due, step.second->due}; });
    say(desk, "status.next", {}, LineStyle::heading);
    for (std::size_t i = 0; i < open.size() && i < steps_shown; ++i)
        say_text(desk, say_action(desk, *open[i].first, *open[i].second), LineStyle::item);
}

// The newest ones; all of them are kept.
void show_notes(Desk& desk, const std::vector<Note>& notes) {
    for (std::size_t i = notes.size() - std::min(notes.size(), notes_shown); i < notes.size(); ++i)
        say(desk, "status.note", {{"text", brief(notes[i].text)}}, LineStyle::item);
}

std::string say_result(const Desk& desk, const Influence& person) {
    if (person.result.asked == Asked::not_yet) return "";
    if (person.result.asked != Asked::answered) return sentence(desk, "status.result_unknown");
    const bool numbers = person.result.measure.to.has_value();
    return sentence(desk, "status.result",
                    {{"text", numbers ? say_measure(person.result.measure, desk.today) : brief(person.result.text)}});
}

std::string say_win(const Desk& desk, const Influence& person) {
    switch (status(person.win)) {
    case WinStatus::not_asked:
        return "";
    case WinStatus::unknown:
        return sentence(desk, "status.win_unknown");
    case WinStatus::guess:
        return sentence(desk, "status.win_guess", {{"text", brief(person.win.text.reveal())}});
    case WinStatus::refuted:
        return sentence(desk, "status.win_refuted", {{"text", brief(person.win.text.reveal())}});
    case WinStatus::supported:
        return sentence(desk, "status.win_supported",
                        {{"text", brief(person.win.text.reveal())}, {"evidence", say_known_from(desk, person.win)}});
    }
    throw Bug("no such status");
}

std::string say_lose(const Desk& desk, const Influence& person) {
    if (person.lose.asked == Asked::not_yet) return "";
    if (person.lose.asked != Asked::answered) return sentence(desk, "status.lose_unknown");
    if (!person.lose.suspected) return sentence(desk, "status.lose_none");
    std::vector<std::string> what;
    for (const LoseKind kind : person.lose.kinds)
        what.push_back(sentence(desk, "lose." + std::string(enum_word(kind))));
    if (!person.lose.text.reveal().empty()) what.push_back(brief(person.lose.text.reveal()));
    if (person.lose.mitigation.empty()) return sentence(desk, "status.lose", {{"text", say_list(what)}});
    return sentence(desk, "status.lose_plan", {{"text", say_list(what)}, {"plan", brief(person.lose.mitigation)}});
}

std::string brief(const std::string& text) {
    static constexpr std::size_t most = 160;
    return shorten(text, most);
}

std::string count_of(const Desk& desk, std::string_view key, long n) {
    return sentence(desk, key, {{"n", std::to_string(n)}});
}

std::string some_of(const Desk& desk, const std::string& key, long n) {
    return count_of(desk, key + (n == 0 ? "none" : n == 1 ? "one" : "many"), n);
}

} // namespace
} // namespace vera
