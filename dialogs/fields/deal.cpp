// The deal itself: what they buy, how much, by when and whose date that is; what happens instead; what moved
// over there; whether people decide at all.
#include "core/reading/when.hpp"
#include "core/words.hpp"
#include "dialogs/fields/fields.hpp"
#include "dialogs/fields/own.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/views/sheet.hpp"
#include "dialogs/views/status.hpp"

namespace vera {
namespace {

Heard objective_from_text(Desk&, std::string_view text);
Heard date_of_from_text(Desk&, std::string_view text);
void date_of_from_value(Desk&, const std::string& value);
Heard competition_from_text(Desk&, std::string_view text);
void competition_from_value(Desk&, const std::string& value);
Heard changes_from_text(Desk&, std::string_view text);
void changes_from_value(Desk&, const std::string& value);
Heard tender_from_text(Desk&, std::string_view text);
void tender_from_value(Desk&, const std::string& value);
std::optional<Day> last_day(std::string_view text, Day today);
void set_competition(Desk&, Rival, std::string_view words);
void set_changes(Desk&, bool moved, std::string_view words);

} // namespace

Fields deal_fields() {
    return {
        {StepKind::objective,
         {.record = "objective.changed",
          .from_text = objective_from_text,
          .asked = [](Deal& deal, Influence*) { return &deal.objective.asked; },
          .so_far = [](const Deal& deal, const Influence*) { return deal.objective.text; }}},
        {StepKind::date_of,
         {.record = "objective.date_of_told",
          .from_text = date_of_from_text,
          .from_value = date_of_from_value,
          .asked = [](Deal& deal, Influence*) { return &deal.objective.date_of.asked; },
          .applies = [](const Deal& deal, const Influence*) { return deal.objective.by.has_value(); },
          .so_far = [](const Deal& deal, const Influence*) { return deal.objective.date_of.words.reveal(); }}},
        {StepKind::competition,
         {.record = "competition.told",
          .from_text = competition_from_text,
          .from_value = competition_from_value,
          .asked = [](Deal& deal, Influence*) { return &deal.competition.asked; },
          .so_far = [](const Deal& deal, const Influence*) { return deal.competition.words.reveal(); }}},
        {StepKind::changes,
         {.record = "changes.told",
          .from_text = changes_from_text,
          .from_value = changes_from_value,
          .asked = [](Deal& deal, Influence*) { return &deal.changes.asked; },
          .so_far = [](const Deal& deal, const Influence*) { return deal.changes.words.reveal(); }}},
        {StepKind::tender,
         {.record = "tender.told",
          .from_text = tender_from_text,
          .from_value = tender_from_value,
          .asked = [](Deal& deal, Influence*) { return &deal.tender.asked; },
          .applies = [](const Deal&, const Influence*) { return false; }}}, // asked by "fit" only
    };
}

namespace {

// The amount and the last date are read; a part that is not said again stays as it was.
Heard objective_from_text(Desk& desk, std::string_view text) {
    Objective& objective = deal_in_focus(desk)->objective;
    const auto amount = read_money(text);
    const auto day = last_day(text, desk.today);
    objective.asked = Asked::answered;
    objective.text = std::string(text);
    objective.source = source_now(desk);
    if (day && objective.by != day) {
        objective.by = day;
        objective.date_of = {};
        queue_step(desk, StepKind::date_of);
    }
    if (amount) set_amount(objective, *amount, desk.now);
    std::vector<std::string> read;
    if (objective.amount) read.push_back(say_money(*objective.amount));
    if (objective.by)
        read.push_back(sentence(desk, "objective.objective.by", {{"when", say_day(*objective.by, desk.today)}}));
    say(desk, read.empty() ? "objective.objective.echo_words" : "objective.objective.echo",
        {{"text", std::string(text)}, {"list", say_list(read)}});
    notice_product(desk, *deal_in_focus(desk), text);
    notice_own_risks(desk, text);
    return Heard::stored;
}

Heard date_of_from_text(Desk& desk, std::string_view text) {
    const auto whose = whose_in(text);
    if (!whose) return say(desk, "choice.unread"), Heard::refused;
    tell(desk, deal_in_focus(desk)->objective.date_of, *whose, text);
    say(desk, *whose == Whose::ours ? "objective.date_of.echo_ours" : "objective.date_of.echo");
    return Heard::stored;
}

void date_of_from_value(Desk& desk, const std::string& value) { date_of_from_text(desk, value); }

Heard competition_from_text(Desk& desk, std::string_view text) {
    const std::string folded = fold(text);
    const auto any = [&](std::initializer_list<const char*> phrases) {
        for (const auto* phrase : phrases)
            if (has_word(folded, phrase)) return true;
        return false;
    };
    if (any({"nothing", "stay as", "stay with", "status quo", "keep the old", "leave it", "do nothing"}))
        return set_competition(desk, Rival::nothing, text), Heard::stored;
    if (any({"themselves", "in house", "in-house", "inhouse", "own tool", "own team", "build it"}))
        return set_competition(desk, Rival::in_house, text), Heard::stored;
    if (any({"other project", "another project", "budget goes", "something else", "different project"}))
        return set_competition(desk, Rival::other_project, text), Heard::stored;
    set_competition(desk, Rival::supplier, text);
    return Heard::stored;
}

void competition_from_value(Desk& desk, const std::string& value) {
    set_competition(desk, *enum_value<Rival>(value), "");
}

Heard changes_from_text(Desk& desk, std::string_view text) {
    set_changes(desk, yes_or_no(text).value_or(!means_nothing(text)), text);
    return Heard::stored;
}

void changes_from_value(Desk& desk, const std::string& value) { set_changes(desk, value == "yes", ""); }

Heard tender_from_text(Desk& desk, std::string_view text) {
    const bool tender = has_word(fold(text), "tender");
    const bool people = has_word(fold(text), "people");
    if (tender == people) return say(desk, "choice.unread"), Heard::refused;
    tender_from_value(desk, tender ? "tender" : "people");
    return Heard::stored;
}

void tender_from_value(Desk& desk, const std::string& value) {
    tell(desk, deal_in_focus(desk)->tender, value == "tender");
    say(desk, value == "tender" ? "objective.tender.light" : "objective.tender.people");
}

std::optional<Day> last_day(std::string_view text, Day today) {
    const auto days = find_days(text, today, Look::ahead);
    return days.empty() ? std::nullopt : std::optional(days.back().day);
}

void set_competition(Desk& desk, Rival rival, std::string_view words) {
    tell(desk, deal_in_focus(desk)->competition, rival, words);
    say(desk, "objective.competition.echo." + std::string(enum_word(rival)));
}

// Who decides is to be confirmed again: the seller is told so, and the list's "right" closes the flag.
void set_changes(Desk& desk, bool moved, std::string_view words) {
    tell(desk, deal_in_focus(desk)->changes, moved, words);
    say(desk, moved ? "objective.changes.echo_yes" : "objective.changes.echo_no");
}

} // namespace
} // namespace vera
