#include "dialogs/persons.hpp"

#include "core/reading/measure.hpp"
#include "core/text.hpp"
#include "dialogs/fields/field.hpp"
#include "dialogs/fields/fields.hpp"
#include "dialogs/forms/forms.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/notes.hpp"
#include "dialogs/people/list.hpp"
#include "dialogs/people/people.hpp"
#include "dialogs/requests.hpp"
#include "dialogs/views/facts.hpp"
#include "dialogs/views/status.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace vera {
namespace {

struct Topic {
    std::string name;
    std::optional<StepKind> field;
    bool said_so = false; // "let's talk about ...": a wish, whoever it is
};
Topic read_topic(std::string_view text);
const Influence* named_person(const Deal&, const std::string& folded);
bool takes_no_name(const ScriptStep*);
bool turn_to(Desk&, const Deal&, const Influence&, std::optional<StepKind>);

} // namespace

bool add_person(Desk& desk, std::string_view line) {
    const ScriptStep* step = pending_step(desk);
    if (step && step->kind == StepKind::confirm) return false;
    if (!deal_in_focus(desk)) return say(desk, "deal.none"), true;
    const auto read = read_people(line);
    const bool named = !read.people.empty() && !read.people[0].name.empty();
    if (!named && session(desk).pending) return false;
    if (!named) return say(desk, "deal.people.unread"), true;
    park_pending(desk);
    session(desk).person = {};
    if (!list_open(desk)) open_list(desk);
    add_to_list(desk, line);
    say(desk, "deal.people.added");
    ask_step(desk, StepKind::confirm);
    return true;
}

bool keep_note(Desk& desk, std::string_view line) {
    Deal* deal = deal_in_focus(desk);
    const auto colon = line.find(':');
    const bool answer = deal && session(desk).pending && colon == std::string_view::npos && words(line).size() > 3;
    if (answer) return false; // "note to the works council before the pilot"
    if (!deal || colon == std::string_view::npos) {
        return say(desk, deal ? "note.which" : "deal.none"), resume(desk), true;
    }
    const std::string name = fold(line.substr(0, colon));
    const std::string_view text = trim(line.substr(colon + 1));
    if (text.empty()) return say(desk, "note.which"), true;
    if (length(text) > limits::fact_text)
        return say(desk, "bad.long_fact", {{"n", std::to_string(limits::fact_text)}}), true;
    const Influence* person = name.empty() ? nullptr : named_person(*deal, name);
    if (say_which_of(desk, name)) return true;
    const bool known = name.empty() || person || name == fold(deal->head.name);
    if (!known && session(desk).pending && words(name).size() > 3) return false; // an answer with a colon in it
    if (!known) return say(desk, "person.unknown_name", {{"text", capitalised(name)}}), resume(desk), true;
    auto& notes = person ? find_person(*deal, person->person)->notes : deal->notes;
    if (!keep_words(desk, notes, text)) return true;
    record(desk, "note.kept");
    say(desk, "note.kept", {{"text", person ? first_name(*person) : deal->head.name}});
    if (!person || person->ours || !deal->people_confirmed || list_open(desk)) return resume(desk), true;
    park_pending(desk);
    queue_next(desk, StepKind::tag, person->person); // what it is, by one tap
    ask_from_agenda(desk);
    return true;
}

bool edit_person(Desk& desk, std::string_view who) {
    const Deal* deal = deal_in_focus(desk);
    if (!deal) return say(desk, "deal.none"), true;
    if (say_which_of(desk, who)) return true;
    const Influence* person = who.empty() ? person_in_focus(desk) : named_person(*deal, fold(who));
    if (!person && session(desk).pending && !who.empty()) return false; // "edit the plan with her" may be an answer
    if (!person) return say(desk, "person.which_edit"), resume(desk), true;
    offer_form(desk, {"person", deal->head.id, person->person, {}});
    return true;
}

bool talk_about(Desk& desk, std::string_view text) {
    const Topic topic = read_topic(text);
    if (topic.name.empty()) return false;
    const bool wish = topic.said_so || topic.field || !session(desk).pending || takes_no_name(pending_step(desk));
    if (!wish) return false;
    if (say_which_of(desk, topic.name)) return true;
    if (const Deal* deal = deal_in_focus(desk))
        if (const Influence* person = named_person(*deal, topic.name))
            return turn_to(desk, *deal, *person, topic.field);
    if (!topic.said_so) return false;
    for (const Deal& deal : desk.plan.next.deals)
        if (const Influence* person = named_person(deal, topic.name)) return turn_to(desk, deal, *person, topic.field);
    if (std::ranges::find(desk.before.seen.people, topic.name) == desk.before.seen.people.end())
        desk.plan.needs.people.push_back(topic.name);
    else
        say(desk, "person.unknown_name", {{"text", capitalised(shorten(topic.name, limits::name_text))}}), resume(desk);
    return true;
}

