#include "dialogs/fields/field.hpp"

#include <algorithm>
#include <array>

namespace vera {
namespace {

bool is_about_motive(StepKind kind) {
    switch (kind) {
    case StepKind::win:
    case StepKind::evidence:
    case StepKind::lose:
    case StepKind::lose_test:
    case StepKind::mode:
    case StepKind::rating:
        return true;
    default:
        return false;
    }
}

} // namespace

const Field& field_of(StepKind kind) {
    static const Fields all = [] {
        Fields made;
        for (const auto room : {contact_fields, win_fields, lose_fields, next_step_fields, standing_fields,
                                coach_fields, statement_fields, deal_fields, own_fields, note_fields})
            made.merge(room());
        return made;
    }();
    return all.at(kind);
}

bool has_field(StepKind kind) {
    return kind != StepKind::people && kind != StepKind::confirm && kind != StepKind::check;
}

bool is_private(StepKind kind) {
    static constexpr std::array kinds = {StepKind::win,       StepKind::evidence,  StepKind::lose, StepKind::plan,
                                         StepKind::lose_test, StepKind::statement, StepKind::hook, StepKind::line};
    return std::ranges::find(kinds, kind) != kinds.end();
}

bool needs_form(const Desk& desk, StepKind kind) { return desk.library.strict_privacy && is_private(kind); }

// In a pure tender motives are locked out on purpose, so they are asked by name only (product 8).
bool applies(StepKind kind, const Deal& deal, const Influence* person) {
    if (deal.tender.is(true) && is_about_motive(kind)) return false;
    const Field& field = field_of(kind);
    return !field.applies || field.applies(deal, person);
}

// A field names its slot once, for writing; here it is only looked at, so nothing const is changed.
bool was_never_asked(StepKind kind, const Deal& deal, const Influence* person) {
    const auto asked = field_of(kind).asked;
    return asked && *asked(const_cast<Deal&>(deal), const_cast<Influence*>(person)) == Asked::not_yet;
}

bool is_open(StepKind kind, const Deal& deal, const Influence* person) {
    return applies(kind, deal, person) && was_never_asked(kind, deal, person);
}

} // namespace vera
