#include "dialogs/doubts.hpp"

#include "core/checks/check_rules.hpp"
#include "core/checks/statement.hpp"
#include "core/reading/measure.hpp"
#include "core/words.hpp"

namespace vera {
namespace {

CheckContext context_of(const Desk&, Checked);
bool moves_a_number(std::string_view text, Day today);

} // namespace

std::optional<Doubtful> doubt_about(const Desk& desk, Checked what, std::string_view text) {
    const CheckContext context = context_of(desk, what);
    const Influence& person = *person_in_focus(desk);
    if (what != Checked::statement) {
        const auto found = check(desk.library.check_rules, what, text, context);
        if (found) return Doubtful{std::string(enum_word(found->finding)), refuses(found->finding)};
        if (what == Checked::win && moves_a_number(text, desk.today)) return Doubtful{"result_in_win"};
        return std::nullopt;
    }
    const bool supported = status(person.win) == WinStatus::supported;
    const auto found = check_statement(desk.library.check_rules, text, context, supported);
    switch (found.doubt) {
    case StatementDoubt::none:
        return std::nullopt;
    case StatementDoubt::several_people:
        return Doubtful{"several_people"};
    case StatementDoubt::no_person:
        return Doubtful{"no_person"};
    case StatementDoubt::no_number:
        return Doubtful{"no_number"};
    case StatementDoubt::no_evidence:
        return Doubtful{"no_evidence"};
    case StatementDoubt::fits_anyone:
        return Doubtful{"generic"};
    case StatementDoubt::feature_list:
        return Doubtful{"feature"};
    case StatementDoubt::promise:
        return Doubtful{"promise", true};
    case StatementDoubt::wording:
        return Doubtful{std::string(enum_word(found.found->finding)), refuses(found.found->finding)};
    }
    throw Bug("no such doubt");
}

namespace {

// "Waiting time 14 to 11 hours" in the Win's place is a Result, whatever its words.
bool moves_a_number(std::string_view text, Day today) {
    const auto measure = read_measure(text, today);
    return measure && measure->from && measure->to;
}

CheckContext context_of(const Desk& desk, Checked what) {
    const Influence& person = *person_in_focus(desk);
    CheckContext context;
    context.name = person.name;
    if (what == Checked::line || what == Checked::statement) context.win = person.win.text.reveal();
    context.result = person.result.text;
    context.hook = person.positioning.hook.reveal();
    for (const Evidence& evidence : person.win.evidence) context.quotes.push_back(evidence.words.reveal());
    for (const Influence& other : deal_in_focus(desk)->people) {
        if (other.person == person.person) continue;
        context.other_people.push_back(other.name);
        if (what == Checked::win && !other.win.text.reveal().empty()) context.others.push_back(other.win.text.reveal());
        if (what == Checked::lose && !other.lose.text.reveal().empty())
            context.others.push_back(other.lose.text.reveal());
        if (what == Checked::statement && !other.statements.empty())
            context.others.push_back(other.statements.back().text.reveal());
        if (what == Checked::line && !other.positioning.lines.empty())
            context.others.push_back(other.positioning.lines.back().text.reveal());
    }
    return context;
}

} // namespace
} // namespace vera
