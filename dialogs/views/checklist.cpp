#include "dialogs/views/checklist.hpp"

#include "core/flags/weight.hpp"
#include "core/progress.hpp"
#include "dialogs/views/facts.hpp"
#include "dialogs/views/status.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace vera {
namespace {

struct OpenBox {
    const Influence* person = nullptr;
    Box box;
};

void say_step(Desk&, const Deal&, const Progress&, MethodStep);
std::string say_boxes(const Desk&, const Deal&, const Progress&, MethodStep);
std::vector<const Influence*> ticked(const Deal&, const Progress&, MethodStep, Ticked);
void say_next_box(Desk&, const Deal&, const Progress&);
std::optional<OpenBox> next_box(const Desk&, const Deal&, const Progress&);
std::vector<OpenBox> open_boxes(const Deal&, const Progress&);
const char* step_key(MethodStep);
const char* box_key(const Box&);

} // namespace

void show_checklist(Desk& desk, const Deal& deal) {
    const Progress found = progress(deal);
    if (found.people.empty()) return say(desk, "status.empty", {{"account", deal.head.name}});
    say(desk, "checklist.heading", {{"account", deal.head.name}}, LineStyle::heading);
    for (const MethodStep step : method_steps) say_step(desk, deal, found, step);
    if (found.sheet == Ticked::open || found.sheet == Ticked::not_asked)
        say(desk, "checklist.no_sheet", {}, LineStyle::context);
    say_next_box(desk, deal, found);
}

namespace {

void say_step(Desk& desk, const Deal& deal, const Progress& found, MethodStep step) {
    const std::string number = std::to_string(static_cast<int>(step) + 1);
    say(desk, "checklist.step",
        {{"n", number}, {"text", sentence(desk, step_key(step))}, {"list", say_boxes(desk, deal, found, step)}});
}

std::string say_boxes(const Desk& desk, const Deal& deal, const Progress& found, MethodStep step) {
    static constexpr std::array<std::pair<Ticked, const char*>, 3> groups = {
        {{Ticked::done, "checklist.done"}, {Ticked::open, "checklist.open"}, {Ticked::not_asked, "checklist.not_yet"}}};
    const StepCount counted = count(found, step);
    if (counted.of == 0) return sentence(desk, "checklist.for_nobody");
    if (counted.done == counted.of) return sentence(desk, "checklist.all_done");
    std::string text;
    for (const auto& [state, key] : groups) {
        const auto people = ticked(deal, found, step, state);
        if (people.empty()) continue;
        text += (text.empty() ? "" : "; ") + sentence(desk, key, {{"list", say_names(people)}});
    }
    return text;
}

std::vector<const Influence*> ticked(const Deal& deal, const Progress& found, MethodStep step, Ticked state) {
    std::vector<const Influence*> people;
    for (const PersonProgress& each : found.people)
        if (each.boxes[static_cast<std::size_t>(step)].ticked == state)
            people.push_back(find_person(deal, each.person));
    return people;
}

void say_next_box(Desk& desk, const Deal& deal, const Progress& found) {
    const auto next = next_box(desk, deal, found);
    if (!next) return say(desk, "checklist.complete");
    say(desk, box_key(next->box), {{"first", first_name(*next->person)}});
}

// What the first Red Flag waits for; without one, the first open box of whoever weighs most.
std::optional<OpenBox> next_box(const Desk& desk, const Deal& deal, const Progress& found) {
    std::vector<OpenBox> open = open_boxes(deal, found);
    if (open.empty()) return std::nullopt;
    for (const RedFlag& flag : standing_flags(desk, deal))
        for (const OpenBox& each : open)
            if (each.person->person == flag.person && each.box.about == flag.about) return each;
    const auto order = [](const OpenBox& each) { return std::tuple{weight(*each.person), each.box.ticked}; };
    return *std::ranges::min_element(open, {}, order);
}

std::vector<OpenBox> open_boxes(const Deal& deal, const Progress& found) {
    std::vector<OpenBox> open;
    for (const PersonProgress& each : found.people) {
        const auto is_open = [](const Box& box) {
            return box.ticked == Ticked::open || box.ticked == Ticked::not_asked;
        };
        for (const Box& box : each.boxes)
            if (is_open(box)) open.push_back({find_person(deal, each.person), box});
    }
    return open;
}

const char* step_key(MethodStep step) {
    switch (step) {
    case MethodStep::told_apart:
        return "checklist.told_apart";
    case MethodStep::statement:
        return "checklist.statement";
    case MethodStep::lose:
        return "checklist.lose";
    case MethodStep::positioning:
        return "checklist.positioning";
    }
    throw Bug("no such step");
}

const char* box_key(const Box& box) {
    static constexpr std::array<std::pair<std::string_view, const char*>, 8> keys = {{
        {"result", "checklist.next.result"},
        {"win", "checklist.next.win"},
        {"evidence", "checklist.next.evidence"},
        {"statement", "checklist.next.statement"},
        {"lose", "checklist.next.lose"},
        {"plan", "checklist.next.plan"},
        {"hook", "checklist.next.hook"},
        {"line", "checklist.next.line"},
    }};
    for (const auto& [about, key] : keys)
        if (box.about == about) return key;
    throw Bug("no such box");
}

} // namespace
} // namespace vera
