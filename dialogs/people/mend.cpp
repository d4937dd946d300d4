// Mending the list of people by number and words. Each change is one clause: "2 is Technical",
// "2 is called Ana Ruiz", "4 is Tomasz Wilk, shift lead", "5 is 2", "remove 3", "Petra is out", "2 and 3
// are users", or somebody new.
#include "core/text.hpp"
#include "dialogs/people/list.hpp"
#include "dialogs/people/mend_words.hpp"
#include "dialogs/people/people.hpp"

#include <algorithm>
#include <array>

namespace vera {
namespace {

std::optional<Numbered> read_named(Desk&, std::string_view clause);
std::vector<std::string_view> mends_in(Desk&, std::string_view clause);
bool mend_several(Desk&, const Numbers&);
bool mend_only(Desk&, std::string_view clause);
bool swap_rows(Desk&, std::string_view rest);
bool remove_named(Desk&, std::string_view who);
bool mend_clause(Desk&, std::string_view clause);
bool mend_row(Desk&, const ListRow&, std::string_view rest);
bool mend_person(Desk&, std::size_t row, std::string_view rest);
bool fill_chair(Desk&, const ListRow&, std::string_view rest);
bool remove_row(Desk&, std::size_t number);
Draft* named_draft(Desk&, std::string_view text);

} // namespace

Mended mend_list(Desk& desk, std::string_view text) {
    static constexpr std::array yes = {"yes",         "y",       "ok",        "okay",         "right",
                                       "looks right", "correct", "fine",      "that's right", "looks good",
                                       "good",        "done",    "yes it is", "all right"};
    if (std::ranges::find(yes, fold(text)) != yes.end()) return Mended::confirmed;
    bool any = false;
    for (const auto clause : split(text, ";\n"))
        for (const auto part : mends_in(desk, clause)) any = mend_clause(desk, part) || any;
    return any ? Mended::yes : Mended::not_understood;
}

namespace {

// "Petra is Technical, 3 is out": cut where a number or somebody of the list is followed by a verb.
std::vector<std::string_view> mends_in(Desk& desk, std::string_view clause) {
    std::vector<std::string_view> found;
    const auto said = words(clause);
    std::size_t begin = 0;
    for (std::size_t i = 1; i + 1 < said.size(); ++i) {
        const bool behind = said[i - 1].ends_with(',') || fold(said[i - 1]) == "and";
        const bool again = read_numbered(said[i]) || named_draft(desk, said[i]);
        const bool first_done = i > 1 && begin + 1 < i && !(i - begin == 2 && fold(said[i - 1]) == "and");
        if (!behind || !again || !first_done || !is_mending_verb(said[i + 1])) continue;
        const std::size_t last = fold(said[i - 1]) == "and" ? i - 2 : i - 1;
        const char* end = said[last].data() + said[last].size();
        found.push_back(trim(std::string_view(said[begin].data(), static_cast<std::size_t>(end - said[begin].data()))));
        begin = i;
    }
    if (begin < said.size()) {
        const auto at = static_cast<std::size_t>(said[begin].data() - clause.data());
        found.push_back(trim(clause.substr(at)));
    }
    return found;
}

bool mend_clause(Desk& desk, std::string_view clause) {
    const std::string folded = fold(clause);
    for (const std::string_view verb : {"remove ", "delete ", "drop ", "without "})
        if (folded.starts_with(verb) && remove_named(desk, clause.substr(verb.size()))) return true;
    if (folded.starts_with("swap ")) return swap_rows(desk, clause.substr(5));
    if (starts_with_word(folded, "only") && words(clause).size() > 2)
        return mend_only(desk, trim(clause.substr(clause.find(' '))));
    if (const auto numbered = read_numbered(clause)) {
        const auto rows = list_rows(session(desk).drafts);
        if (const auto all = read_numbers(clause); all.numbers.size() > 1) return mend_several(desk, all);
        if (numbered->number >= 1 && numbered->number <= rows.size())
            return mend_row(desk, rows[numbered->number - 1], without_verb(numbered->rest));
        say(desk, "deal.confirm.no_row",
            {{"text", std::to_string(numbered->number)}, {"n", std::to_string(rows.size())}});
        return true;
    }
    const bool several =
        typed_like_a_name(clause) && read_people(clause).people.size() > 1; // "Ingrid decides, Devrim can stop it"
    if (const auto named = several ? std::nullopt : read_named(desk, clause)) {
        const bool mends = read_part(named->rest).any() || is_gone(without_verb(named->rest)) ||
                           starts_with_word(fold(named->rest), "is");
        if (mends && is_mending_verb(words(named->rest)[0]))
            return mend_row(desk, {.draft = named->number, .role = {}}, without_verb(named->rest));
    }
    const bool add = folded.starts_with("add ");
    if (!add && !typed_like_a_name(clause)) return false;
    const auto people = read_people(add ? clause.substr(4) : clause).people;
    if (people.empty()) return false;
    add_to_list(desk, add ? clause.substr(4) : clause);
    return true;
}

// "2 and 3 are users"
bool mend_several(Desk& desk, const Numbers& all) {
    const std::string_view rest = without_verb(all.rest);
    if (!read_part(rest).any()) return false;
    for (const std::size_t number : all.numbers)
        if (number < 1 || number > session(desk).drafts.size()) return false;
    for (const std::size_t number : all.numbers) mend_person(desk, number - 1, rest);
    return true;
}

// "only 1 has the last word": nobody else has.
bool mend_only(Desk& desk, std::string_view clause) {
    auto& drafts = session(desk).drafts;
    const auto numbered = read_numbered(clause);
    const auto named = numbered ? numbered : read_named(desk, clause);
    if (!named || (numbered && (named->number < 1 || named->number > drafts.size()))) return false;
    const std::size_t row = numbered ? named->number - 1 : named->number;
    const PartRead part = read_part(named->rest);
    if (part.roles.empty()) return false;
    for (std::size_t i = 0; i < drafts.size(); ++i)
        for (const Role role : part.roles)
            if (i != row) drafts[i].roles.erase(role);
    drafts[row].roles.insert(part.roles.begin(), part.roles.end());
    return true;
}

bool swap_rows(Desk& desk, std::string_view rest) {
    auto& drafts = session(desk).drafts;
    const auto rows = read_numbers(rest);
    if (rows.numbers.size() != 2 || !rows.rest.empty()) return false;
    for (const std::size_t number : rows.numbers)
        if (number < 1 || number > drafts.size()) return false;
    std::swap(drafts[rows.numbers[0] - 1], drafts[rows.numbers[1] - 1]);
    return true;
}

bool remove_named(Desk& desk, std::string_view who) {
    if (const auto numbered = read_numbered(who)) return remove_row(desk, numbered->number);
    const auto& drafts = session(desk).drafts;
    const Draft* draft = named_draft(desk, who);
    return draft && remove_row(desk, static_cast<std::size_t>(draft - drafts.data()) + 1);
}

bool mend_row(Desk& desk, const ListRow& row, std::string_view rest) {
    if (rest.empty()) return false;
    const bool called = starts_with_word(fold(rest), "called") && rest.find(' ') != std::string_view::npos;
    if (called) rest = trim(rest.substr(rest.find(' ')));
    if (!row.draft) return fill_chair(desk, row, rest);
    if (is_gone(rest)) return remove_row(desk, *row.draft + 1);
    return mend_person(desk, *row.draft, rest);
}

// Words for a part replace the parts; "also" adds. What is left renames, or gives the title; whoever else
// is named in it joins the list.
bool mend_person(Desk& desk, std::size_t row, std::string_view rest) {
    const std::string folded = fold(rest);
    const bool also = has_word(folded, "also") || has_word(folded, "too") || has_word(folded, "as well");
    const PartRead part = read_part(rest);
    const PeopleRead read = read_people(part.rest);
    Draft& draft = session(desk).drafts[row];
    if (part.any()) {
        if (!also && !part.roles.empty()) draft.roles.clear();
        draft.roles.insert(part.roles.begin(), part.roles.end());
        draft.owns_old_way = draft.owns_old_way || part.owns_old_way;
        draft.ours = draft.ours || part.ours;
    }
    if (!read.people.empty() && read.people[0].name.empty()) {
        draft.title = read.people[0].title;
    } else if (!read.people.empty()) {
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

// Who of the list a clause begins with, as the place in the list, and what is said of them.
std::optional<Numbered> read_named(Desk& desk, std::string_view clause) {
    const auto said = words(clause);
    for (std::size_t count = std::min<std::size_t>(said.size(), 4); count-- > 1;) {
        const std::string_view last = said[count - 1];
        const auto end = static_cast<std::size_t>(last.data() - clause.data()) + last.size();
        if (const Draft* draft = named_draft(desk, clause.substr(0, end)))
            return Numbered{static_cast<std::size_t>(draft - session(desk).drafts.data()), trim(clause.substr(end))};
    }
    return std::nullopt;
}

} // namespace
} // namespace vera
