#include "dialogs/people/list.hpp"

#include "core/text.hpp"
#include "core/words.hpp"
#include "dialogs/notes.hpp"
#include "dialogs/people/people.hpp"

#include <algorithm>
#include <array>

namespace vera {
namespace {

constexpr std::array all_roles = {Role::economic, Role::user, Role::technical, Role::coach};

void say_row(Desk&, std::size_t number, const ListRow&);
Influence person_of(Desk&, const Deal&, const Draft&);
bool fills_chair(const Draft&, Role);
std::vector<Draft>::iterator find_same(std::vector<Draft>&, const Draft&);

} // namespace

std::vector<ListRow> list_rows(const std::vector<Draft>& drafts) {
    std::vector<ListRow> rows;
    for (std::size_t i = 0; i < drafts.size(); ++i) rows.push_back({.draft = i, .role = {}});
    for (const Role role : all_roles)
        if (std::ranges::none_of(drafts, [&](const Draft& draft) { return fills_chair(draft, role); }))
            rows.push_back({.draft = {}, .role = role});
    if (std::ranges::none_of(drafts, &Draft::owns_old_way)) rows.push_back({.draft = {}, .role = {}, .old_way = true});
    return rows;
}

bool list_open(const Desk& desk) {
    return !session(desk).list_of.empty() && session(desk).list_of == session(desk).deal;
}

void open_list(Desk& desk) {
    session(desk).list_of = session(desk).deal;
    session(desk).leftover.clear();
    session(desk).drafts.clear();
    for (const Influence& person : deal_in_focus(desk)->people)
        session(desk).drafts.push_back({.name = person.name,
                                        .title = person.title,
                                        .roles = person.roles,
                                        .owns_old_way = person.owns_old_way,
                                        .ours = person.ours,
                                        .person = person.person});
}

void add_to_list(Desk& desk, std::string_view text) {
    if (!list_open(desk)) open_list(desk);
    PeopleRead read = read_people(text);
    auto& drafts = session(desk).drafts;
    for (Draft& draft : read.people) {
        const auto same = find_same(drafts, draft);
        if (same == drafts.end()) {
            drafts.push_back(std::move(draft));
            continue;
        }
        if (!draft.title.empty()) same->title = draft.title;
        same->roles.insert(draft.roles.begin(), draft.roles.end());
        same->owns_old_way = same->owns_old_way || draft.owns_old_way;
    }
    if (drafts.size() > limits::influences) {
        drafts.resize(limits::influences);
        say(desk, "deal.confirm.full", {{"n", std::to_string(limits::influences)}});
    }
    for (const auto& words : read.leftover) keep_leftover(desk, words);
}

void keep_leftover(Desk& desk, std::string words) {
    if (session(desk).leftover.size() < limits::notes)
        session(desk).leftover.push_back(shorten(words, limits::fact_text));
}

void show_list(Desk& desk) {
    const auto rows = list_rows(session(desk).drafts);
    for (std::size_t i = 0; i < rows.size(); ++i) say_row(desk, i + 1, rows[i]);
    if (!session(desk).leftover.empty()) {
        std::string text;
        for (const auto& words : session(desk).leftover) text += (text.empty() ? "" : "; ") + words;
        say(desk, "deal.confirm.note", {{"text", text}}, LineStyle::context);
    }
}

void store_list(Desk& desk) {
    auto& talk = session(desk);
    Deal* deal = find_deal(desk.plan.next, talk.list_of);
    if (!deal) return;
    std::vector<Influence> people;
    for (const Draft& draft : talk.drafts) people.push_back(person_of(desk, *deal, draft));
    for (const Influence& known : deal->people) // a row with answers is never removed by the list
        if (has_answers(known) && std::ranges::find(people, known.person, &Influence::person) == people.end())
            people.push_back(known);
    deal->people = std::move(people);
    weigh_coaches(*deal); // who is a Coach is said in the list
    for (const auto& words : talk.leftover)
        if (!keep_words(desk, deal->notes, words)) break;
    talk.list_of = {};
    talk.drafts.clear();
    talk.leftover.clear();
}

// The open question need not be kept: what is still to ask follows from the facts.
void leave_deal(Desk& desk) {
    store_list(desk);
    session(desk).pending.reset();
    session(desk).parked.clear();
    session(desk).agenda.clear();
    session(desk).after_agenda = {};
    session(desk).skipped.clear();
}

bool has_answers(const Influence& person) {
    return person.contact.asked != Asked::not_yet || person.result.asked != Asked::not_yet ||
           person.win.asked != Asked::not_yet || person.lose.asked != Asked::not_yet ||
           person.next_step_asked != Asked::not_yet || !person.actions.empty() || !person.notes.empty() ||
           person.degree.asked != Asked::not_yet || person.mode.asked != Asked::not_yet ||
           person.rating.asked != Asked::not_yet || person.in_job.asked != Asked::not_yet ||
           !(person.coach_test == CoachTest{}) || !person.statements.empty() || !(person.positioning == Positioning{});
}

std::string say_roles(const Desk& desk, const Roles& roles, bool owns_old_way, bool ours) {
    std::vector<std::string> parts;
    for (const Role role : roles) parts.push_back(say_role(desk, role));
    if (owns_old_way) parts.push_back(sentence(desk, "row.old_way"));
    if (ours) parts.push_back(sentence(desk, "row.ours"));
    if (parts.empty()) return sentence(desk, "row.role_open");
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

std::string say_title(const std::string& title) { return title.empty() ? "" : ", " + title; }

// In everyday words, or in the trained ones for those who asked for them.
std::string say_role(const Desk& desk, Role role) {
    return sentence(desk, (user(desk).method_words ? "role_method." : "role.") + std::string(enum_word(role)));
}

namespace {

void say_row(Desk& desk, std::size_t number, const ListRow& row) {
    std::string text;
    if (row.draft) {
        const Draft& draft = session(desk).drafts[*row.draft];
        const std::string name = draft.name.empty() ? draft.title : draft.name;
        text = sentence(desk, "row.person",
                        {{"name", name},
                         {"title", draft.name.empty() ? "" : say_title(draft.title)},
                         {"roles", say_roles(desk, draft.roles, draft.owns_old_way, draft.ours)}});
    } else {
        const std::string what = row.old_way ? sentence(desk, "row.old_way") : say_role(desk, *row.role);
        text = sentence(desk, "row.nobody", {{"roles", what}});
    }
    say_text(desk, std::to_string(number) + ". " + text);
}

Influence person_of(Desk& desk, const Deal& deal, const Draft& draft) {
    const Influence* known = find_person(deal, draft.person);
    Influence person = known ? *known : Influence{};
    if (!known) person.person = fresh_id<PersonId>(desk, 'p');
    person.name = draft.name;
    person.title = draft.title;
    person.roles = draft.roles;
    person.owns_old_way = draft.owns_old_way;
    person.ours = draft.ours;
    return person;
}

// By the whole name; a first name alone means the one person who has it.
std::vector<Draft>::iterator find_same(std::vector<Draft>& drafts, const Draft& named) {
    const std::string name = fold(named.name);
    const auto same = std::ranges::find_if(drafts, [&](const Draft& known) {
        return fold(known.name) == name && (!name.empty() || fold(known.title) == fold(named.title));
    });
    if (same != drafts.end() || name.empty() || name.find(' ') != std::string::npos) return same;
    const auto has_first_name = [&](const Draft& known) { return fold(known.name).starts_with(name + " "); };
    return std::ranges::count_if(drafts, has_first_name) == 1 ? std::ranges::find_if(drafts, has_first_name)
                                                              : drafts.end();
}

bool fills_chair(const Draft& draft, Role role) { return !draft.ours && draft.roles.contains(role); }

} // namespace
} // namespace vera
