#include "core/crm/amounts.hpp"
#include "core/export/discretion.hpp"
#include "core/export/export.hpp"

namespace vera {
namespace {

std::string objective_of(const Deal&, const Discretion&, const CrmLabels&);
std::string people_of(const Deal&, const Discretion&, const CrmLabels&);
void add_steps(std::string& text, const std::vector<Action>&, const std::string& person, const CrmLabels&);
void add(std::string& text, const std::string& label, const std::string& value);
void join(std::string& text, const std::string& more, const char* between);

} // namespace

// Of a next step only whom it is with and when: its words may hold a motive. Days are ISO: the text is read on
// another day than it is made.
std::string say_crm_text(const Deal& deal, const CrmLabels& labels) {
    const Discretion discretion(deal, false);
    std::string text = deal.head.name + "\n";
    add(text, labels.objective, objective_of(deal, discretion, labels));
    add(text, labels.stage, deal.crm.stage);
    add(text, labels.people, people_of(deal, discretion, labels));
    for (const Influence* person : discretion.people(deal)) {
        if (person->result.asked == Asked::answered)
            add(text, labels.result + ", " + shown_name(*person), discretion.text(person->result.text));
    }
    add_steps(text, deal.actions, "", labels);
    for (const Influence* person : discretion.people(deal))
        add_steps(text, person->actions, shown_name(*person), labels);
    return text;
}

namespace {

std::string objective_of(const Deal& deal, const Discretion& discretion, const CrmLabels& labels) {
    const Objective& objective = deal.objective;
    std::string text = discretion.text(objective.text);
    const bool said = read_money(objective.text) == objective.amount; // in the seller's own words already
    if (objective.amount && !said) join(text, crm::say_amount(*objective.amount), ", ");
    if (objective.by) join(text, labels.by + " " + iso_day(*objective.by), ", ");
    return text;
}

std::string people_of(const Deal& deal, const Discretion& discretion, const CrmLabels& labels) {
    std::string text;
    for (const Influence* person : discretion.people(deal)) {
        if (person->ours) continue;
        std::string words = shown_name(*person), roles;
        if (!person->name.empty() && !person->title.empty()) join(words, discretion.text(person->title), ", ");
        for (const Role role : discretion.roles(*person))
            join(roles,
                 role == Role::economic ? labels.economic
                 : role == Role::user   ? labels.user
                                        : labels.technical,
                 ", ");
        join(text, roles.empty() ? words : words + " (" + roles + ")", "; ");
    }
    return text;
}

void add_steps(std::string& text, const std::vector<Action>& actions, const std::string& person,
               const CrmLabels& labels) {
    for (const Action& action : actions) {
        if (action.state != ActionState::open) continue;
        std::string words = person;
        if (action.due) join(words, iso_day(*action.due), ", ");
        add(text, labels.next_step, words);
    }
}

// One line each: what somebody typed over two lines stays one.
void add(std::string& text, const std::string& label, const std::string& value) {
    if (value.empty()) return;
    text += label + ": ";
    for (const char c : value) text += c == '\n' ? ' ' : c;
    text += '\n';
}

void join(std::string& text, const std::string& more, const char* between) {
    if (more.empty()) return;
    if (!text.empty()) text += between;
    text += more;
}

} // namespace
} // namespace vera
