#include "dialogs/views/views.hpp"

#include "core/export/export.hpp"
#include "core/text.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/requests.hpp"
#include "dialogs/views/checklist.hpp"
#include "dialogs/views/demo.hpp"
#include "dialogs/views/learn.hpp"
#include "dialogs/views/meddpicc.hpp"
#include "dialogs/views/picture.hpp"
#include "dialogs/views/prep.hpp"
#include "dialogs/views/review.hpp"
#include "dialogs/views/status.hpp"

#include <algorithm>

namespace vera {
namespace {

void show(Desk&, void (*view)(Desk&, const Deal&));
bool show_named(Desk&, std::string_view name, void (*view)(Desk&, const Deal&));
void prep(Desk& desk, const Deal& deal) { show_prep(desk, deal); }
CrmLabels crm_labels(const Desk&);
std::vector<PersonId> people_named(const Desk&, std::string_view text);
std::vector<std::string_view> split_at_and(std::string_view text);
void crm_text(Desk&, const Deal&);

} // namespace

void steps(Desk& desk) { show(desk, show_checklist); }
void picture(Desk& desk) { show(desk, show_picture); }
void meddpicc(Desk& desk) { show(desk, show_meddpicc); }
void copy_for_crm(Desk& desk) { show(desk, crm_text); }
bool prepare_call(Desk& desk, std::string_view text) {
    const auto people = fold(text).empty() ? std::vector<PersonId>{} : people_named(desk, text);
    if (people.empty()) return show_named(desk, text, prep);
    show_prep(desk, *deal_in_focus(desk), people);
    return resume(desk), true;
}
bool status_of(Desk& desk, std::string_view name) { return show_named(desk, name, show_deal); }
bool steps_of(Desk& desk, std::string_view name) { return show_named(desk, name, show_checklist); }
bool picture_of(Desk& desk, std::string_view name) { return show_named(desk, name, show_picture); }
bool review_deal(Desk& desk, std::string_view name) { return show_named(desk, name, show_review); }

void demo(Desk& desk) {
    session(desk).demo = 1;
    show_demo(desk, session(desk).demo);
}

void next_screen(Desk& desk) {
    int& screen = session(desk).demo;
    screen = std::clamp(screen + 1, 1, demo_screens());
    show_demo(desk, screen);
    if (screen < demo_screens()) return;
    screen = 0;
    resume(desk);
}

bool learn(Desk& desk, std::string_view topic) {
    const auto known = topics(desk.library.course);
    const std::string folded = fold(topic);
    const bool fits =
        folded.empty() || std::ranges::any_of(known, [&](const auto& name) { return fold(name) == folded; });
    if (!fits && session(desk).pending) return false;
    show_lesson(desk, topic);
    return resume(desk), true;
}

namespace {

void show(Desk& desk, void (*view)(Desk&, const Deal&)) {
    const Deal* deal = deal_in_focus(desk);
    if (!deal) return say(desk, "deal.none");
    view(desk, *deal);
    resume(desk);
}

// Another deal by its name is looked at without leaving this one.
bool show_named(Desk& desk, std::string_view name, void (*view)(Desk&, const Deal&)) {
    if (fold(name).empty()) return show(desk, view), true;
    const auto found = heads_called(desk.plan.next.heads, name);
    if (found.size() == 1) {
        const Deal* deal = loaded(desk, found[0]->id);
        if (!deal) return true;
        const DealId deal_before = session(desk).deal;
        const PersonId person_before = session(desk).person;
        focus(desk, deal->head.id);
        view(desk, *deal);
        focus(desk, deal_before, person_before);
        return resume(desk), true;
    }
    if (session(desk).pending) return false;
    say(desk, desk.plan.next.heads.empty() ? "deal.none" : "state.which");
    return true;
}

// "Ingrid, Devrim": the people of the deal in focus who are in the call; none when anybody else is named.
std::vector<PersonId> people_named(const Desk& desk, std::string_view text) {
    std::vector<PersonId> ids;
    for (const auto part : split(text, ",&+"))
        for (const auto name : split_at_and(part)) {
            const Influence* person = meant_person(desk, name);
            if (!person) return {};
            ids.push_back(person->person);
        }
    return ids;
}

std::vector<std::string_view> split_at_and(std::string_view text) {
    const auto at = text.find(" and ");
    if (at == std::string_view::npos) return {trim(text)};
    return {trim(text.substr(0, at)), trim(text.substr(at + 5))};
}

// A CRM is read by others than the seller, so the roles have their trained names.
CrmLabels crm_labels(const Desk& desk) {
    return {.objective = sentence(desk, "crm.objective"),
            .stage = sentence(desk, "crm.stage"),
            .people = sentence(desk, "crm.people"),
            .result = sentence(desk, "crm.result"),
            .next_step = sentence(desk, "crm.next_step"),
            .by = sentence(desk, "crm.by"),
            .economic = sentence(desk, "role_method.economic"),
            .user = sentence(desk, "role_method.user"),
            .technical = sentence(desk, "role_method.technical")};
}

void crm_text(Desk& desk, const Deal& deal) {
    say(desk, "crm.heading", {}, LineStyle::context);
    const std::string text = say_crm_text(deal, crm_labels(desk));
    for (const auto line : split(text, "\n")) say_text(desk, std::string(line));
}

} // namespace
} // namespace vera
