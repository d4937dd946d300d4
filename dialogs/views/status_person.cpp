#include "dialogs/views/status_person.hpp"

#include "core/text.hpp"
#include "core/words.hpp"
#include "dialogs/people/list.hpp"
#include "dialogs/views/facts.hpp"
#include "dialogs/views/status.hpp"

#include <algorithm>

namespace vera {
namespace {

inline constexpr std::size_t notes_shown = 3;
inline constexpr std::size_t fact_shown = 160;

std::string say_untold(const Desk&, const std::string& field, Asked);
std::string say_result(const Desk&, const Influence&);
std::string say_win(const Desk&, const Influence&);
std::string say_lose(const Desk&, const Deal&, const Influence&);
std::string say_in_job(const Desk&, const Told<Day>&);
std::string say_none_found(const Desk&, const Deal&, const Influence&);
std::string say_what(const Desk&, const Lose&);
std::string say_written(const Desk&, const Influence&);
std::string_view coach_key(CoachStanding);

} // namespace

void show_person_facts(Desk& desk, const Deal& deal, const Influence& person, std::size_t number) {
    say_text(desk, std::to_string(number) + ". " +
                       sentence(desk, "status.person",
                                {{"name", shown_name(person)},
                                 {"title", person.name.empty() ? "" : say_title(person.title)},
                                 {"roles", say_roles(desk, person.roles, person.owns_old_way, person.ours)}}));
    if (person.contact.asked == Asked::answered && !person.contact.spoken)
        say(desk, "status.contact_nobody", {}, LineStyle::item);
    for (const auto& line : {capitalised(say_standing(desk, person)), say_result(desk, person), say_win(desk, person),
                             say_lose(desk, deal, person), say_written(desk, person)})
        if (!line.empty()) say_text(desk, line, LineStyle::item);
    show_notes(desk, person.notes);
}

void show_notes(Desk& desk, const std::vector<Note>& notes) {
    for (std::size_t i = notes.size() - std::min(notes.size(), notes_shown); i < notes.size(); ++i)
        say(desk, "status.note", {{"text", brief(in_chat(desk, notes[i].text), fact_shown)}}, LineStyle::item);
}

std::string say_standing(const Desk& desk, const Influence& person) {
    std::vector<std::string> parts;
    const auto word = [&](const std::string& key) { parts.push_back(sentence(desk, key)); };
    if (person.degree.asked == Asked::answered) word("degree." + std::string(enum_word(*person.degree.value)));
    if (person.mode.asked == Asked::answered) word("mode." + std::string(enum_word(*person.mode.value)));
    if (person.rating.asked == Asked::answered) {
        const int rating = *person.rating.value;
        parts.push_back(say_rating(rating));
    }
    if (person.in_job.asked == Asked::answered) parts.push_back(say_in_job(desk, person.in_job));
    const CoachStanding coach = standing(person.coach_test, desk.today);
    if (coach != CoachStanding::unasked) word(std::string(coach_key(coach)));
    return say_list(parts);
}

// The quote stands beside "supported" (product 4).
std::string say_known_from(const Desk& desk, const Win& win) {
    const auto best =
        std::ranges::max_element(win.evidence, {}, [](const Evidence& evidence) { return grade(evidence); });
    if (best == win.evidence.end() || !best->when) return "";
    const std::string when = say_day(*best->when, desk.today);
    if (best->kind == EvidenceKind::heard)
        return sentence(desk, "status.quote_coach", {{"name", best->who}, {"when", when}});
    return sentence(desk, "status.quote", {{"text", brief(in_chat(desk, best->words), fact_shown)}, {"when", when}});
}

namespace {

// The words, when no day could be read from them.
std::string say_in_job(const Desk& desk, const Told<Day>& since) {
    if (since.value) return sentence(desk, "status.in_job", {{"when", say_day(*since.value, desk.today)}});
    return sentence(desk, "status.in_job_words", {{"quote", brief(since.words.reveal())}});
}

// "Does not know", "not applicable" and "declined" are three things (domain 22.3).
std::string say_untold(const Desk& desk, const std::string& field, Asked asked) {
    const char* how = asked == Asked::not_applicable ? "_not_applicable"
                      : asked == Asked::declined     ? "_declined"
                                                     : "_unknown";
    return sentence(desk, "status." + field + how);
}

std::string say_result(const Desk& desk, const Influence& person) {
    if (person.result.asked == Asked::not_yet) return "";
    if (person.result.asked != Asked::answered) return say_untold(desk, "result", person.result.asked);
    const bool ours = person.result.whose.is(Whose::ours);
    return sentence(desk, ours ? "status.result_ours" : "status.result",
                    {{"text", say_number(desk, person.result, fact_shown)}});
}

std::string say_win(const Desk& desk, const Influence& person) {
    const std::string text = brief(in_chat(desk, person.win.text), fact_shown);
    switch (status(person.win)) {
    case WinStatus::not_asked:
        return "";
    case WinStatus::unknown:
        return say_untold(desk, "win", person.win.asked);
    case WinStatus::guess:
        return sentence(desk, "status.win_guess", {{"text", text}});
    case WinStatus::refuted:
        return sentence(desk, "status.win_refuted", {{"text", text}});
    case WinStatus::supported:
        return sentence(desk, "status.win_supported", {{"text", text}, {"evidence", say_known_from(desk, person.win)}});
    }
    throw Bug("no such status");
}

std::string say_lose(const Desk& desk, const Deal& deal, const Influence& person) {
    const Lose& lose = person.lose;
    const Slots slots = {{"text", say_what(desk, lose)}, {"plan", brief(in_chat(desk, lose.mitigation), fact_shown)}};
    switch (status(lose)) {
    case LoseStatus::not_asked:
        return "";
    case LoseStatus::unknown:
        return say_untold(desk, "lose", lose.asked);
    case LoseStatus::untested:
        return sentence(desk, "status.lose_none");
    case LoseStatus::none_found:
        return say_none_found(desk, deal, person);
    case LoseStatus::suspected:
        return sentence(desk, has_plan(lose) ? "status.lose_plan" : "status.lose", slots);
    case LoseStatus::confirmed:
        return sentence(desk, has_plan(lose) ? "status.lose_confirmed_plan" : "status.lose_confirmed", slots);
    case LoseStatus::resolved:
        return sentence(desk, "status.lose_agreed", slots);
    }
    throw Bug("no such status");
}

std::string say_none_found(const Desk& desk, const Deal& deal, const Influence& person) {
    return sentence(desk, lose_reopened(deal, person) ? "status.lose_again" : "status.lose_none_found",
                    {{"name", person.lose.tested_with}});
}

std::string say_what(const Desk& desk, const Lose& lose) {
    std::vector<std::string> what;
    for (const LoseKind kind : lose.kinds) what.push_back(sentence(desk, "lose." + std::string(enum_word(kind))));
    if (!lose.text.reveal().empty()) what.push_back(brief(lose.text.reveal(), fact_shown));
    return in_chat(desk, say_list(what));
}

std::string say_written(const Desk& desk, const Influence& person) {
    const bool line = !person.positioning.lines.empty();
    if (person.statements.empty()) return line ? sentence(desk, "status.line_written") : "";
    if (is_outdated(person)) return sentence(desk, "status.statement_outdated");
    return sentence(desk, line ? "status.both_written" : "status.statement_written");
}

std::string_view coach_key(CoachStanding standing) {
    switch (standing) {
    case CoachStanding::unasked:
    case CoachStanding::contact:
        return "status.coach_contact";
    case CoachStanding::one_missing:
        return "status.coach_one_missing";
    case CoachStanding::probable:
        return "status.coach_probable";
    case CoachStanding::tested:
        return "status.coach_tested";
    }
    throw Bug("no such standing");
}

} // namespace
} // namespace vera
