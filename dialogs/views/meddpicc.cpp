#include "dialogs/views/meddpicc.hpp"

#include "core/words.hpp"
#include "dialogs/flags.hpp"
#include "dialogs/views/facts.hpp"
#include "dialogs/views/status.hpp"
#include "dialogs/views/status_deal.hpp"

#include <algorithm>
#include <array>

namespace vera {
namespace {

std::string metrics(const Desk&, const Deal&);
std::string economic_buyer(const Desk&, const Deal&);
std::string decision_criteria(const Desk&, const Deal&);
std::string decision_process(const Desk&, const Deal&);
std::string paper_process(const Desk&, const Deal&);
std::string pain(const Desk&, const Deal&);
std::string champion(const Desk&, const Deal&);
std::string competition(const Desk&, const Deal&);
std::string risks(const Desk&, const Deal&);
std::string named(const Desk&, const Influence&, const std::string& text); // "Ingrid: 14 to 11 hours"
std::string say_win_state(const Desk&, const Win&);
std::string say_rows(const Desk&, const std::vector<std::string>&); // they have commas inside

inline constexpr std::size_t rows_shown = 5;

} // namespace

void show_meddpicc(Desk& desk, const Deal& deal) {
    using Letter = std::string (*)(const Desk&, const Deal&);
    static constexpr std::array<std::pair<const char*, Letter>, 9> letters = {{
        {"meddpicc.metrics", metrics},
        {"meddpicc.economic_buyer", economic_buyer},
        {"meddpicc.decision_criteria", decision_criteria},
        {"meddpicc.decision_process", decision_process},
        {"meddpicc.paper_process", paper_process},
        {"meddpicc.pain", pain},
        {"meddpicc.champion", champion},
        {"meddpicc.competition", competition},
        {"meddpicc.risks", risks},
    }};
    say(desk, "meddpicc.heading", {{"account", deal.head.name}}, LineStyle::heading);
    for (const auto& [key, letter] : letters) {
        const std::string found = letter(desk, deal);
        say(desk, key, {{"text", found.empty() ? sentence(desk, "meddpicc.not_asked") : found}});
    }
}

namespace {

std::string metrics(const Desk& desk, const Deal& deal) {
    std::vector<std::string> numbers;
    for (const Influence* person : theirs(deal)) {
        if (person->result.asked != Asked::answered || quality(person->result.measure) < Quality::m3) continue;
        std::string text = say_number(desk, person->result);
        if (person->result.whose.is(Whose::ours)) text += sentence(desk, "meddpicc.our_number");
        numbers.push_back(named(desk, *person, text));
    }
    if (!numbers.empty()) return say_rows(desk, numbers);
    const bool asked =
        std::ranges::any_of(theirs(deal), [](const auto* p) { return p->result.asked != Asked::not_yet; });
    return asked ? sentence(desk, "meddpicc.no_number") : "";
}

std::string economic_buyer(const Desk& desk, const Deal& deal) {
    std::vector<std::string> found;
    for (const Influence* person : with_role(deal, Role::economic)) {
        const bool asked = person->contact.asked != Asked::not_yet;
        const char* met = is_met(*person) ? "meddpicc.met" : asked ? "meddpicc.not_met" : "meddpicc.met_not_asked";
        found.push_back(
            sentence(desk, met, {{"name", shown_name(*person)}, {"win", say_win_state(desk, person->win)}}));
    }
    if (found.empty() && deal.people_confirmed) return sentence(desk, "meddpicc.nobody");
    return say_rows(desk, found);
}

// What those who use and check it want to see better.
std::string decision_criteria(const Desk& desk, const Deal& deal) {
    std::vector<std::string> criteria;
    for (const Influence* person : theirs(deal)) {
        const bool judges = person->roles.contains(Role::user) || person->roles.contains(Role::technical);
        if (judges && person->result.asked == Asked::answered)
            criteria.push_back(named(desk, *person, say_number(desk, person->result)));
    }
    return say_rows(desk, criteria);
}

std::string decision_process(const Desk& desk, const Deal& deal) {
    std::vector<std::string> parts;
    for (const Role role : {Role::economic, Role::technical})
        if (const auto people = with_role(deal, role); !people.empty())
            parts.push_back(sentence(desk, role == Role::economic ? "meddpicc.last_word" : "meddpicc.can_stop",
                                     {{"list", say_names(people)}}));
    if (deal.objective.by) parts.push_back(sentence(desk, "meddpicc.signed", {{"text", say_by(desk, deal.objective)}}));
    return say_rows(desk, parts);
}

std::string paper_process(const Desk& desk, const Deal& deal) {
    const auto checkers = with_role(deal, Role::technical);
    return checkers.empty() ? "" : sentence(desk, "meddpicc.papers", {{"list", say_names(checkers)}});
}

// Pain is of the organisation until one person carries it: who said they have it, in their words.
std::string pain(const Desk& desk, const Deal& deal) {
    std::vector<std::string> carried;
    for (const Influence* person : theirs(deal)) {
        if (!person->mode.is(Mode::trouble) && !person->mode.is(Mode::growth)) continue;
        std::string text = sentence(desk, "mode." + std::string(enum_word(*person->mode.value)));
        const std::string words = in_chat(desk, person->mode.words);
        if (!words.empty()) text = sentence(desk, "meddpicc.mode_words", {{"text", text}, {"quote", brief(words)}});
        carried.push_back(named(desk, *person, text));
    }
    if (!carried.empty()) return say_rows(desk, carried);
    const bool asked = std::ranges::any_of(theirs(deal), [](const auto* p) { return p->mode.asked != Asked::not_yet; });
    return asked ? sentence(desk, "meddpicc.no_pain") : "";
}

// A Champion sells when we are not there; Vera knows of a tested Coach at most, and says no more than that.
std::string champion(const Desk& desk, const Deal& deal) {
    std::vector<std::string> tested, untested;
    for (const Influence* person : with_role(deal, Role::coach)) {
        const bool is_tested = standing(person->coach_test, desk.today) == CoachStanding::tested;
        (is_tested ? tested : untested).push_back(first_name(*person));
    }
    if (!tested.empty()) return sentence(desk, "meddpicc.tested_coach", {{"list", say_list(tested)}});
    if (!untested.empty()) return sentence(desk, "meddpicc.untested_coach", {{"list", say_list(untested)}});
    return deal.people_confirmed ? sentence(desk, "meddpicc.no_coach") : "";
}

std::string competition(const Desk& desk, const Deal& deal) {
    const Told<Rival>& rival = deal.competition;
    if (rival.asked == Asked::not_yet) return "";
    if (rival.asked != Asked::answered) return sentence(desk, "meddpicc.unknown");
    return say_rival(desk, rival);
}

std::string risks(const Desk& desk, const Deal& deal) {
    const std::vector<RedFlag> flags = standing_flags(desk, deal);
    std::string text;
    for (std::size_t i = 0; i < flags.size() && i < flags_shown; ++i)
        text += (text.empty() ? "" : " ") + flag_name(desk, deal, flags[i]);
    if (flags.size() > flags_shown)
        text += " " + sentence(desk, "meddpicc.more", {{"n", std::to_string(flags.size() - flags_shown)}});
    return text.empty() ? sentence(desk, "status.no_flags") : text;
}

std::string say_rows(const Desk& desk, const std::vector<std::string>& rows) {
    std::string text;
    for (std::size_t i = 0; i < rows.size() && i < rows_shown; ++i) text += (text.empty() ? "" : "; ") + rows[i];
    if (rows.size() > rows_shown)
        text += "; " + sentence(desk, "meddpicc.rows_more", {{"n", std::to_string(rows.size() - rows_shown)}});
    return text;
}

std::string named(const Desk& desk, const Influence& person, const std::string& text) {
    return sentence(desk, "meddpicc.named", {{"first", first_name(person)}, {"text", text}});
}

std::string say_win_state(const Desk& desk, const Win& win) {
    switch (status(win)) {
    case WinStatus::not_asked:
        return sentence(desk, "meddpicc.win_not_asked");
    case WinStatus::unknown:
    case WinStatus::refuted:
        return sentence(desk, "meddpicc.win_unknown");
    case WinStatus::guess:
        return sentence(desk, "meddpicc.win_guess");
    case WinStatus::supported:
        return sentence(desk, "meddpicc.win_known");
    }
    throw Bug("no such status");
}

} // namespace
} // namespace vera
