// The next step with a person: what we do about the gap.
#include "core/reading/when.hpp"
#include "core/text.hpp"
#include "dialogs/fields/fields.hpp"
#include "dialogs/flags.hpp"
#include "dialogs/people/name_words.hpp"
#include "dialogs/reminders.hpp"
#include "dialogs/views/status.hpp"

#include <algorithm>
#include <array>

namespace vera {
namespace {

Heard next_step_from_text(Desk&, std::string_view text);
void next_step_from_value(Desk&, const std::string& value);
void add_step(Desk&, Influence&, Action);
Action new_action(Desk&, const Influence&, std::string text);
std::string doer(std::string_view text, Day today);
bool says_who_does(const std::vector<std::string_view>& said);

} // namespace

Fields next_step_fields() {
    return {
        {StepKind::next_step,
         {.record = "next_step.changed",
          .from_text = next_step_from_text,
          .from_value = next_step_from_value,
          .asked = [](Deal&, Influence* person) { return &person->next_step_asked; },
          .so_far =
              [](const Deal&, const Influence* person) {
                  return person->actions.empty() ? std::string() : person->actions.back().text;
              }}},
    };
}

namespace {

Heard next_step_from_text(Desk& desk, std::string_view text) {
    if (means_nothing(text)) {
        next_step_from_value(desk, "none");
        return Heard::stored;
    }
    Influence& person = *person_in_focus(desk);
    Action action = new_action(desk, person, std::string(text));
    if (const auto day = find_due(text, desk.today); day && days_between(desk.today, day->day) >= 0)
        action.due = day->day;
    add_step(desk, person, std::move(action));
    return Heard::stored;
}

void next_step_from_value(Desk& desk, const std::string& value) {
    Influence& person = *person_in_focus(desk);
    const auto flag = top_flag(desk, *deal_in_focus(desk), person.person);
    if (value == "none" || !flag) {
        person.next_step_asked = Asked::answered;
        return say(desk, "person.next_step.none");
    }
    Action action = new_action(desk, person, capitalised(flag_step(desk, *deal_in_focus(desk), *flag)));
    action.due = next_working_day(desk.today);
    add_step(desk, person, std::move(action));
}

Action new_action(Desk& desk, const Influence& person, std::string text) {
    Action action;
    action.id = fresh_id<ActionId>(desk, 'a');
    action.who = doer(text, desk.today);
    action.text = std::move(text);
    if (const auto flag = top_flag(desk, *deal_in_focus(desk), person.person)) action.about = flag->about;
    action.source = source_now(desk);
    return action;
}

// "Ana talks to Devrim", "by Thursday Ana talks to Devrim", "let's have Ana talk", "Ana->Devrim": a name and
// what it does. Anything else is the seller's own step.
std::string doer(std::string_view text, Day today) {
    if (const auto arrow = text.find("->"); arrow != std::string_view::npos && words(text.substr(0, arrow)).size() == 1)
        return people::starts_upper(trim(text)) ? std::string(trim(text.substr(0, arrow))) : std::string();
    const auto day = find_due(text, today);
    const bool day_first = day && words(text.substr(0, day->begin)).size() < 2;
    const auto said = words(trim(day_first ? text.substr(day->end) : text));
    for (std::size_t i = 0; i + 2 < std::min<std::size_t>(said.size(), 5); ++i)
        if (i < 2 && (said[i] == "have" || said[i] == "let") && people::starts_upper(said[i + 1]) &&
            said[i + 2] != "know")
            return std::string(said[i + 1]);
    if (said.size() < 3) return {};
    const bool does = said[1].size() > 2 && said[1].ends_with('s') && !people::starts_upper(said[1]);
    if (people::starts_upper(said[0])) return does || said[1] == "will" ? std::string(said[0]) : std::string();
    return says_who_does(said) ? capitalised(said[0]) : std::string();
}

// "ana talks to devrim": without capitals only a verb that is no noun tells a name.
bool says_who_does(const std::vector<std::string_view>& said) {
    static constexpr std::array verbs = {"asks", "sends", "meets", "writes", "brings", "prepares", "takes", "tells"};
    static constexpr std::array nobody = {"he", "she", "they", "it", "who", "that", "which", "this", "someone"};
    const auto is = [](std::string_view word) { return [word](std::string_view known) { return known == word; }; };
    const bool does = std::ranges::any_of(verbs, is(said[1])) || (said[1] == "talks" && said[2] == "to");
    return does && std::ranges::none_of(nobody, is(said[0]));
}

void add_step(Desk& desk, Influence& person, Action action) {
    person.next_step_asked = Asked::answered;
    if (person.actions.size() == limits::actions) {
        return say(desk, "person.next_step.full", {{"n", std::to_string(limits::actions)}});
    }
    if (action.due) {
        const Time when = plan_reminder(desk, *deal_in_focus(desk), person.person, action);
        say(desk, "person.next_step.echo_due",
            {{"text", action.text}, {"when", say_day(day_of(when, user(desk).zone), desk.today)}});
    } else {
        say(desk, "person.next_step.echo", {{"text", action.text}});
    }
    person.actions.push_back(std::move(action));
}

} // namespace
} // namespace vera
