// Mending the list of people by number and words. Each change is one clause: "2 is Technical",
// "2 is called Ana Ruiz", "4 is Tomasz Wilk, shift lead", "5 is 2", "remove 3", or somebody new.
#include "core/text.hpp"
#include "dialogs/list.hpp"
#include "dialogs/people.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace vera {
namespace {

struct Numbered {
    std::size_t number = 0;
    std::string_view rest;
};
std::optional<Numbered> read_numbered(std::string_view clause);
bool mend_clause(Desk&, std::string_view clause);
bool mend_row(Desk&, const ListRow&, std::string_view rest);
bool mend_person(Desk&, std::size_t row, std::string_view rest);
bool fill_chair(Desk&, const ListRow&, std::string_view rest);
bool remove_row(Desk&, std::size_t number);
Draft* named_draft(Desk&, std::string_view text);
std::string_view without_verb(std::string_view rest);
bool typed_like_a_name(std::string_view clause);

} // namespace

Mended mend_list(Desk& desk, std::string_view text) {
    static constexpr std::array yes = {"yes",         "y",       "ok",        "okay",         "right",
                                       "looks right", "correct", "fine",      "that's right", "looks good",
                                       "good",        "done",    "yes it is", "all right"};
    if (std::ranges::find(yes, fold(text)) != yes.end()) return Mended::confirmed;
    bool any = false;
    for (const auto clause : split(text, ";\n")) any = mend_clause(desk, clause) || any;
    return any ? Mended::yes : Mended::not_understood;
}

namespace {

bool mend_clause(Desk& desk, std::string_view clause) {
    const std::string folded = fold(clause);
    for (const auto* verb : {"remove ", "delete ", "drop "})
        if (folded.starts_with(verb))
            if (const auto numbered = read_numbered(clause.substr(std::string_view(verb).size())))
                return remove_row(desk, numbered->number);
    if (const auto numbered = read_numbered(clause)) {
        const auto rows = list_rows(session(desk).drafts);
        if (numbered->number >= 1 && numbered->number <= rows.size())
            return mend_row(desk, rows[numbered->number - 1], without_verb(numbered->rest));
        say(desk, "deal.confirm.no_row",
            {{"text", std::to_string(numbered->number)}, {"n", std::to_string(rows.size())}});
        return true;
    }
    const bool add = folded.starts_with("add ");
    if (!add && !typed_like_a_name(clause)) return false;
    const auto people = read_people(add ? clause.substr(4) : clause).people;
    if (people.empty()) return false;
    add_to_list(desk, add ? clause.substr(4) : clause);
    return true;
}

bool mend_row(Desk& desk, const ListRow& row, std::string_view rest) {
    if (rest.empty()) return false;
    const bool called = starts_with_word(fold(rest), "called") && rest.find(' ') != std::string_view::npos;
    if (called) rest = trim(rest.substr(rest.find(' ')));
    if (!row.draft) return fill_chair(desk, row, rest);
    const std::string folded = fold(rest);
    for (const auto* gone : {"out", "wrong", "nobody", "not in it"})
        if (folded == gone) return remove_row(desk, *row.draft + 1);
    return mend_person(desk, *row.draft, rest);
}

// Words for a part replace the parts; "also" adds. What is left renames, or gives the title; whoever else
// is named in it joins the list.
bool mend_person(Desk& desk, std::size_t row, std::string_view rest) {
    const bool also = has_word(fold(rest), "also");
    const PartRead part = read_part(rest);
    const PeopleRead read = read_people(part.rest);
    Draft& draft = session(desk).drafts[row];
    if (part.any()) {
        if (!also && !part.roles.empty()) draft.roles.clear();
        draft.roles.insert(part.roles.begin(), part.roles.end());
        draft.owns_old_way = draft.owns_old_way || part.owns_old_way;
        draft.ours = draft.ours || part.ours;
    }
    if (!read.people.empty()) {
        draft.name = read.people[0].name;
        if (!read.people[0].title.empty()) draft.title = read.people[0].title;
    } else if (!part.any()) {
        draft.title = shorten(rest, limits::name_text);
    }
    for (const auto& words : read.leftover) keep_leftover(desk, words);
    for (std::size_t i = 1; i < read.people.size() && session(desk).drafts.size() < limits::influences; ++i)
        session(desk).drafts.push_back(read.people[i]);
    return true;
}

// An empty chair gets a row of the list ("5 is 2"), somebody already on it by name, or somebody new.
bool fill_chair(Desk& desk, const ListRow& row, std::string_view rest) {
    auto& drafts = session(desk).drafts;
    const auto sit = [&](Draft& draft) {
        if (row.role) draft.roles.insert(*row.role);
        draft.owns_old_way = draft.owns_old_way || row.old_way;
    };
    if (const auto other = read_numbered(rest); other && other->rest.empty()) {
        if (other->number < 1 || other->number > drafts.size()) return false;
        sit(drafts[other->number - 1]);
        return true;
    }
    if (Draft* known = named_draft(desk, rest)) {
        sit(*known);
        return true;
    }
    const std::size_t before = drafts.size();
    add_to_list(desk, rest);
    if (drafts.size() > before) sit(drafts[before]);
    return drafts.size() > before;
}

bool remove_row(Desk& desk, std::size_t number) {
    auto& drafts = session(desk).drafts;
    if (number < 1 || number > drafts.size()) return false;
    const Draft& draft = drafts[number - 1];
    const Influence* known = find_person(*deal_in_focus(desk), draft.person);
    if (known && has_answers(*known)) {
        say(desk, "deal.confirm.has_facts", {{"name", draft.name.empty() ? draft.title : draft.name}});
        return true;
    }
    drafts.erase(drafts.begin() + static_cast<std::ptrdiff_t>(number - 1));
    return true;
}

Draft* named_draft(Desk& desk, std::string_view text) {
    for (Draft& draft : session(desk).drafts) {
        const std::string name = fold(draft.name);
        if (name.empty()) continue;
        if (name == fold(text) || name.substr(0, name.find(' ')) == fold(text)) return &draft;
    }
    return nullptr;
}

std::optional<Numbered> read_numbered(std::string_view clause) {
    clause = trim(clause);
    if (clause.starts_with('#')) clause.remove_prefix(1);
    Numbered numbered;
    const auto [end, error] = std::from_chars(clause.data(), clause.data() + clause.size(), numbered.number);
    if (error != std::errc{}) return std::nullopt;
    numbered.rest = clause.substr(static_cast<std::size_t>(end - clause.data()));
    const bool separate =
        numbered.rest.empty() || std::string_view(" .:,)=-").find(numbered.rest[0]) != std::string_view::npos;
    if (!separate) return std::nullopt;
    numbered.rest = trim(numbered.rest);
    while (!numbered.rest.empty() && std::string_view(".:,)=-").find(numbered.rest[0]) != std::string_view::npos)
        numbered.rest = trim(numbered.rest.substr(1));
    return numbered;
}

std::string_view without_verb(std::string_view rest) {
    for (const std::string_view verb : {"is ", "are "})
        if (fold(rest).starts_with(verb)) return trim(rest.substr(verb.size()));
    return rest;
}

// Without a number or "add", only what is typed like a name is taken for one.
bool typed_like_a_name(std::string_view clause) {
    const auto first = words(clause);
    return !first.empty() && capitalised(first[0]) == first[0] && fold(first[0]) != first[0];
}

} // namespace
} // namespace vera
