#pragma once
// As core/fields.hpp, for what belongs to a turn: user, session, messages, jobs, replies.
#include "core/fields.hpp"
#include "core/plan.hpp"

namespace vera {

void fields(auto& a, Like<User> auto& x) {
    a("name", x.name), a("zone", x.zone), a("profile_zone", x.profile_zone), a("full_depth", x.full_depth);
    a("method_words", x.method_words), a("heard", x.heard);
}
void fields(auto& a, Like<Line> auto& x) { a("text", x.text), a("style", x.style); }
void fields(auto& a, Like<Choice> auto& x) {
    a("question", x.question), a("value", x.value), a("deal", x.deal), a("person", x.person), a("action", x.action);
}
void fields(auto& a, Like<Button> auto& x) { a("label", x.label), a("choice", x.choice); }
void fields(auto& a, Like<Step> auto& x) {
    a("script", x.script), a("step", x.step), a("deal", x.deal), a("person", x.person);
}
void fields(auto& a, Like<Held> auto& x) { a("text", x.text), a("step", x.step); }
void fields(auto& a, Like<Pending> auto& x) {
    a("id", x.id), a("script", x.script), a("step", x.step), a("deal", x.deal), a("person", x.person);
    a("asked_ms", x.asked_at), a("message", x.message), a("lines", x.lines), a("buttons", x.buttons);
    a("held", x.held);
}
void fields(auto& a, Like<Draft> auto& x) {
    a("name", x.name), a("title", x.title), a("roles", x.roles), a("owns_old_way", x.owns_old_way);
    a("ours", x.ours), a("person", x.person);
}
void fields(auto& a, Like<LastSaid> auto& x) { a("step", x.step), a("text", x.text), a("before", x.before); }
void fields(auto& a, Like<Session> auto& x) {
    a("conversation", x.conversation), a("thread", x.thread), a("pending", x.pending), a("parked", x.parked);
    a("deal", x.deal), a("person", x.person), a("list_of", x.list_of), a("drafts", x.drafts), a("leftover", x.leftover),
        a("trail", x.trail);
    a("demo", x.demo), a("agenda", x.agenda), a("after_agenda", x.after_agenda), a("last_said", x.last_said),
        a("challenged", x.challenged);
    a("skipped", x.skipped), a("unknowns_in_a_row", x.unknowns_in_a_row);
    a("misunderstood", x.misunderstood), a("paused", x.paused), a("last_turn_ms", x.last_turn);
}
void fields(auto& a, Like<Message> auto& x) {
    a("id", x.id), a("edits", x.edits), a("to", x.to), a("conversation", x.conversation), a("thread", x.thread);
    a("surface", x.surface), a("about", x.about), a("lines", x.lines), a("buttons", x.buttons),
        a("takes_number", x.takes_number);
    a("notice", x.notice), a("unsure", x.unsure), a("useful_until_ms", x.useful_until);
}
void fields(auto& a, Like<Local> auto& x) { a("day", x.day), a("minute", x.minute); }
void fields(auto& a, Like<Job> auto& x) {
    a("kind", x.kind), a("occurrence", x.occurrence), a("conversation", x.conversation), a("thread", x.thread);
    a("deal", x.deal), a("person", x.person), a("action", x.action), a("local", x.local), a("zone", x.zone);
    a("due_ms", x.due);
}
void fields(auto& a, Like<FormKey> auto& x) {
    a("kind", x.kind), a("deal", x.deal), a("person", x.person), a("question", x.question);
}
void fields(auto& a, Like<FormOption> auto& x) { a("value", x.value), a("label", x.label); }
void fields(auto& a, Like<FormField> auto& x) {
    a("id", x.id), a("label", x.label), a("hint", x.hint), a("kind", x.kind), a("value", x.value);
    a("options", x.options), a("optional", x.optional), a("most", x.most);
}
void fields(auto& a, Like<Form> auto& x) {
    a("key", x.key), a("title", x.title), a("submit", x.submit), a("intro", x.intro), a("fields", x.fields);
}
void fields(auto& a, Like<FieldError> auto& x) { a("field", x.field), a("text", x.text); }
void fields(auto& a, Like<Reply> auto& x) { a("ephemeral", x.ephemeral), a("errors", x.errors), a("form", x.form); }

} // namespace vera
