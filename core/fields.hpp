#pragma once
// The members of each stored struct and their names in a document. One description serves both directions:
// an archive is called with each name and member, to write it or to read it.
#include "core/plan.hpp"

#include <concepts>
#include <type_traits>

namespace vera {

template <class T, class Model>
concept Like = std::same_as<std::remove_const_t<T>, Model>;

void fields(auto& a, Like<Source> auto& x) { a("author", x.author), a("at_ms", x.at), a("visibility", x.visibility); }
void fields(auto& a, Like<Note> auto& x) { a("text", x.text), a("source", x.source); }
void fields(auto& a, Like<Action> auto& x) {
    a("id", x.id), a("text", x.text), a("who", x.who), a("due", x.due), a("about", x.about);
    a("state", x.state), a("told", x.told), a("source", x.source);
}
void fields(auto& a, Like<Evidence> auto& x) {
    a("kind", x.kind), a("who", x.who), a("from_coach", x.from_coach), a("when", x.when);
    a("words", x.words), a("source", x.source);
}
void fields(auto& a, Like<Contact> auto& x) {
    a("asked", x.asked), a("spoken", x.spoken), a("words", x.words), a("last", x.last), a("source", x.source);
}
void fields(auto& a, Like<Measure> auto& x) {
    a("metric", x.metric), a("from", x.from), a("to", x.to), a("percent_change", x.percent_change);
    a("unit", x.unit), a("by", x.by), a("direction", x.direction);
}
void fields(auto& a, Like<Result> auto& x) {
    a("asked", x.asked), a("text", x.text), a("measure", x.measure), a("source", x.source);
}
void fields(auto& a, Like<Win> auto& x) {
    a("asked", x.asked), a("text", x.text), a("evidence_asked", x.evidence_asked);
    a("evidence", x.evidence), a("source", x.source);
}
void fields(auto& a, Like<Lose> auto& x) {
    a("asked", x.asked), a("suspected", x.suspected), a("kinds", x.kinds), a("text", x.text);
    a("mitigation", x.mitigation), a("source", x.source);
}
void fields(auto& a, Like<Influence> auto& x) {
    a("person", x.person), a("name", x.name), a("title", x.title), a("roles", x.roles);
    a("owns_old_way", x.owns_old_way), a("ours", x.ours), a("contact", x.contact), a("result", x.result);
    a("win", x.win), a("lose", x.lose), a("next_step_asked", x.next_step_asked);
    a("actions", x.actions), a("notes", x.notes);
}
void fields(auto& a, Like<Deal> auto& x) {
    a("name", x.head.name), a("state", x.head.state), a("people_confirmed", x.people_confirmed);
    a("actions", x.actions), a("notes", x.notes);
}
void fields(auto& a, Like<User> auto& x) { a("name", x.name), a("zone", x.zone), a("heard", x.heard); }
void fields(auto& a, Like<Line> auto& x) { a("text", x.text), a("style", x.style); }
void fields(auto& a, Like<Choice> auto& x) {
    a("question", x.question), a("value", x.value), a("deal", x.deal), a("person", x.person), a("action", x.action);
}
void fields(auto& a, Like<Button> auto& x) { a("label", x.label), a("choice", x.choice); }
void fields(auto& a, Like<Pending> auto& x) {
    a("id", x.id), a("script", x.script), a("step", x.step), a("deal", x.deal), a("person", x.person);
    a("asked_ms", x.asked_at), a("message", x.message), a("lines", x.lines), a("buttons", x.buttons);
}
void fields(auto& a, Like<Draft> auto& x) {
    a("name", x.name), a("title", x.title), a("roles", x.roles), a("owns_old_way", x.owns_old_way);
    a("ours", x.ours), a("person", x.person);
}
void fields(auto& a, Like<Step> auto& x) {
    a("script", x.script), a("step", x.step), a("deal", x.deal), a("person", x.person);
}
void fields(auto& a, Like<Session> auto& x) {
    a("conversation", x.conversation), a("thread", x.thread), a("pending", x.pending), a("parked", x.parked);
    a("deal", x.deal), a("person", x.person), a("list_of", x.list_of), a("drafts", x.drafts), a("leftover", x.leftover),
        a("trail", x.trail);
    a("skipped", x.skipped), a("unknowns_in_a_row", x.unknowns_in_a_row);
    a("misunderstood", x.misunderstood), a("paused", x.paused), a("last_turn_ms", x.last_turn);
}
void fields(auto& a, Like<Message> auto& x) {
    a("id", x.id), a("edits", x.edits), a("to", x.to), a("conversation", x.conversation), a("thread", x.thread);
    a("about", x.about), a("lines", x.lines), a("buttons", x.buttons), a("takes_number", x.takes_number);
    a("notice", x.notice), a("unsure", x.unsure), a("useful_until_ms", x.useful_until);
}
void fields(auto& a, Like<Local> auto& x) { a("day", x.day), a("minute", x.minute); }
void fields(auto& a, Like<Job> auto& x) {
    a("kind", x.kind), a("occurrence", x.occurrence), a("conversation", x.conversation), a("thread", x.thread);
    a("deal", x.deal), a("person", x.person), a("action", x.action), a("local", x.local), a("zone", x.zone);
    a("due_ms", x.due);
}
void fields(auto& a, Like<Reply> auto& x) { a("ephemeral", x.ephemeral); }

} // namespace vera
