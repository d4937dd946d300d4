#include "dialogs/views/fit.hpp"

#include "dialogs/people/list.hpp"
#include "dialogs/views/facts.hpp"
#include "dialogs/views/status.hpp"

namespace vera {
namespace {

void say_who_decides(Desk&, const Deal&);

} // namespace

void show_fit(Desk& desk, const Deal& deal) {
    const Slots account = {{"account", deal.head.name}};
    if (deal.tender.is(true)) {
        say(desk, "fit.tender", account);
        say(desk, "fit.tender_asks", {}, LineStyle::item);
        say(desk, "fit.tender_leaves", {}, LineStyle::item);
        return say(desk, "fit.tender_end", {}, LineStyle::context);
    }
    if (theirs(deal).empty()) return say(desk, "fit.nobody", account);
    say_who_decides(desk, deal);
    if (deal.tender.is(false))
        say(desk, "fit.people");
    else
        say(desk, deal.tender.asked == Asked::not_yet ? "fit.not_asked" : "fit.unknown", account, LineStyle::context);
}

namespace {

void say_who_decides(Desk& desk, const Deal& deal) {
    std::vector<std::string> parts;
    for (const Role role : {Role::economic, Role::technical, Role::user})
        for (const Influence* person : with_role(deal, role))
            parts.push_back(
                sentence(desk, "fit.row", {{"first", first_name(*person)}, {"roles", say_role(desk, role)}}));
    if (parts.empty())
        say(desk, "fit.roles_open", {{"account", deal.head.name}, {"list", say_names(theirs(deal))}});
    else
        say(desk, "fit.who", {{"account", deal.head.name}, {"list", say_list(parts)}});
}

} // namespace
} // namespace vera
