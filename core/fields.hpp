#pragma once
// The members of each stored fact and their names in a document. One description serves both directions:
// an archive is called with each name and member, to write it or to read it.
#include "core/deal.hpp"

#include <concepts>
#include <type_traits>

namespace vera {

template <class T, class Model>
concept Like = std::same_as<std::remove_const_t<T>, Model>;

void fields(auto& a, Like<Source> auto& x) { a("author", x.author), a("at_ms", x.at), a("visibility", x.visibility); }
template <class T> void fields(auto& a, Told<T>& x) {
    a("asked", x.asked), a("value", x.value), a("words", x.words), a("source", x.source);
}
template <class T> void fields(auto& a, const Told<T>& x) {
    a("asked", x.asked), a("value", x.value), a("words", x.words), a("source", x.source);
}
void fields(auto& a, Like<Written> auto& x) { a("text", x.text), a("source", x.source); }
void fields(auto& a, Like<Note> auto& x) {
    a("text", x.text), a("tag", x.tag), a("theme", x.theme), a("source", x.source);
}
void fields(auto& a, Like<Action> auto& x) {
    a("id", x.id), a("text", x.text), a("who", x.who), a("due", x.due), a("about", x.about);
    a("state", x.state), a("told", x.told), a("source", x.source);
}
void fields(auto& a, Like<Evidence> auto& x) {
    a("kind", x.kind), a("who", x.who), a("teller", x.teller), a("from_coach", x.from_coach), a("when", x.when);
    a("words", x.words), a("source", x.source);
}
void fields(auto& a, Like<Meeting> auto& x) { a("words", x.words), a("day", x.day), a("source", x.source); }
void fields(auto& a, Like<Contact> auto& x) {
    a("asked", x.asked), a("spoken", x.spoken), a("words", x.words), a("last", x.last), a("log", x.log);
    a("source", x.source);
}
void fields(auto& a, Like<Measure> auto& x) {
    a("metric", x.metric), a("from", x.from), a("to", x.to), a("percent_change", x.percent_change);
    a("unit", x.unit), a("by", x.by), a("direction", x.direction);
}
void fields(auto& a, Like<Result> auto& x) {
    a("asked", x.asked), a("text", x.text), a("measure", x.measure), a("whose", x.whose);
    a("read_in_asked", x.read_in_asked), a("read_in", x.read_in), a("source", x.source);
}
void fields(auto& a, Like<Win> auto& x) {
    a("asked", x.asked), a("text", x.text), a("theme", x.theme), a("evidence_asked", x.evidence_asked);
    a("evidence", x.evidence), a("refuted", x.refuted), a("source", x.source);
}
void fields(auto& a, Like<Lose> auto& x) {
    a("asked", x.asked), a("suspected", x.suspected), a("confirmed", x.confirmed), a("kinds", x.kinds);
    a("text", x.text), a("mitigation", x.mitigation), a("agreed", x.agreed), a("tested", x.tested);
    a("tested_ms", x.tested_at), a("tested_with", x.tested_with), a("tests", x.tests), a("source", x.source);
}
void fields(auto& a, Like<CoachTest> auto& x) {
    a("trusts", x.trusts), a("heard", x.heard), a("wants", x.wants), a("proof_asked", x.proof_asked),
        a("proof", x.proof), a("tested", x.tested);
}
void fields(auto& a, Like<Statement> auto& x) {
    a("text", x.text), a("result", x.result), a("win", x.win), a("source", x.source);
}
void fields(auto& a, Like<Positioning> auto& x) {
    a("hook_asked", x.hook_asked), a("hook", x.hook), a("lines", x.lines);
}
void fields(auto& a, Like<Influence> auto& x) {
    a("person", x.person), a("name", x.name), a("title", x.title), a("roles", x.roles);
    a("owns_old_way", x.owns_old_way), a("ours", x.ours), a("contact", x.contact), a("result", x.result);
    a("win", x.win), a("lose", x.lose), a("degree", x.degree), a("mode", x.mode), a("rating", x.rating);
    a("in_job", x.in_job), a("coach_test", x.coach_test), a("statements", x.statements);
    a("positioning", x.positioning), a("next_step_asked", x.next_step_asked);
    a("actions", x.actions), a("notes", x.notes);
}
void fields(auto& a, Like<Money> auto& x) { a("amount", x.amount), a("currency", x.currency); }
void fields(auto& a, Like<Objective> auto& x) {
    a("asked", x.asked), a("text", x.text), a("amount", x.amount), a("highest", x.highest), a("by", x.by);
    a("date_of", x.date_of), a("product", x.product), a("amount_changed_ms", x.amount_changed),
        a("scope_changed_ms", x.scope_changed), a("source", x.source);
}
void fields(auto& a, Like<OwnWin> auto& x) {
    a("asked", x.asked), a("text", x.text), a("walk_away_asked", x.walk_away_asked), a("walk_away", x.walk_away);
    a("floor", x.floor), a("risks", x.risks), a("way_out", x.way_out);
}
void fields(auto& a, Like<Strength> auto& x) { a("text", x.text), a("source", x.source); }
void fields(auto& a, Like<FlagChoice> auto& x) {
    a("flag", x.flag), a("person", x.person), a("decision", x.decision), a("reason", x.reason);
    a("until", x.until), a("snoozes", x.snoozes), a("source", x.source);
}
void fields(auto& a, Like<Crm> auto& x) { a("system", x.system), a("id", x.id), a("stage", x.stage); }
void fields(auto& a, Like<Deal> auto& x) {
    a("name", x.head.name), a("state", x.head.state), a("people_confirmed", x.people_confirmed);
    a("people_confirmed_ms", x.people_confirmed_at), a("objective", x.objective), a("competition", x.competition);
    a("changes", x.changes), a("own", x.own), a("tender", x.tender), a("hold_until", x.hold_until);
    a("strengths", x.strengths), a("choices", x.choices), a("crm", x.crm);
    a("actions", x.actions), a("notes", x.notes);
}

} // namespace vera
