#include "dialogs/settings.hpp"

#include "core/text.hpp"
#include "dialogs/forms/forms.hpp"
#include "dialogs/interview.hpp"

namespace vera {

bool set_zone(Desk& desk, std::string_view text) {
    if (text.empty()) return zone(desk), true;
    if (text.find('/') == std::string_view::npos && text != "UTC") return false;
    const auto found = find_zone(text);
    if (!found) return say(desk, "zone.unknown", {{"text", shorten(text, limits::name_text)}}), resume(desk), true;
    move_to_zone(desk, *found);
    say(desk, "zone.set", {{"text", found->name()}});
    resume(desk);
    return true;
}

void move_to_zone(Desk& desk, const Zone& zone) {
    if (zone == user(desk).zone) return;
    desk.plan.next.user.zone = zone;
    desk.today = day_of(desk.now, zone);
    for (const DealHead& head : desk.plan.next.heads) desk.plan.errands.push_back({"replan", head.id});
}

void settings(Desk& desk) {
    if (!desk.event.can_open_form)
        say(desk, "settings.now",
            {{"text", user(desk).zone.name()},
             {"depth",
              sentence(desk, user(desk).full_depth ? "form.settings.depth.full" : "form.settings.depth.short")},
             {"words", sentence(desk, user(desk).method_words ? "form.settings.words.method"
                                                              : "form.settings.words.everyday")}});
    offer_form(desk, {"settings", {}, {}, {}});
    if (!desk.event.can_open_form) resume(desk);
}

void zone(Desk& desk) {
    say(desk, "zone.now", {{"text", user(desk).zone.name()}});
    resume(desk);
}

bool set_depth(Desk& desk, std::string_view text) {
    const std::string folded = fold(text);
    if (folded != "full" && folded != "short") return session(desk).pending ? false : (say(desk, "depth.which"), true);
    desk.plan.next.user.full_depth = folded == "full";
    say(desk, "depth." + folded);
    return resume(desk), true;
}

bool set_words(Desk& desk, std::string_view text) {
    const std::string folded = fold(text);
    if (folded != "method" && folded != "everyday")
        return session(desk).pending ? false : (say(desk, "words.which"), true);
    desk.plan.next.user.method_words = folded == "method";
    say(desk, "words." + folded);
    return resume(desk), true;
}

} // namespace vera
