#include "dialogs/views/review.hpp"

#include "core/text.hpp"
#include "dialogs/flags.hpp"
#include "dialogs/views/facts.hpp"
#include "dialogs/views/status.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace vera {
namespace {

struct Answer {
    std::string text;
    std::string next{}; // what to do about it; empty: nothing
};
using Fields = std::initializer_list<std::string_view>;

Answer last_yes(const Desk&, const Deal&);
Answer guessed_wins(const Desk&, const Deal&);
Answer untested_loses(const Desk&, const Deal&);
Answer strengths(const Desk&, const Deal&);
Answer steps(const Desk&, const Deal&);
std::string next_or_say(const Desk&, const Deal&, const std::vector<const Influence*>&, Fields, const char* key);
std::string next_for(const Desk&, const Deal&, const std::vector<const Influence*>&, Fields);
std::string first_step(const Desk&, const Deal&);
bool is_untested(const Influence&, const Deal&);

} // namespace

void show_review(Desk& desk, const Deal& deal) {
    if (deal.people.empty()) return say(desk, "status.empty", {{"account", deal.head.name}});
    const std::array<std::pair<const char*, Answer>, 5> answers = {{
        {"review.last_yes", last_yes(desk, deal)},
        {"review.guesses", guessed_wins(desk, deal)},
        {"review.untested", untested_loses(desk, deal)},
        {"review.strengths", strengths(desk, deal)},
        {"review.steps", steps(desk, deal)},
    }};
    say(desk, "review.heading", {{"account", deal.head.name}}, LineStyle::heading);
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const auto& [question, answer] = answers[i];
        say_text(desk, std::to_string(i + 1) + ". " + sentence(desk, question, {{"text", answer.text}}));
        if (answer.next.empty()) continue;
        std::size_t said = 0; // the same step is not written out twice
        while (answers[said].second.next != answer.next) ++said;
        const std::string number = std::to_string(said + 1);
        say(desk, said < i ? "review.next_as" : "review.next", {{"text", answer.next}, {"n", number}}, LineStyle::item);
    }
}

