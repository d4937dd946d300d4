#include "dialogs/fields/own.hpp"

#include "core/reading/money.hpp"
#include "core/self_guard.hpp"
#include "core/words.hpp"
#include "dialogs/fields/fields.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/views/picture.hpp"

namespace vera {
namespace {

Heard own_win_from_text(Desk&, std::string_view text);
Heard walk_away_from_text(Desk&, std::string_view text);
Heard way_out_from_text(Desk&, std::string_view text);
void way_out_from_value(Desk&, const std::string& value);
void name_risks(Desk&);
Heard reason_from_text(Desk&, std::string_view text);
bool doubts_wish(Desk&, std::string_view text);

} // namespace

Fields own_fields() {
    return {
        {StepKind::own_win,
         {.record = "own_win.changed",
          .from_text = own_win_from_text,
          .asked = [](Deal& deal, Influence*) { return &deal.own.asked; },
          .so_far = [](const Deal& deal, const Influence*) { return deal.own.text.reveal(); }}},
        {StepKind::walk_away,
         {.record = "walk_away.changed",
          .from_text = walk_away_from_text,
          .asked = [](Deal& deal, Influence*) { return &deal.own.walk_away_asked; },
          .so_far = [](const Deal& deal, const Influence*) { return deal.own.walk_away.reveal(); }}},
        {StepKind::way_out,
         {.record = "way_out.chosen",
          .from_text = way_out_from_text,
          .from_value = way_out_from_value,
          .applies = [](const Deal& deal, const Influence*) { return unanswered(self_guard(deal)); },
          .so_far = [](const Deal& deal, const Influence*) { return deal.own.way_out.words.reveal(); },
          .prepare = name_risks}},
        {StepKind::reason,
         {.record = "way_out.reason",
          .from_text = reason_from_text,
          .applies = [](const Deal& deal, const Influence*) { return deal.own.way_out.is(WayOut::accept); },
          .so_far = [](const Deal& deal, const Influence*) { return deal.own.way_out.words.reveal(); }}},
    };
}

std::set<SelfRisk> own_risks_in(std::string_view text) {
    static const std::vector<std::pair<const char*, SelfRisk>> phrases = {{"discount", SelfRisk::discount},
                                                                          {"% off", SelfRisk::discount},
                                                                          {"percent off", SelfRisk::discount},
                                                                          {"below our floor", SelfRisk::discount},
                                                                          {"below floor", SelfRisk::discount},
                                                                          {"at cost", SelfRisk::discount},
                                                                          {"for free", SelfRisk::discount},
                                                                          {"free pilot", SelfRisk::discount},
                                                                          {"make it up", SelfRisk::paid_later},
                                                                          {"make up for it", SelfRisk::paid_later},
                                                                          {"next order will", SelfRisk::paid_later},
                                                                          {"next time they", SelfRisk::paid_later},
                                                                          {"get it back later", SelfRisk::paid_later},
                                                                          {"nobody owns", SelfRisk::unowned_promise},
                                                                          {"we promised", SelfRisk::unowned_promise},
                                                                          {"i promised", SelfRisk::unowned_promise},
                                                                          {"promised them", SelfRisk::unowned_promise}};
    const std::string folded = fold(text);
    std::set<SelfRisk> risks;
    for (const auto& [phrase, risk] : phrases) {
        const auto at = folded.find(phrase);
        if (at == std::string::npos) continue;
        const std::string_view before = std::string_view(folded).substr(0, at);
        const bool denied = before.ends_with("no ") || before.ends_with("without a ") || before.ends_with("without ") ||
                            before.ends_with("not ");
        if (!denied) risks.insert(risk);
    }
    return risks;
}

void notice_own_risks(Desk& desk, std::string_view text) {
    Deal& deal = *deal_in_focus(desk);
    for (const SelfRisk risk : own_risks_in(text))
        if (deal.own.risks.insert(risk).second) deal.own.way_out = {};
    if (unanswered(self_guard(deal))) queue_step(desk, StepKind::way_out);
}

namespace {

Heard own_win_from_text(Desk& desk, std::string_view text) {
    OwnWin& own = deal_in_focus(desk)->own;
    own.asked = Asked::answered;
    own.text = Private<std::string>(std::string(text));
    say(desk, "objective.own_win.echo");
    notice_own_risks(desk, text);
    return Heard::stored;
}

Heard walk_away_from_text(Desk& desk, std::string_view text) {
    OwnWin& own = deal_in_focus(desk)->own;
    own.walk_away_asked = Asked::answered;
    own.walk_away = Private<std::string>(std::string(text));
    own.floor = read_money(text);
    const auto& amount = deal_in_focus(desk)->objective.amount;
    if (own.floor && own.floor->currency.empty() && amount) own.floor->currency = amount->currency;
    say(desk, own.floor ? "objective.walk_away.echo_floor" : "objective.walk_away.echo",
        {{"text", own.floor ? say_money(*own.floor) : ""}});
    notice_own_risks(desk, "");
    return Heard::stored;
}

// "accept: the second plant follows in May" is a way out with its reason.
Heard way_out_from_text(Desk& desk, std::string_view text) {
    static const std::vector<std::pair<const char*, WayOut>> words = {
        {"trade", WayOut::trade},   {"walk away", WayOut::walk_away}, {"walk", WayOut::walk_away},
        {"accept", WayOut::accept}, {"take it", WayOut::accept},      {"live with it", WayOut::accept}};
    OwnWin& own = deal_in_focus(desk)->own;
    const std::string folded = fold(text);
    for (const auto& [word, way] : words) {
        if (!starts_with_word(folded, word)) continue;
        const std::string_view reason = trim(text.substr(std::min(text.size(), std::string_view(word).size() + 1)));
        if (way != WayOut::accept || reason.empty())
            return way_out_from_value(desk, std::string(enum_word(way))), Heard::stored;
        tell(desk, own.way_out, way);
        return reason_from_text(desk, reason);
    }
    if (!doubts_wish(desk, text)) say(desk, "choice.unread");
    return Heard::refused;
}

void name_risks(Desk& desk) { desk.slots["list"] = say_own_risks(desk, *deal_in_focus(desk)); }

void way_out_from_value(Desk& desk, const std::string& value) {
    const WayOut way = *enum_value<WayOut>(value);
    tell(desk, deal_in_focus(desk)->own.way_out, way);
    if (way == WayOut::accept) return queue_next(desk, StepKind::reason);
    say(desk, "objective.way_out.echo." + value);
}

// What they will make up for later is asked about once; said again, it is the seller's to decide.
Heard reason_from_text(Desk& desk, std::string_view text) {
    if (doubts_wish(desk, text)) return Heard::refused;
    tell(desk, deal_in_focus(desk)->own.way_out, WayOut::accept, text);
    say(desk, "objective.way_out.echo.accept");
    return Heard::stored;
}

bool doubts_wish(Desk& desk, std::string_view text) {
    OwnWin& own = deal_in_focus(desk)->own;
    const bool wish = own_risks_in(text).contains(SelfRisk::paid_later);
    if (!wish || !own.risks.insert(SelfRisk::paid_later).second) return false;
    say(desk, "objective.way_out.wish");
    return true;
}

} // namespace
} // namespace vera
