#include "dialogs/people/people.hpp"

#include "core/limits.hpp"
#include "core/reading/tokens.hpp"
#include "core/text.hpp"
#include "dialogs/people/name_words.hpp"
#include "dialogs/people/names.hpp"

#include <algorithm>
#include <optional>

namespace vera {
namespace {

using namespace people;

// What has been read so far, and what it is still about.
struct Reader {
    PeopleRead read;
    std::size_t statement = 0; // the people before it; later ones were named in this statement
    bool upper = false;        // names are written with capitals in this text
    std::string title;         // said before its name: "the COO, Ingrid Aas"
    std::vector<Item> parts;   // said before anybody was named: "last word: Ingrid"
    bool soft = false;         // this statement began with "and"
    bool in_brackets = false;
    bool fresh = false;      // the last words were a name
    bool after_part = false; // the words before were for a part
    bool unread = false;     // the words before are left over, and may be somebody
};

void read_segment(Reader&, Words, const Item* next, const Item* after);
void read_item(Reader&, const Item&, const Item* next);
void read_part_item(Reader&, const Item&, const Item* next);
bool is_unnamed(const Reader&, const Words&, const Item* next);
void add_person(Reader&, const Words&, const Name&);
void add_unnamed(Reader&, const Words&);
void read_rest(Reader&, Words, const Item* next);
Around around(const Reader&, const Item* next, const Item* after);
Words without_edges(Words);
Draft* last_person(Reader&);

constexpr std::size_t max_segment_words = 80;

} // namespace

PeopleRead read_people(std::string_view text) {
    Reader reader;
    const std::vector<Item> items = people_items(text);
    reader.upper = std::ranges::any_of(items, [](const Item& item) {
        return item.kind == Item::Kind::word && starts_upper(item.text) && !is_shout(item.text) &&
               !is_title_word(item.text) && !is_stop_word(item.text) && !is_never_name(item.text);
    });
    Words words;
    const auto item_at = [&](std::size_t at) { return at < items.size() ? &items[at] : nullptr; };
    for (std::size_t at = 0; at <= items.size(); ++at) {
        if (at < items.size() && items[at].kind == Item::Kind::word) {
            words.push_back(items[at].text);
            continue;
        }
        if (!words.empty()) read_segment(reader, std::move(words), item_at(at), item_at(at + 1));
        words.clear();
        if (at < items.size()) read_item(reader, items[at], item_at(at + 1));
    }
    if (!reader.title.empty()) add_unnamed(reader, {reader.title});
    for (const Item& part : reader.parts) reader.read.leftover.push_back(part.text);
    return std::move(reader.read);
}

namespace {

void read_item(Reader& reader, const Item& item, const Item* next) {
    switch (item.kind) {
    case Item::Kind::part:
        read_part_item(reader, item, next);
        break;
    case Item::Kind::comma:
        reader.after_part = reader.unread = false;
        break;
    case Item::Kind::open:
    case Item::Kind::close:
        reader.in_brackets = item.kind == Item::Kind::open;
        break;
    case Item::Kind::stop:
    case Item::Kind::and_:
        if (!reader.title.empty()) add_unnamed(reader, {std::exchange(reader.title, {})});
        reader.statement = reader.read.people.size();
        reader.soft = item.kind == Item::Kind::and_;
        reader.after_part = reader.unread = reader.fresh = false;
        break;
    default:
        break;
    }
}

// "... and decides" is said of the one before; "last word: Ingrid" of the one to come.
void read_part_item(Reader& reader, const Item& item, const Item* next) {
    const bool word_next = next && next->kind == Item::Kind::word;
    const bool leads =
        word_next ? !reader.soft || item.part == Part::ours : !reader.soft && next && next->kind == Item::Kind::comma;
    if (word_next) reader.fresh = false;
    reader.after_part = true;
    if (reader.unread) return reader.read.leftover.push_back(item.text); // of somebody who was not read
    Draft* person = last_person(reader);
    if (!person && !leads && !reader.read.people.empty()) person = &reader.read.people.back();
    if (person) return take_part(*person, item.part);
    reader.parts.push_back(item);
}

void read_segment(Reader& reader, Words words, const Item* next, const Item* after) {
    const auto somebody = std::ranges::find_if(words, [](const auto& word) {
        return is_one_of(fold(word), {"someone", "somebody"});
    });
    if (somebody != words.end() && somebody != words.begin() &&
        somebody + 1 != words.end()) { // "... every day someone in IT"
        read_segment(reader, Words(words.begin(), somebody), nullptr, nullptr);
        reader.statement = reader.read.people.size();
        return read_segment(reader, Words(somebody, words.end()), next, after);
    }
    const bool about_last = std::ranges::any_of(words.begin(), words.begin() + 1, is_said_of_them);
    if (about_last && reader.statement == reader.read.people.size() && reader.statement > 0) --reader.statement;
    if (words.size() > max_segment_words) return reader.read.leftover.push_back(joined(words, 0, words.size()));
    if (counts_people(words)) return add_unnamed(reader, words);
    words = without_edges(std::move(words));
    if (words.empty()) return;
    if (words.size() > 2 && reader.upper && is_place_lead(words[0]) && end_of_upper_name(words, 1) > 2 &&
        !last_person(reader))
        words.erase(words.begin()); // "the final yes comes from Harald Fuchs"
    if (words.size() == 1 && words[0].find('@') != std::string::npos) {
        const std::string name = mail_name(words[0]);
        const Draft* last = last_person(reader);
        if (!name.empty() && (!last || fold(last->name) != fold(name))) add_person(reader, {name}, {0, 1, false});
        reader.read.leftover.push_back(words[0]);
        return;
    }
    if (is_unnamed(reader, words, next)) return add_unnamed(reader, words);
    if (const auto name = find_name(words, around(reader, next, after))) {
        add_person(reader, words, *name);
        reader.fresh = name->end == words.size();
        return read_rest(reader, Words(words.begin() + static_cast<std::ptrdiff_t>(name->end), words.end()), next);
    }
    const bool before_name =
        next && next->kind == Item::Kind::comma && after && starts_upper(after->text) && reader.upper;
    if (!last_person(reader) && is_title_only(words) && before_name && reader.title.empty()) {
        reader.title = joined(words, 0, words.size());
        return;
    }
    read_rest(reader, std::move(words), next);
    reader.fresh = false;
}

// "someone in IT", "the CFO", "two people in IT", "Ingrid's boss", "procurement" before "can stop it".
bool is_unnamed(const Reader& reader, const Words& words, const Item* next) {
    const std::string first = fold(words[0]);
    if (first == "someone" || first == "somebody") return words.size() > 1;
    const bool named = reader.read.people.size() > reader.statement;
    const bool wants_title =
        named && reader.read.people.back().title.empty() && !reader.read.people.back().name.empty();
    if (reader.in_brackets || wants_title) return false;
    const std::size_t begin = is_possessive(words[0]) ? 1 : 0;
    if (begin == words.size()) return false;
    Words rest(words.begin() + static_cast<std::ptrdiff_t>(begin), words.end());
    if (begin == 1)
        return std::ranges::all_of(rest, [](const auto& word) { return is_relation(word) || is_title_word(word); });
    const bool has_part = next && next->kind == Item::Kind::part;
    const bool pronoun = first == "it" && words[0] != "IT";
    const bool whole = !named && reader.read.people.empty() && reader.read.leftover.empty() && !next;
    return is_title_only(words) && !pronoun && (has_part || whole);
}

void add_person(Reader& reader, const Words& words, const Name& name) {
    Draft draft;
    Words said(words.begin() + static_cast<std::ptrdiff_t>(name.begin),
               words.begin() + static_cast<std::ptrdiff_t>(name.end));
    for (std::size_t i = 0; i < said.size(); ++i)
        if (i == 0 || !is_particle(said[i])) said[i] = capitalised(said[i]);
    if (const std::string& last = said.back(); said.size() == 1 && is_possessive(last) && fold(last).ends_with("'s"))
        said.back() = last.substr(0, last.size() - (last.ends_with("'s") ? 2 : 4)); // "Petra's with us"
    draft.name = shorten(joined(said, 0, said.size()), limits::name_text);
    if (!reader.title.empty()) draft.title = std::exchange(reader.title, {});
    if (name.behind_title) {
        Words title(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(name.begin));
        if (is_possessive(title[0]) && !reader.read.people.empty() && !reader.read.people.back().name.empty() &&
            !starts_upper(title[0])) {
            const std::string& other = reader.read.people.back().name; // "her boss" of the one before
            title[0] = other.substr(0, other.find(' ')) + "'s";
        }
        draft.title = shorten(joined(title, 0, title.size()), limits::name_text);
    }
    for (const Item& part : reader.parts) take_part(draft, part.part);
    reader.parts.clear();
    reader.read.people.push_back(std::move(draft));
}

void add_unnamed(Reader& reader, const Words& words) {
    Draft draft;
    draft.title = shorten(joined(words, 0, words.size()), limits::name_text);
    for (const Item& part : reader.parts) take_part(draft, part.part);
    reader.parts.clear();
    reader.read.people.push_back(std::move(draft));
}

// Words behind a name: somebody else with a title, a title, or left over.
void read_rest(Reader& reader, Words words, const Item* next) {
    const auto is_place = [](const auto& word) { return is_place_lead(word); };
    const std::size_t before = words.size();
    const auto lead =
        std::ranges::find_if_not(words, [](const auto& word) { return is_stop_word(word) || is_place_lead(word); });
    const bool place = std::ranges::any_of(words.begin(), lead, is_place);
    words.erase(words.begin(), lead);
    while (!words.empty() && is_stop_word(words.back())) words.pop_back();
    if (words.empty()) return;
    for (std::size_t at = 1; reader.upper && !reader.in_brackets && at + 1 < words.size();
         ++at) { // "COO Devrim Kaya IT"
        const std::size_t end = starts_upper(words[at]) ? end_of_upper_name(words, at) : at;
        const bool titled = end < words.size() ? is_title_word(words[end]) : next && next->kind == Item::Kind::part;
        if (end < at + 2 || !titled || is_one_of(fold(words[at - 1]), {"of", "for", "in", "and"})) continue;
        read_rest(reader, Words(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at)), nullptr);
        add_person(reader, words, {at, end, false});
        reader.read.people.back().title.clear();
        return read_rest(reader, Words(words.begin() + static_cast<std::ptrdiff_t>(end), words.end()), next);
    }
    Draft* last = last_person(reader);
    const bool wants_title = last && !last->name.empty() && last->title.empty();
    const bool titled = place || std::ranges::any_of(words, [](const auto& word) {
                            return is_title_word(word) || is_shout(word) || is_relation(word);
                        });
    const bool done = std::ranges::any_of(words, is_verb);
    const auto degree = std::ranges::find_if(words, is_degree);
    if (wants_title && degree != words.begin() && degree != words.end()) { // "quality, a bit slow"
        read_rest(reader, Words(degree, words.end()), next);
        words.erase(degree, words.end());
        while (!words.empty() && is_stop_word(words.back())) words.pop_back();
        return read_rest(reader, std::move(words), next);
    }
    // Right behind a name with capitals, what stands between commas is mostly a title: "Linh Tran, exam office".
    const bool in_its_place = reader.upper && reader.fresh && words.size() <= 4 && degree == words.end();
    std::string text = joined(words, 0, words.size());
    if (wants_title && (titled || in_its_place) && !done && before > 0)
        last->title = shorten(text, limits::name_text);
    else
        reader.read.leftover.push_back(text);
    const bool title = wants_title && (titled || in_its_place) && !done;
    const bool adverb =
        std::ranges::all_of(words, [](const auto& word) { return is_never_name(word) || is_degree(word); });
    reader.unread = !title && !adverb && next && next->kind == Item::Kind::part && words.size() > 1;
}

// Without what says nothing at the edges; "from" and "in" at the front lead a place and stay.
Words without_edges(Words words) {
    const auto keep =
        std::ranges::find_if(words, [](const auto& word) { return !is_stop_word(word) || is_place_lead(word); });
    words.erase(words.begin(), keep);
    while (!words.empty() && is_stop_word(words.back()) && !is_title_word(words.back())) words.pop_back();
    return words;
}

Around around(const Reader& reader, const Item* next, const Item* after) {
    const bool named = reader.read.people.size() > reader.statement;
    return {
        named ? &reader.read.people.back() : nullptr, next, after, reader.upper, reader.in_brackets, reader.after_part};
}

Draft* last_person(Reader& reader) {
    const bool any = reader.read.people.size() > reader.statement;
    return any ? &reader.read.people.back() : nullptr;
}

} // namespace
} // namespace vera
