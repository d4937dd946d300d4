#include "dialogs/views/facts.hpp"

#include "core/reading/measure.hpp"
#include "core/text.hpp"
#include "core/words.hpp"
#include "dialogs/flags.hpp"
#include "dialogs/views/status.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace vera {
namespace {

RedFlag gap(const char* id, const char* about, const Influence&);

} // namespace

std::vector<const Influence*> theirs(const Deal& deal) {
    std::vector<const Influence*> found;
    for (const Influence& person : deal.people)
        if (!person.ours) found.push_back(&person);
    return found;
}

std::vector<const Influence*> with_role(const Deal& deal, Role role) {
    std::vector<const Influence*> found = theirs(deal);
    std::erase_if(found, [&](const Influence* person) { return !person->roles.contains(role); });
    return found;
}

std::vector<const Influence*> people_called(const Deal& deal, const std::string& folded) {
    std::vector<const Influence*> found;
    if (folded.empty()) return found;
    for (const Influence& person : deal.people) {
        if (fold(shown_name(person)) == folded) return {&person};
        if (fold(first_name(person)) == folded) found.push_back(&person);
    }
    return found;
}

std::string brief(const std::string& text, std::size_t most) {
    std::string line = text;
    std::ranges::replace(line, '\n', ' ');
    while (line.ends_with('.') || line.ends_with(' ')) line.pop_back(); // the sentence around it has its own
    return shorten(line, most);
}

std::string say_number(const Desk& desk, const Result& result, std::size_t most) {
    return brief(result.measure.to ? say_measure(result.measure, desk.today) : result.text, most);
}

std::string say_lost(const Desk& desk, const Lose& lose) {
    std::vector<std::string> what;
    for (const LoseKind kind : lose.kinds) what.push_back(sentence(desk, "lose." + std::string(enum_word(kind))));
    return brief(what.empty() ? in_chat(desk, lose.text) : in_chat(desk, say_list(what)));
}

std::string say_names(const std::vector<const Influence*>& people) {
    std::vector<std::string> names;
    for (const Influence* person : people) names.push_back(first_name(*person));
    return say_list(names);
}

std::string say_rating(int rating) { return (rating > 0 ? "+" : "") + std::to_string(rating); }
bool is_met(const Influence& person) { return person.contact.asked == Asked::answered && person.contact.spoken; }

std::vector<RedFlag> standing_flags(const Desk& desk, const Deal& deal) {
    std::vector<RedFlag> flags = flags_of(desk, deal);
    std::erase_if(flags, [](const RedFlag& flag) { return flag.standing != Standing::open; });
    return flags;
}

bool step_begins(const Desk& desk, const RedFlag& flag, std::string_view words) {
    const auto entry = desk.library.wording.entries.find("flag." + flag_key(flag) + ".step");
    return entry != desk.library.wording.entries.end() && entry->second.text.starts_with(words);
}

std::optional<RedFlag> first_gap(const Desk& desk, const Deal& deal, const Influence& person) {
    for (const RedFlag& flag : standing_flags(desk, deal))
        if (flag.person == person.person) return flag;
    const bool tender = deal.tender.is(true); // there only the Result counts
    if (is_only_coach(person)) return std::nullopt;
    if (person.result.asked == Asked::not_yet) return gap("RF-RES-NONE", "result", person);
    if (person.win.asked == Asked::not_yet && !tender) return gap("RF-WIN-NONE", "win", person);
    if (person.lose.asked == Asked::not_yet && !tender) return gap("RF-LOSE-UNTESTED", "lose", person);
    return std::nullopt;
}

std::vector<OpenStep> open_steps(const Deal& deal) {
    std::vector<OpenStep> open;
    const auto collect = [&](const std::string& name, const std::vector<Action>& actions) {
        for (const Action& action : actions)
            if (action.state == ActionState::open) open.push_back({name, &action});
    };
    for (const Influence& person : deal.people) collect(shown_name(person), person.actions);
    collect(deal.head.name, deal.actions);
    std::ranges::stable_sort(open, {}, [](const OpenStep& step) {
        return std::tuple{!step.action->due, step.action->due};
    });
    return open;
}

const Action* open_action(const Influence& person, std::string_view about) {
    const Action* first = nullptr;
    const auto when = [](const Action* action) { return std::tuple{!action->due, action->due}; };
    for (const Action& action : person.actions)
        if (action.state == ActionState::open && action.about == about && (!first || when(&action) < when(first)))
            first = &action;
    return first;
}

namespace {

RedFlag gap(const char* id, const char* about, const Influence& person) {
    RedFlag made;
    made.id = id;
    made.about = about;
    made.person = person.person;
    return made;
}

} // namespace
} // namespace vera
