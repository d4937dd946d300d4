#include "dialogs/views/demo.hpp"

#include "dialogs/flags.hpp"
#include "dialogs/people/list.hpp"
#include "dialogs/views/demo_deal.hpp"
#include "dialogs/views/picture.hpp"
#include "dialogs/views/prep.hpp"

#include <algorithm>
#include <array>

namespace vera {
namespace {

using Screen = void (*)(Desk&, const Deal&);
void screen_list(Desk&, const Deal&);
void screen_answer(Desk&, const Deal&);
void screen_flag(Desk&, const Deal&);
void screen_nudge(Desk&, const Deal&);
void screen_picture(Desk&, const Deal&);
void screen_end(Desk&, const Deal&);
constexpr std::array<Screen, 6> screens = {screen_list,  screen_answer,  screen_flag,
                                           screen_nudge, screen_picture, screen_end};
State state_of_demo(const Desk&);

} // namespace

int demo_screens() { return static_cast<int>(screens.size()); }

void show_demo(Desk& desk, int screen) {
    MUST(screen >= 1 && screen <= demo_screens());
    const State state = state_of_demo(desk);
    Desk stage = open_desk(desk.library, state, desk.event, desk.now);
    screens[static_cast<std::size_t>(screen - 1)](stage, *deal_in_focus(stage));
    say(desk, "demo.heading", {{"n", std::to_string(screen)}, {"of", std::to_string(demo_screens())}},
        LineStyle::context);
    for (Line& line : stage.lines) desk.lines.push_back(std::move(line));
    if (screen == demo_screens()) return;
    Choice next;
    next.value = "demo.next";
    add_button(desk, "demo.button.next", next);
}

namespace {

State state_of_demo(const Desk& desk) {
    State state;
    state.user.id = user(desk).id;
    state.user.name = user(desk).name;
    state.user.zone = user(desk).zone;
    state.deals = {demo_deal(desk.library.wording, desk.today)};
    state.deals[0].head.owner = state.user.id;
    state.heads = {state.deals[0].head};
    state.session.deal = state.deals[0].head.id;
    return state;
}

void screen_list(Desk& desk, const Deal& deal) {
    say(desk, "demo.list");
    int number = 0;
    for (const Influence& person : deal.people)
        say_text(desk, std::to_string(++number) + ". " +
                           sentence(desk, "row.person",
                                    {{"name", shown_name(person)},
                                     {"title", say_title(person.title)},
                                     {"roles", say_roles(desk, person.roles, person.owns_old_way, person.ours)}}));
    say(desk, "demo.list_after");
}

void screen_answer(Desk& desk, const Deal& deal) {
    focus(desk, deal.head.id, deal.people[0].person);
    say(desk, "person.win.ask");
    say(desk, "demo.seller", {{"text", deal.people[0].win.text.reveal()}}, LineStyle::quote);
    say(desk, "person.evidence.ask");
    say(desk, "demo.seller", {{"text", sentence(desk, "demo.obvious")}}, LineStyle::quote);
    say(desk, "person.evidence.guess",
        {{"coach", sentence(desk, "person.evidence.coach", {{"name", coach_name(desk, deal, {})}})}});
    say(desk, "demo.answer_after");
}

void screen_flag(Desk& desk, const Deal& deal) {
    const auto flags = flags_of(desk, deal);
    const auto of_somebody = std::ranges::find_if(flags, [](const RedFlag& flag) { return !flag.person.empty(); });
    MUST(of_somebody != flags.end());
    name_flag(desk, deal, *of_somebody);
    say(desk, "person.next_step.suggestion", {{"text", flag_step(desk, deal, *of_somebody)}});
    say(desk, "demo.flag_after");
}

void screen_nudge(Desk& desk, const Deal& deal) {
    say(desk, "demo.nudge", {{"first", first_name(deal.people[0])}});
    show_attendee(desk, deal, deal.people[0], 1);
    say(desk, "demo.nudge_after");
}

void screen_picture(Desk& desk, const Deal& deal) {
    show_picture(desk, deal);
    say(desk, "demo.picture_after");
}

void screen_end(Desk& desk, const Deal&) {
    say(desk, "demo.end");
    say(desk, "demo.end_hint", {}, LineStyle::context);
}

} // namespace
} // namespace vera
