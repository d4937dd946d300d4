// A new deal: the account, and what is known of it already.
#include "core/text.hpp"
#include "dialogs/deals.hpp"
#include "dialogs/forms/rooms.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/people/list.hpp"
#include "dialogs/people/people.hpp"

namespace vera {
namespace {

std::optional<Form> filled_deal(Desk&, const FormKey&);
void read_deal(Desk&, const Submitted&, FormReading&);
bool names_nobody(const std::string& people);

} // namespace

FormRoom deal_form() { return {filled_deal, read_deal}; }

namespace {

std::optional<Form> filled_deal(Desk& desk, const FormKey& key) {
    Form form = empty_form(desk, key);
    form.fields = {line_field(desk, "deal", "account", ""), lines_field(desk, "deal", "objective", ""),
                   lines_field(desk, "deal", "people", "")};
    form.fields[1].optional = form.fields[2].optional = true;
    form.fields[2].most = static_cast<int>(longest_form_text);
    return form;
}

void read_deal(Desk& desk, const Submitted& sent, FormReading& reading) {
    const std::string account = value_of(sent.values, "account");
    const std::string objective = value_of(sent.values, "objective");
    const std::string people = value_of(sent.values, "people");
    if (const auto why = refused_account(desk, account)) refuse(reading, "account", *why);
    if (names_nobody(people)) refuse(reading, "people", sentence(desk, "deal.people.unread"));
    if (length(people) > limits::said_text)
        refuse(reading, "people", sentence(desk, "bad.long", {{"n", std::to_string(limits::said_text)}}));
    make_deal(desk, account);
    if (!objective.empty()) read_answer(desk, reading, {"objective", StepKind::objective, objective});
    if (!reading.errors.empty()) return;
    if (people.empty()) return ask_step_first(desk, StepKind::people);
    add_to_list(desk, people);
    ask_step_first(desk, StepKind::confirm);
}

bool names_nobody(const std::string& people) { return !people.empty() && read_people(people).people.empty(); }

} // namespace
} // namespace vera
