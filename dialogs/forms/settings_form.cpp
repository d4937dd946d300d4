// What a seller may set for themselves, in one form.
#include "core/text.hpp"
#include "dialogs/forms/rooms.hpp"
#include "dialogs/settings.hpp"

namespace vera {
namespace {

std::optional<Form> filled_settings(Desk&, const FormKey&);
void read_settings(Desk&, const Submitted&, FormReading&);

} // namespace

FormRoom settings_form() { return {filled_settings, read_settings}; }

namespace {

std::optional<Form> filled_settings(Desk& desk, const FormKey& key) {
    Form form = empty_form(desk, key);
    FormField depth = choice_field(desk, "settings", "depth", user(desk).full_depth ? "full" : "short");
    for (const auto* value : {"short", "full"})
        add_option(depth, value, sentence(desk, "form.settings.depth." + std::string(value)));
    FormField words = choice_field(desk, "settings", "words", user(desk).method_words ? "method" : "everyday");
    for (const auto* value : {"everyday", "method"})
        add_option(words, value, sentence(desk, "form.settings.words." + std::string(value)));
    form.fields = {line_field(desk, "settings", "zone", user(desk).zone.name()), depth, words};
    return form;
}

void read_settings(Desk& desk, const Submitted& sent, FormReading& reading) {
    const std::string zone = value_of(sent.values, "zone");
    const auto found = zone.empty() ? user(desk).zone : find_zone(zone);
    if (!found)
        return refuse(reading, "zone", sentence(desk, "zone.unknown", {{"text", shorten(zone, limits::name_text)}}));
    auto& settings = desk.plan.next.user;
    move_to_zone(desk, *found);
    if (const auto depth = value_of(sent.values, "depth"); !depth.empty()) settings.full_depth = depth == "full";
    if (const auto words = value_of(sent.values, "words"); !words.empty()) settings.method_words = words == "method";
    say(desk, settings == desk.before.user ? "form.settings.unchanged" : "form.settings.changed");
    go_on_after(desk, reading);
}

} // namespace
} // namespace vera
