// The Win-Results Statement in the seller's own words, and how to say it: the hook first, then the line.
#include "dialogs/checks.hpp"
#include "dialogs/fields/fields.hpp"
#include "dialogs/fields/offers.hpp"

namespace vera {
namespace {

Heard statement_from_text(Desk&, std::string_view text);
Heard hook_from_text(Desk&, std::string_view text);
Heard line_from_text(Desk&, std::string_view text);
template <class Version> void keep_version(std::vector<Version>&, Version);
bool win_known(const Deal&, const Influence* person) { return status(person->win) == WinStatus::supported; }

} // namespace

Fields statement_fields() {
    return {
        {StepKind::statement,
         {.record = "statement.written",
          .from_text = statement_from_text,
          .applies = [](const Deal& deal,
                        const Influence* person) { return win_known(deal, person) && is_solid(person->result); },
          .so_far =
              [](const Deal&, const Influence* person) {
                  return person->statements.empty() ? std::string() : person->statements.back().text.reveal();
              },
          .prepare = offer_statement}},
        {StepKind::hook,
         {.record = "hook.told",
          .from_text = hook_from_text,
          .asked = [](Deal&, Influence* person) { return &person->positioning.hook_asked; },
          .applies = win_known,
          .so_far = [](const Deal&, const Influence* person) { return person->positioning.hook.reveal(); },
          .prepare = offer_hook}},
        {StepKind::line,
         {.record = "line.written",
          .from_text = line_from_text,
          .applies = win_known,
          .so_far =
              [](const Deal&, const Influence* person) {
                  const auto& lines = person->positioning.lines;
                  return lines.empty() ? std::string() : lines.back().text.reveal();
              },
          .prepare = offer_examples}},
    };
}

namespace {

Heard statement_from_text(Desk& desk, std::string_view text) {
    if (means_nothing(text)) return say(desk, "unknown.statement"), Heard::stored;
    if (hold_for_check(desk, Checked::statement, text)) return Heard::held;
    Influence& person = *person_in_focus(desk);
    const bool first = person.statements.empty();
    keep_version(person.statements, Statement{Private<std::string>(std::string(text)), person.result.measure,
                                              person.win.text, source_now(desk)});
    say(desk, first ? "statement.statement.echo" : "statement.statement.echo_again",
        {{"n", std::to_string(person.statements.size())}});
    return Heard::stored;
}

Heard hook_from_text(Desk& desk, std::string_view text) {
    Positioning& positioning = person_in_focus(desk)->positioning;
    if (means_nothing(text)) {
        positioning.hook_asked = Asked::does_not_know;
        return say(desk, "unknown.hook"), Heard::stored;
    }
    positioning.hook_asked = Asked::answered;
    positioning.hook = Private<std::string>(std::string(text));
    say(desk, "statement.hook.echo");
    return Heard::stored;
}

Heard line_from_text(Desk& desk, std::string_view text) {
    if (means_nothing(text)) return say(desk, "unknown.line"), Heard::stored;
    if (hold_for_check(desk, Checked::line, text)) return Heard::held;
    keep_version(person_in_focus(desk)->positioning.lines,
                 Written{Private<std::string>(std::string(text)), source_now(desk)});
    say(desk, "statement.line.echo");
    return Heard::stored;
}

template <class Version> void keep_version(std::vector<Version>& versions, Version version) {
    if (versions.size() == limits::versions) versions.erase(versions.begin());
    versions.push_back(std::move(version));
}

} // namespace
} // namespace vera