bool say_which_of(Desk& desk, std::string_view name) {
    const Deal* deal = deal_in_focus(desk);
    const auto called = deal ? people_called(*deal, fold(name)) : std::vector<const Influence*>{};
    if (called.size() < 2) return false;
    std::vector<std::string> names;
    for (const Influence* person : called) names.push_back(shown_name(*person));
    say(desk, "person.which_of", {{"text", first_name(*called.front())}, {"list", say_list(names)}});
    resume(desk);
    return true;
}

namespace {

// "let's talk about Devrim", "Ingrid win", "ingrid aas next step", "Devrim".
Topic read_topic(std::string_view text) {
    static constexpr std::size_t longest_name = 5;
    Topic topic;
    topic.name = fold(text);
    for (const auto* start :
         {"let's talk about ", "lets talk about ", "let’s talk about ", "talk about ", "back to ", "person "})
        if (topic.name.starts_with(start)) {
            topic.name = fold(topic.name.substr(std::string_view(start).size()));
            topic.said_so = true;
            break;
        }
    for (const auto& [id, kind] : step_kinds()) {
        const auto& script = shape_of(kind).script;
        const bool about_person = script != "deal" && script != "objective" && script != "aside";
        std::string word = id;
        std::ranges::replace(word, '_', ' ');
        if (about_person && topic.name.ends_with(" " + word)) {
            topic.name = fold(topic.name.substr(0, topic.name.size() - word.size()));
            if (topic.name.ends_with("'s")) topic.name.resize(topic.name.size() - 2);
            topic.field = kind;
            break;
        }
    }
    if (words(topic.name).size() > longest_name) topic.name.clear();
    return topic;
}

const Influence* named_person(const Deal& deal, const std::string& folded) {
    const auto called = people_called(deal, folded);
    return called.size() == 1 ? called.front() : nullptr;
}

// A name alone is no Result and no Win: somebody is meant. Elsewhere it may be who told us.
bool takes_no_name(const ScriptStep* step) {
    static constexpr std::array kinds = {StepKind::result, StepKind::win,  StepKind::lose,   StepKind::plan,
                                         StepKind::degree, StepKind::mode, StepKind::rating, StepKind::in_job};
    return step && std::ranges::find(kinds, step->kind) != kinds.end();
}

bool turn_to(Desk& desk, const Deal& deal, const Influence& person, std::optional<StepKind> field) {
    const bool here = session(desk).deal == deal.head.id && !person.ours;
    if (here && field == StepKind::statement) return write_statement(desk, shown_name(person)); // needs a known Win
    if (here && (field == StepKind::hook || field == StepKind::line)) return how_to_say_it(desk, shown_name(person));
    const auto fits = field ? field_of(*field).applies : nullptr;
    if (fits && !fits(deal, &person))
        return say(desk, "person.not_yet", {{"first", first_name(person)}}), resume(desk), true;
    const bool other_deal = session(desk).deal != deal.head.id;
    if (other_deal) leave_deal(desk);
    const bool held = session(desk).pending && session(desk).pending->held; // thrown away by nobody
    if (field || held) // one question between two others; a person's whole turn needs no way back
        park_pending(desk);
    else
        session(desk).pending.reset();
    focus(desk, deal.head.id, person.person);
    if (person.ours) return say(desk, "person.ours"), true;
    std::erase_if(session(desk).skipped,
                  [&](const std::string& key) { return key.starts_with(person.person.text() + "/"); });
    if (field) return ask_step(desk, *field), true;
    const Script& script = desk.library.scripts.at("person");
    for (const ScriptStep& step : script.steps) {
        if (!is_open(step.kind, deal, &person)) continue;
        say(desk, other_deal ? "person.switched_deal" : "person.switched");
        return ask(desk, script, step), true;
    }
    say(desk, "person.complete");
    if (has_forms(desk)) add_form_button(desk, {"person", deal.head.id, person.person, {}});
    return true;
}

} // namespace
} // namespace vera
