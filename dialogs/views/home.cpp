#include "dialogs/views/home.hpp"

#include "core/text.hpp"
#include "dialogs/flags.hpp"
#include "dialogs/forms/forms.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/people/list.hpp"
#include "dialogs/views/facts.hpp"

#include <algorithm>

namespace vera {
namespace {

inline constexpr std::size_t home_deals = max_buttons - 1; // one button is for a new deal
inline constexpr std::size_t name_in_button = 50;          // characters

std::vector<const Deal*> newest_live_deals(Desk&);
std::string say_gap(const Desk&, const Deal&);
void add_go_on(Desk&, const Deal&);

} // namespace

void show_home(Desk& desk) {
    desk.surface = Surface::home;
    const auto deals = newest_live_deals(desk);
    if (!desk.plan.needs.empty()) return;
    say(desk, "home.heading", {}, LineStyle::heading);
    if (deals.empty()) say(desk, "home.empty");
    for (const Deal* deal : deals) {
        say(desk, "home.deal", {{"account", deal->head.name}, {"text", say_gap(desk, *deal)}}, LineStyle::item);
        add_go_on(desk, *deal);
    }
    if (desk.plan.next.heads.size() > deals.size() && !deals.empty()) say(desk, "home.more", {}, LineStyle::context);
    add_button(desk, "home.new", form_choice({"deal", {}, {}, {}}));
    desk.notice = sentence(desk, "home.heading");
    if (!deals.empty()) desk.about = deals.front()->head.id;
}

void go_on_from_home(Desk& desk, const DealId& id) {
    if (!find_head(desk.plan.next, id)) return say(desk, "home.gone"), resume(desk);
    if (!loaded(desk, id)) return;
    session(desk).paused = false;
    const auto& open = session(desk).pending;
    if (open && open->deal == id) {
        focus(desk, id, open->person);
        say(desk, "stop.go_on", {}, LineStyle::heading);
        return ask_pending_again(desk);
    }
    if (session(desk).deal != id) {
        leave_deal(desk);
        focus(desk, id);
    }
    session(desk).skipped.clear();
    say(desk, "deal.switched", {}, LineStyle::heading);
    advance(desk);
}

namespace {

// Those not seen yet are asked for, once; what is not there then does not exist for this user.
std::vector<const Deal*> newest_live_deals(Desk& desk) {
    std::vector<const Deal*> found;
    const auto& seen = desk.before.seen.deals;
    std::size_t counted = 0;
    for (const DealHead& head : desk.plan.next.heads) {
        const bool live = head.state == DealState::open || head.state == DealState::verbal_yes;
        if (!live || counted == home_deals) continue;
        ++counted;
        if (const Deal* deal = find_deal(desk.plan.next, head.id))
            found.push_back(deal);
        else if (std::ranges::find(seen, head.id) == seen.end())
            desk.plan.needs.deals.push_back(head.id);
    }
    return found;
}

std::string say_gap(const Desk& desk, const Deal& deal) {
    if (theirs(deal).empty()) return sentence(desk, "home.nobody");
    const auto flags = standing_flags(desk, deal);
    return flags.empty() ? sentence(desk, "home.nothing_open") : flag_name(desk, deal, flags.front());
}

void add_go_on(Desk& desk, const Deal& deal) {
    const std::string label = sentence(desk, "home.button", {{"account", shorten(deal.head.name, name_in_button)}});
    desk.buttons.push_back(
        {label, {.question = {}, .value = home_go_on, .deal = deal.head.id, .person = {}, .action = {}}});
}

} // namespace
} // namespace vera