namespace {

Answer last_yes(const Desk& desk, const Deal& deal) {
    const auto deciders = with_role(deal, Role::economic);
    if (deciders.empty())
        return {sentence(desk, "review.nobody_decides"),
                sentence(desk, "flag.RF-E-NONE.step", {{"coach", coach_name(desk, deal, {})}})};
    std::vector<std::string> met;
    for (const Influence* person : deciders) {
        const std::string name = first_name(*person);
        if (is_met(*person) && !person->contact.words.empty())
            met.push_back(sentence(desk, "review.met", {{"first", name}, {"text", brief(person->contact.words)}}));
        else if (is_met(*person))
            met.push_back(sentence(desk, "review.met_plain", {{"first", name}}));
        else if (person->contact.asked == Asked::not_yet)
            met.push_back(sentence(desk, "review.met_not_asked", {{"first", name}}));
        else
            met.push_back(sentence(desk, "review.not_met", {{"first", name}}));
    }
    return {say_list(met),
            next_or_say(desk, deal, deciders,
                        {"contact", "win", "evidence", "lose", "plan", "result", "whose", "rating", "mode"},
                        "review.say_step")};
}

Answer guessed_wins(const Desk& desk, const Deal& deal) {
    if (deal.tender.is(true)) return {sentence(desk, "review.tender")};
    std::vector<const Influence*> guessed = theirs(deal), without = guessed;
    std::erase_if(guessed, [](const Influence* person) { return status(person->win) != WinStatus::guess; });
    std::erase_if(without, [](const Influence* person) {
        return person->win.asked == Asked::answered && status(person->win) != WinStatus::refuted;
    });
    std::string text = guessed.empty() ? sentence(desk, "review.no_guess") : say_names(guessed);
    if (!without.empty()) text += sentence(desk, "review.no_win", {{"list", say_names(without)}});
    guessed.insert(guessed.end(), without.begin(), without.end());
    return {text, next_or_say(desk, deal, guessed, {"win", "evidence"}, "review.say_win")};
}

Answer untested_loses(const Desk& desk, const Deal& deal) {
    if (deal.tender.is(true)) return {sentence(desk, "review.tender")};
    std::vector<const Influence*> untested = theirs(deal);
    std::erase_if(untested, [&](const Influence* person) { return !is_untested(*person, deal); });
    if (untested.empty()) return {sentence(desk, "review.all_tested")};
    return {say_names(untested), next_or_say(desk, deal, untested, {"lose"}, "review.say_test")};
}

Answer strengths(const Desk& desk, const Deal& deal) {
    const auto flags = standing_flags(desk, deal);
    if (deal.strengths.empty()) return {sentence(desk, "review.no_strength"), sentence(desk, "review.tell_strength")};
    std::vector<std::string> told;
    for (const Strength& strength : deal.strengths)
        told.push_back(sentence(desk, "review.strength", {{"text", brief(strength.text)}}));
    if (flags.empty()) return {say_list(told)};
    return {sentence(desk, "review.strength_on", {{"list", say_list(told)}, {"flag", flag_name(desk, deal, flags[0])}}),
            flag_step(desk, deal, flags[0])};
}

Answer steps(const Desk& desk, const Deal& deal) {
    const std::vector<OpenStep> open = open_steps(deal);
    if (open.empty()) {
        const std::string step = first_step(desk, deal);
        const auto people = theirs(deal);
        const bool ask = step.empty() && !people.empty();
        return {sentence(desk, "review.no_step"),
                ask ? sentence(desk, "review.say_step", {{"first", first_name(*people[0])}}) : step};
    }
    const Action& action = *open[0].action;
    const std::string who = action.who.empty() ? user(desk).name : action.who;
    const std::string when = action.due ? say_day(*action.due, desk.today) : sentence(desk, "review.no_day");
    const std::string more = std::to_string(open.size());
    return {sentence(desk, open.size() == 1 ? "review.one_step" : "review.many_steps",
                     {{"n", more}, {"who", who}, {"when", when}}),
            sentence(desk, "status.step", {{"name", open[0].name}, {"text", brief(action.text)}})};
}

// Their open action about one of the fields; without one, the step their Red Flag suggests.
// Nothing is known that would suggest a step: the word that asks.
std::string next_or_say(const Desk& desk, const Deal& deal, const std::vector<const Influence*>& people, Fields fields,
                        const char* key) {
    const std::string next = next_for(desk, deal, people, fields);
    if (!next.empty() || people.empty()) return next;
    return sentence(desk, key, {{"first", first_name(*people[0])}});
}

std::string next_for(const Desk& desk, const Deal& deal, const std::vector<const Influence*>& people, Fields fields) {
    for (const Influence* person : people)
        for (const std::string_view field : fields)
            if (const Action* action = open_action(*person, field)) return say_action(desk, *person, *action);
    for (const RedFlag& flag : standing_flags(desk, deal)) {
        const bool about_them = std::ranges::find(people, flag.person, &Influence::person) != people.end();
        if (about_them && std::ranges::find(fields, flag.about) != fields.end()) return flag_step(desk, deal, flag);
    }
    for (const Influence* person : people)
        if (const auto gap = first_gap(desk, deal, *person);
            gap && std::ranges::find(fields, gap->about) != fields.end())
            return flag_step(desk, deal, *gap);
    return "";
}

std::string first_step(const Desk& desk, const Deal& deal) {
    const auto flags = standing_flags(desk, deal);
    return flags.empty() ? "" : flag_step(desk, deal, flags[0]);
}

bool is_untested(const Influence& person, const Deal& deal) {
    const LoseStatus state = status(person.lose);
    return state == LoseStatus::not_asked || state == LoseStatus::unknown || state == LoseStatus::untested ||
           lose_reopened(deal, person);
}

} // namespace
} // namespace vera
