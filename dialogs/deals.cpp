#include "dialogs/deals.hpp"

#include "core/text.hpp"
#include "dialogs/deal_states.hpp"
#include "dialogs/forms/forms.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/people/list.hpp"
#include "dialogs/reminders.hpp"
#include "dialogs/views/status.hpp"

#include <algorithm>

namespace vera {
namespace {

bool open_deal(Desk&, const DealId&);
std::string names_of(const std::vector<const DealHead*>&);
bool looks_like_account(std::string_view text);

} // namespace

bool new_deal(Desk& desk, std::string_view account) {
    bool explicit_deal = false;
    for (const auto* word : {"deal ", "account "})
        if (fold(account.substr(0, 8)).starts_with(trim(word)) && account.size() > std::string_view(word).size()) {
            account = trim(account.substr(std::string_view(word).size()));
            explicit_deal = true;
            break;
        }
    const bool form = account.empty() && desk.event.can_open_form;
    if (session(desk).pending && !explicit_deal && !form && !looks_like_account(account)) return false;
    if (account.empty()) return offer_form(desk, {"deal", {}, {}, {}}), true;
    if (const auto why = refused_account(desk, account)) return say_text(desk, *why), resume(desk), true;
    make_deal(desk, account);
    ask_step_first(desk, StepKind::people);
    return true;
}

std::optional<std::string> refused_account(const Desk& desk, std::string_view account) {
    const auto& heads = desk.plan.next.heads;
    if (!has_letter_or_digit(account)) return sentence(desk, "form.deal.typed");
    if (length(account) > limits::name_text)
        return sentence(desk, "bad.long_name", {{"n", std::to_string(limits::name_text)}});
    for (const DealHead& head : heads)
        if (fold(head.name) == fold(account)) return sentence(desk, "deal.exists", {{"account", head.name}});
    if (heads.size() >= limits::open_deals)
        return sentence(desk, "bad.full_deals", {{"n", std::to_string(limits::open_deals)}});
    return std::nullopt;
}

void make_deal(Desk& desk, std::string_view account) {
    Deal deal;
    deal.head.id = fresh_id<DealId>(desk, 'd');
    deal.head.owner = user(desk).id;
    deal.head.name = std::string(account);
    deal.head.created = desk.now;
    desk.plan.next.heads.insert(desk.plan.next.heads.begin(), deal.head);
    desk.plan.next.deals.push_back(deal);
    leave_deal(desk);
    focus(desk, deal.head.id);
    record(desk, "deal.created");
    say(desk, first_time(desk, "deal.made") ? "deal.made" : "deal.made_again");
}

bool go_to_deal(Desk& desk, std::string_view name) {
    const auto found = heads_called(desk.plan.next.heads, name);
    if (found.empty() && session(desk).pending && !looks_like_account(name)) return false;
    if (desk.plan.next.heads.empty()) return say(desk, "deal.none"), true;
    if (found.empty()) {
        std::vector<const DealHead*> all;
        for (const DealHead& head : desk.plan.next.heads) all.push_back(&head);
        say(desk, "deal.unknown", {{"text", shorten(name, limits::name_text)}, {"list", names_of(all)}});
        resume(desk);
    } else if (found.size() > 1) {
        say(desk, "deal.several", {{"list", names_of(found)}});
        resume(desk);
    } else if (open_deal(desk, found[0]->id)) {
        say(desk, "deal.switched", {}, LineStyle::heading);
        advance(desk);
    }
    return true;
}

// Two words typed, no buttons: nothing that could be pressed by mistake later.
bool ask_to_drop(Desk& desk, std::string_view name) {
    if (list_open(desk)) return false; // "drop 3" is about a row
    const auto found = heads_called(desk.plan.next.heads, name);
    if (found.size() != 1) {
        if (session(desk).pending) return false;
        say(desk, found.empty() ? "deal.drop_which" : "deal.several", {{"list", names_of(found)}});
        return true;
    }
    say(desk, "deal.drop_sure", {{"account", found[0]->name}});
    resume(desk);
    return true;
}

bool close_deal(Desk& desk, std::string_view name) {
    for (const DealHead& head : desk.plan.next.heads) {
        if (fold(head.name) != fold(name)) continue;
        if (Deal* deal = loaded(desk, head.id))
            take_leave(desk, *deal, DealState::dropped, "deal.dropped", "deal.dropped");
        return true;
    }
    return false;
}

namespace {

// Puts the deal into focus; when this turn cannot see it yet, asks to.
bool open_deal(Desk& desk, const DealId& id) {
    if (!loaded(desk, id)) return false;
    if (session(desk).deal != id) {
        leave_deal(desk);
        focus(desk, id);
    }
    return true;
}

std::string names_of(const std::vector<const DealHead*>& heads) {
    static constexpr std::size_t most = 10;
    std::vector<std::string> names;
    for (const DealHead* head : heads)
        if (names.size() < most) names.push_back(head->name);
    return say_list(names) + (heads.size() > most ? ", ..." : "");
}

// "new Nordkai" in the middle of a question starts a deal; "new owners since May" is an answer.
bool looks_like_account(std::string_view text) {
    const auto parts = words(text);
    return !parts.empty() && parts.size() <= 3 && std::ranges::all_of(parts, [](std::string_view word) {
        return capitalised(word) == word && has_letter_or_digit(word);
    }) && text.find_first_of("0123456789,.;:") == std::string_view::npos;
}

} // namespace
} // namespace vera
