#include "tests/simulation/check_talk.hpp"

#include "core/flags/red_flags.hpp"
#include "core/json.hpp"

#include <algorithm>

namespace vera::simulation {

namespace {

struct Look {
    World& world;
    const Library& library;
    const State& before;
    const Event& event;
    const Plan& plan;
    Day today;
};

void check_held(const Look&);
void check_kept(const Look&, const Pending& check);
bool left_in_the_open(const Look&, const Pending& check);
bool is_answered_next(const Look&, const Pending& check);
void check_reminders(const Look&);
void check_choices(const Look&);
void check_own_part(const Look&);
void check_coaches(const Look&);
void check_way_back(const Look&);
std::vector<Pending> held_questions(const Session&);
bool holds(const Session&, const Held&);
bool says(const Look&, const char* key);
const Influence* person_of(const State&, const Step&);

} // namespace

void check_talk(World& world, const Library& library, const State& before, const Event& event, Time now,
                const Plan& plan) {
    if (!plan.needs.empty()) return;
    Look look{world, library, before, event, plan, day_of(now, before.user.zone)};
    check_held(look);
    check_reminders(look);
    check_choices(look);
    check_own_part(look);
    check_coaches(look);
    check_way_back(look);
}

namespace {

// A held answer is nowhere before its question is answered, and does not go unless somebody chose so.
void check_held(const Look& look) {
    for (const auto& check : held_questions(look.plan.next.session)) {
        if (holds(look.before.session, *check.held)) continue;
        const auto* was = person_of(look.before, check.held->step);
        const auto* is = person_of(look.plan.next, check.held->step);
        if (was && is && *was != *is) look.world.violate("an answer that is held changed the person already");
    }
    for (const auto& check : held_questions(look.before.session)) {
        const auto* chose = std::get_if<Chose>(&look.event.what);
        const bool answered = chose && chose->choice.question == check.id && !look.plan.reply;
        if (answered && chose->choice.value == "keep") check_kept(look, check);
        if (!answered && !holds(look.plan.next.session, *check.held) && !left_in_the_open(look, check))
            look.world.violate("a held answer is gone, and nobody chose so or was told");
    }
}

// What was one slip from a command may still be refused by its question; everything else is stored.
void check_kept(const Look& look, const Pending& check) {
    const auto* person = person_of(look.plan.next, check.held->step);
    if (check.step == "slip" || !person) return;
    if (to_json(*person).find(check.held->text) == std::string::npos)
        look.world.violate("an answer that was to be kept is not stored");
}

// Other words took its place, a command said what happens with it, or it is said to be lost.
bool left_in_the_open(const Look& look, const Pending& check) {
    for (const auto* key : {"aside.dropped", "aside.left_out", "aside.kept_as_note", "aside.moved"})
        if (says(look, key)) return true;
    const bool open = is_answered_next(look, check);
    const auto* said = std::get_if<Said>(&look.event.what);
    const auto* person = person_of(look.plan.next, check.held->step);
    const auto* was = person_of(look.before, check.held->step);
    const auto& next = look.plan.next.session.pending;
    const bool held_anew = next && next->held && next->held->step == check.held->step; // the other words as well
    const bool asked_again =
        held_anew || (next && next->script == check.held->step.script && next->step == check.held->step.step);
    return open && said && (asked_again || !person || !was || *person != *was || check.step == "slip");
}

// The open question, or the one that waits below an offer: whoever types on answers that one.
bool is_answered_next(const Look& look, const Pending& check) {
    const auto& talk = look.before.session;
    if (!talk.pending || talk.pending->id == check.id) return talk.pending.has_value();
    return !talk.pending->held && !talk.parked.empty() && talk.parked.back().id == check.id;
}

// A closed deal plans nothing, and one on hold says nothing.
void check_reminders(const Look& look) {
    for (const auto& job : look.plan.jobs)
        if (const auto* deal = find_deal(look.plan.next, job.deal); deal && is_closed(*deal))
            look.world.violate("a closed deal plans a reminder: " + deal->head.name);
    const auto* due = std::get_if<Due>(&look.event.what);
    if (!due || due->kind == "replan") return;
    const auto* deal = find_deal(look.plan.next, due->deal);
    if (deal && is_closed(*deal))
        look.world.violate("a reminder of a closed deal was not cancelled: " + deal->head.name);
    if (look.plan.messages.empty()) return;
    if (!deal || !is_live(*deal, look.today)) look.world.violate("a reminder came of a deal that is not live");
}

// What was put off comes back on its day; what was decided about a flag goes with the flag.
void check_choices(const Look& look) {
    for (const auto& deal : look.plan.next.deals) {
        for (const auto& flag : red_flags(deal, look.library.flag_rules, look.today)) {
            if (flag.standing != Standing::snoozed) continue;
            const auto of_it = [&](const FlagChoice& choice) {
                return choice.flag == flag.id && choice.person == flag.person && choice.until > look.today;
            };
            if (std::ranges::none_of(deal.choices, of_it))
                look.world.violate("a flag stays put off after its day: " + flag.id);
        }
        const auto* was = find_deal(look.before, deal.head.id);
        auto settled = deal;
        drop_settled_choices(settled, look.library.flag_rules, look.today);
        if ((!was || *was != deal) && settled != deal)
            look.world.violate("a decision stands about a flag that is gone");
    }
}

// A way out answers the risks that stood when it was chosen, not a new one.
void check_own_part(const Look& look) {
    for (const auto& deal : look.plan.next.deals) {
        const auto* was = find_deal(look.before, deal.head.id);
        if (!was || deal.own.way_out.asked != Asked::answered || deal.own.way_out != was->own.way_out) continue;
        if (!std::ranges::includes(was->own.risks, deal.own.risks))
            look.world.violate("a new risk of ours is answered by an old way out");
    }
}

void check_coaches(const Look& look) {
    for (const auto& deal : look.plan.next.deals) {
        auto weighed = deal;
        weigh_coaches(weighed);
        if (weighed != deal) look.world.violate("the word of somebody with us does not weigh what it should");
    }
}

// An answer is followed by what was put aside, unless something was asked for by name meanwhile.
void check_way_back(const Look& look) {
    const auto &was = look.before.session, &is = look.plan.next.session;
    const bool answered = !is.trail.empty() && (is.trail.size() > was.trail.size()) && is.deal == was.deal;
    const bool by_name = !was.agenda.empty() || !is.agenda.empty() || !is.after_agenda.empty() ||
                         (is.pending && is.pending->person.empty());
    if (answered && !by_name && !was.parked.empty() && is.parked.size() >= was.parked.size())
        look.world.violate("a question that was put aside is not asked again");
}

std::vector<Pending> held_questions(const Session& talk) {
    std::vector<Pending> all;
    if (talk.pending && talk.pending->held) all.push_back(*talk.pending);
    for (const auto& parked : talk.parked)
        if (parked.held) all.push_back(parked);
    return all;
}

bool holds(const Session& talk, const Held& held) {
    return std::ranges::any_of(held_questions(talk), [&](const Pending& check) { return *check.held == held; });
}

bool says(const Look& look, const char* key) {
    const auto sentence = look.library.wording.say(key, {});
    for (const auto& message : look.plan.messages)
        for (const auto& line : message.lines)
            if (line.text == sentence) return true;
    return false;
}

const Influence* person_of(const State& state, const Step& step) {
    const auto* deal = find_deal(state, step.deal);
    return deal ? find_person(*deal, step.person) : nullptr;
}

} // namespace

} // namespace vera::simulation
