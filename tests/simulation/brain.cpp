#include "tests/simulation/brain.hpp"

#include "core/must.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>

namespace vera::simulation {

namespace {

struct Thought {
    const State& state;
    const Event& event;
    Time now;
    Plan plan;
};

void hear(Thought&, const Said&);
void hear(Thought&, const Chose&);
void hear(Thought&, const Opened&);
void hear(Thought&, const Due&);
void hear(Thought&, const auto&) {} // only the real dialogs know these
void obey(Thought&, const std::vector<std::string_view>& words);
void found_deals(Thought&);
DealId deal_named(const Thought&, const std::string& name);
void keep(Thought&, const DealId&, const std::string& note);
Message& say(Thought&, const std::string& text);
void ask(Thought&, const Message&);
void remind(Thought&, const std::string& minutes, const std::string& occurrence);

} // namespace

Plan think_simply(const State& state, const Event& event, Time now) {
    Thought thought{state, event, now, {}};
    thought.plan.next = state;
    found_deals(thought);
    std::visit([&](const auto& what) { hear(thought, what); }, event.what);
    return thought.plan;
}

Message simple_apology(const Event& event) {
    Message message;
    message.id = derived<MessageId>(event.id, 'm', 0);
    message.to = event.user;
    message.conversation = event.conversation;
    message.thread = event.thread;
    message.lines = {{"sorry", LineStyle::plain}};
    return message;
}

namespace {

void hear(Thought& thought, const Said& said) {
    auto parts = words(said.text);
    MUST(parts.size() >= 2);
    obey(thought, parts);
}

void hear(Thought& thought, const Chose& chose) {
    const auto& pending = thought.plan.next.session.pending;
    auto stale = !pending || pending->id != chose.choice.question;
    keep(thought, deal_named(thought, first_deal), chose.label);
    say(thought, (stale ? "stale " : "chosen ") + chose.label);
}

void hear(Thought& thought, const Opened&) { say(thought, "hello"); }

void hear(Thought& thought, const Due& due) {
    keep(thought, due.deal, due.kind + " " + (due.kind == "errand" ? thought.event.id.text() : due.occurrence));
    say(thought, due.kind + " " + due.occurrence);
}

void obey(Thought& thought, const std::vector<std::string_view>& words) {
    auto word = [&](std::size_t n) { return n < words.size() ? std::string(words[n]) : std::string(); };
    auto verb = word(0), number = word(1);
    if (verb == "poison") throw std::runtime_error("poison");
    auto other = deal_named(thought, second_deal);
    if (verb == "other" && !find_deal(thought.state, other) && find_head(thought.state, other)) {
        thought.plan.needs.deals = {other};
        return;
    }
    keep(thought, verb == "other" ? other : deal_named(thought, first_deal), number);
    auto asked = thought.plan.next.session.pending;
    auto& answer = say(thought, "answer " + number);
    if (verb == "edit" && asked) answer.edits = asked->message;
    if (verb == "drop") answer.unsure = Unsure::drop;
    if (verb == "brief") answer.useful_until = thought.now + std::chrono::seconds{30};
    if (verb != "edit") ask(thought, Message(answer));
    if (verb == "reply") thought.plan.reply = Reply{"only now " + number};
    if (verb == "errand") thought.plan.errands.push_back({"errand", deal_named(thought, first_deal)});
    if (verb == "later") remind(thought, word(2), word(3));
    if (verb == "cancel") thought.plan.cancelled.push_back({"reminder", word(2)});
    for (std::size_t n = 1; (verb == "many" && n < 3) || (verb == "crowd" && n <= max_plan_messages); ++n)
        say(thought, "more " + number);
}

// Both deals are there from the first turn on.
void found_deals(Thought& thought) {
    auto& next = thought.plan.next;
    if (!next.heads.empty()) return;
    std::size_t n = 0;
    for (const auto* name : {first_deal, second_deal}) {
        Deal deal;
        deal.head = {derived<DealId>(thought.event.id, 'd', ++n), thought.event.user, name};
        deal.head.created = deal.head.touched = thought.now;
        next.heads.push_back(deal.head);
        next.deals.push_back(std::move(deal));
    }
    next.session.deal = next.heads.front().id;
}

DealId deal_named(const Thought& thought, const std::string& name) {
    const auto& heads = thought.plan.next.heads;
    auto found = std::ranges::find(heads, name, &DealHead::name);
    MUST(found != heads.end());
    return found->id;
}

void keep(Thought& thought, const DealId& id, const std::string& note) {
    auto* deal = find_deal(thought.plan.next, id);
    MUST(deal);
    deal->notes.push_back({note, {thought.event.user, thought.now, Visibility::author}});
    deal->head.touched = thought.now;
}

Message& say(Thought& thought, const std::string& text) {
    Message message;
    message.id = derived<MessageId>(thought.event.id, 'm', thought.plan.messages.size() + 1);
    message.to = thought.event.user;
    message.conversation = thought.event.conversation;
    message.thread = thought.event.thread;
    message.about = thought.plan.next.session.deal;
    message.lines = {{text, LineStyle::plain}};
    thought.plan.messages.push_back(std::move(message));
    return thought.plan.messages.back();
}

void ask(Thought& thought, const Message& message) {
    Pending pending;
    pending.id = derived<QuestionId>(thought.event.id, 'q', 1);
    pending.script = "simulation";
    pending.step = "any";
    pending.deal = thought.plan.next.session.deal;
    pending.asked_at = thought.now;
    pending.message = message.id;
    pending.lines = message.lines;
    Choice choice;
    choice.question = pending.id;
    choice.value = "yes";
    pending.buttons = {{"Yes", choice}};
    thought.plan.messages.front().buttons = pending.buttons;
    thought.plan.next.session.pending = std::move(pending);
}

void remind(Thought& thought, const std::string& minutes, const std::string& occurrence) {
    Job job;
    job.kind = "reminder";
    job.occurrence = occurrence;
    job.conversation = thought.event.conversation;
    job.thread = thought.event.thread;
    job.deal = deal_named(thought, first_deal);
    job.due = thought.now + std::chrono::minutes{std::stoi(minutes)};
    job.zone = thought.state.user.zone;
    thought.plan.jobs.push_back(std::move(job));
}

} // namespace

} // namespace vera::simulation
