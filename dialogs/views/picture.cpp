#include "dialogs/views/picture.hpp"

#include "core/self_guard.hpp"
#include "core/win_lose.hpp"
#include "core/words.hpp"
#include "dialogs/views/facts.hpp"
#include "dialogs/views/status.hpp"

#include <array>

namespace vera {
namespace {

void say_group(Desk&, const Deal&, const WinLose&, Outcome, const char* key);
std::string say_loser(const Desk&, const Influence&);
void say_own(Desk&, const Deal&, OwnOutcome);
void say_turn(Desk&, const Deal&, const WinLose&);
std::string count_in(const Desk&, const std::string& key, int n);
const char* own_key(OwnOutcome);

} // namespace

void show_picture(Desk& desk, const Deal& deal) {
    const WinLose picture = win_lose(deal);
    say(desk, "picture.heading", {{"account", deal.head.name}, {"counts", say_picture(desk, deal)}},
        LineStyle::heading);
    if (deal.tender.is(true))
        say(desk, "picture.tender");
    else if (picture.people.empty())
        say(desk, "picture.nobody");
    say_group(desk, deal, picture, Outcome::wins, "picture.who_wins");
    say_group(desk, deal, picture, Outcome::loses, "picture.who_loses");
    say_group(desk, deal, picture, Outcome::guessed, "picture.who_guessed");
    say_group(desk, deal, picture, Outcome::unknown, "picture.who_unknown");
    say_own(desk, deal, picture.own);
    say_turn(desk, deal, picture);
}

std::string say_picture(const Desk& desk, const Deal& deal) {
    const WinLose picture = win_lose(deal);
    std::vector<std::string> parts;
    if (picture.wins) parts.push_back(count_in(desk, "picture.win.", picture.wins));
    if (picture.loses) parts.push_back(count_in(desk, "picture.lose.", picture.loses));
    if (picture.guessed) parts.push_back(count_in(desk, "picture.guess.", picture.guessed));
    if (picture.unknown) parts.push_back(count_in(desk, "picture.unknown.", picture.unknown));
    parts.push_back(sentence(desk, own_key(picture.own)));
    return say_list(parts);
}

std::string say_own_risks(const Desk& desk, const Deal& deal) {
    const SelfGuard guard = self_guard(deal);
    std::vector<std::string> risks;
    for (const SelfRisk risk : guard.risks)
        risks.push_back(sentence(desk, "picture.risk." + std::string(enum_word(risk))));
    if (guard.below_floor) risks.push_back(sentence(desk, "picture.below_floor"));
    return say_list(risks);
}

namespace {

void say_group(Desk& desk, const Deal& deal, const WinLose& picture, Outcome outcome, const char* key) {
    std::vector<std::string> names;
    for (const PersonOutcome& found : picture.people) {
        if (found.outcome != outcome) continue;
        const Influence& person = *find_person(deal, found.person);
        names.push_back(outcome == Outcome::loses ? say_loser(desk, person) : first_name(person));
    }
    if (!names.empty()) say(desk, key, {{"list", say_list(names)}}, LineStyle::item);
}

std::string say_loser(const Desk& desk, const Influence& person) {
    const std::string what = say_lost(desk, person.lose);
    return what.empty() ? first_name(person)
                        : sentence(desk, "picture.loser", {{"first", first_name(person)}, {"text", what}});
}

void say_own(Desk& desk, const Deal& deal, OwnOutcome own) {
    if (own == OwnOutcome::we_win)
        return say(desk, "picture.ours", {{"text", brief(deal.own.text.reveal())}}, LineStyle::item);
    if (own != OwnOutcome::we_lose) return;
    say(desk, "picture.ours_lose", {{"list", say_own_risks(desk, deal)}}, LineStyle::item);
}

void say_turn(Desk& desk, const Deal& deal, const WinLose& picture) {
    if (!picture.turn) return;
    const Influence& person = *find_person(deal, picture.turn->person);
    say(desk, picture.turn->has_plan ? "picture.turn_agree" : "picture.turn_plan",
        {{"first", first_name(person)}, {"plan", brief(in_chat(desk, person.lose.mitigation))}});
}

std::string count_in(const Desk& desk, const std::string& key, int n) {
    return sentence(desk, key + (n == 1 ? "one" : "many"), {{"n", std::to_string(n)}});
}

const char* own_key(OwnOutcome own) {
    switch (own) {
    case OwnOutcome::we_win:
        return "picture.own.we_win";
    case OwnOutcome::we_lose:
        return "picture.own.we_lose";
    case OwnOutcome::unknown:
        return "picture.own.unknown";
    case OwnOutcome::not_asked:
        return "picture.own.not_asked";
    }
    throw Bug("no such outcome");
}

} // namespace
} // namespace vera
