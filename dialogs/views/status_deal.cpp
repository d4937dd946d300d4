#include "dialogs/views/status_deal.hpp"

#include "core/words.hpp"
#include "dialogs/views/facts.hpp"
#include "dialogs/views/status.hpp"

namespace vera {
namespace {

void show_state(Desk&, const Deal&);
void show_competition(Desk&, const Told<Rival>&);
void show_changes(Desk&, const Told<bool>&);
void show_own(Desk&, const OwnWin&);
void show_strengths(Desk&, const Deal&);

} // namespace

void show_deal_facts(Desk& desk, const Deal& deal) {
    show_state(desk, deal);
    if (deal.objective.asked == Asked::answered)
        say(desk, "status.objective", {{"text", say_objective(desk, deal.objective)}}, LineStyle::item);
    show_competition(desk, deal.competition);
    show_changes(desk, deal.changes);
    show_own(desk, deal.own);
    show_strengths(desk, deal);
}

std::string say_objective(const Desk& desk, const Objective& objective) {
    std::vector<std::string> parts;
    if (!objective.text.empty()) parts.push_back(brief(objective.text));
    const bool said = read_money(objective.text) == objective.amount; // in the seller's own words already
    if (objective.amount && !said) parts.push_back(say_money(*objective.amount));
    if (objective.by) parts.push_back(say_by(desk, objective));
    return say_list(parts);
}

std::string say_by(const Desk& desk, const Objective& objective) {
    MUST(objective.by);
    const Told<Whose>& whose = objective.date_of;
    const char* key = whose.asked != Asked::answered ? "status.by"
                      : whose.is(Whose::ours)        ? "status.by_ours"
                                                     : "status.by_theirs";
    return sentence(desk, key, {{"when", say_day(*objective.by, desk.today)}});
}

std::string say_rival(const Desk& desk, const Told<Rival>& rival) {
    MUST(rival.value);
    const std::string what = sentence(desk, "rival." + std::string(enum_word(*rival.value)));
    const std::string& words = rival.words.reveal();
    return words.empty() ? what : sentence(desk, "status.with_words", {{"text", what}, {"quote", brief(words)}});
}

namespace {

void show_state(Desk& desk, const Deal& deal) {
    if (deal.head.state == DealState::on_hold && deal.hold_until)
        say(desk, "status.on_hold_until", {{"when", say_day(*deal.hold_until, desk.today)}}, LineStyle::item);
    else if (deal.head.state != DealState::open)
        say(desk, "status.state." + std::string(enum_word(deal.head.state)), {}, LineStyle::item);
    if (deal.tender.is(true)) say(desk, "status.tender", {}, LineStyle::item);
}

void show_competition(Desk& desk, const Told<Rival>& rival) {
    if (rival.asked == Asked::answered)
        say(desk, "status.rival", {{"text", say_rival(desk, rival)}}, LineStyle::item);
    else if (rival.asked != Asked::not_yet)
        say(desk, "status.rival_unknown", {}, LineStyle::item);
}

void show_changes(Desk& desk, const Told<bool>& changes) {
    if (changes.asked == Asked::not_yet) return;
    const std::string& words = changes.words.reveal();
    if (changes.is(true) && !words.empty())
        say(desk, "status.changes_words", {{"quote", brief(words)}}, LineStyle::item);
    else
        say(desk,
            changes.is(true)    ? "status.changes_yes"
            : changes.is(false) ? "status.changes_no"
                                : "status.changes_unknown",
            {}, LineStyle::item);
}

void show_own(Desk& desk, const OwnWin& own) {
    if (own.asked == Asked::answered)
        say(desk, "status.own", {{"text", brief(own.text.reveal())}}, LineStyle::item);
    else if (own.asked != Asked::not_yet)
        say(desk, "status.own_unknown", {}, LineStyle::item);
    if (own.walk_away_asked == Asked::answered)
        say(desk, "status.walk_away", {{"text", brief(own.walk_away.reveal())}}, LineStyle::item);
}

void show_strengths(Desk& desk, const Deal& deal) {
    std::vector<std::string> told;
    for (const Strength& strength : deal.strengths) told.push_back(brief(strength.text));
    if (!told.empty()) say(desk, "status.strengths", {{"list", say_list(told)}}, LineStyle::item);
}

} // namespace
} // namespace vera
