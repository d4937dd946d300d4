#include "core/export/sheet_person.hpp"

#include "core/words.hpp"

#include <array>

namespace vera::sheet {
namespace {

void add_result(Record&, const Result&, const Discretion&);
void add_contact(Record&, const Contact&);
void add_win(Record&, const Win&);
void add_lose(Record&, const Lose&);
void add_judgements(Record&, const Influence&);
void add_statements(Record&, const Influence&);
Value number(const std::optional<double>&);
template <class Enum> std::string word(Enum value) { return std::string(enum_word(value)); }
template <class Set> Texts words_of(const Set&);
std::string_view grade_word(Grade);
std::string_view status_word(WinStatus);
std::string_view status_word(LoseStatus);

} // namespace

Record person_of(const Influence& person, const Discretion& discretion) {
    Record record = {{"name", "Name", value_of(person.name)},
                     {"title", "Title", value_of(discretion.text(person.title))},
                     {"roles", "Roles", words_of(discretion.roles(person))},
                     {"ours", "On our side", person.ours}};
    add_result(record, person.result, discretion);
    if (!discretion.everything()) return record;
    add_contact(record, person.contact);
    add_win(record, person.win);
    add_lose(record, person.lose);
    add_judgements(record, person);
    add_statements(record, person);
    record.push_back({"notes", "Notes", notes_of(person.notes)});
    return record;
}

Record step_of(const Action& action, const std::string& person, const Discretion& discretion) {
    Record record = {{"person", "Person", value_of(person)},
                     {"due", "Due", value_of(action.due)},
                     {"state", "State", word(action.state)}};
    if (!discretion.everything()) return record;
    record.push_back({"text", "Step", value_of(action.text)});
    record.push_back({"who", "Who", value_of(action.who)});
    record.push_back({"about", "About", value_of(action.about)});
    return record;
}

namespace {

void add_result(Record& record, const Result& result, const Discretion& discretion) {
    static constexpr std::array grades = {"M0", "M1", "M2", "M3", "M4", "M5"};
    const Measure& measure = result.measure;
    const bool answered = result.asked == Asked::answered;
    const auto add = [&](const char* key, const char* label, Value value) { record.push_back({key, label, value}); };
    add("result_asked", "Result asked", value_of(result.asked));
    add("result", "Result", value_of(discretion.text(result.text)));
    add("result_quality", "Measurable",
        answered ? Value{grades.at(static_cast<std::size_t>(quality(result)))} : Value{});
    add("result_metric", "Metric", value_of(discretion.text(measure.metric)));
    add("result_from", "From", number(measure.from));
    add("result_to", "To", number(measure.to));
    add("result_unit", "Unit", value_of(discretion.text(measure.unit)));
    add("result_by", "By", value_of(measure.by));
    add("result_whose", "Whose number", result.whose.value ? Value{word(*result.whose.value)} : Value{});
    add("result_read_in", "Read in", value_of(discretion.text(result.read_in)));
    if (discretion.everything())
        add("result_whose_words", "Whose number, in words", value_of(result.whose.words.reveal()));
}

void add_contact(Record& record, const Contact& contact) {
    record.push_back({"contact", "Contact", contact.asked == Asked::answered ? Value{contact.spoken} : Value{}});
    record.push_back({"contact_last", "Last contact", value_of(contact.last)});
    record.push_back({"contact_words", "Contact, in words", value_of(contact.words)});
    Records log;
    for (const Meeting& meeting : contact.log)
        log.push_back({{"day", "", value_of(meeting.day)}, {"words", "", value_of(meeting.words)}});
    record.push_back({"contact_log", "Earlier contacts", log});
}

void add_win(Record& record, const Win& win) {
    record.push_back({"win", "Win", value_of(win.text.reveal())});
    record.push_back({"win_status", "Win stands", std::string(status_word(status(win)))});
    record.push_back({"win_theme", "Theme", value_of(win.theme)});
    Records evidence;
    for (const Evidence& known : win.evidence)
        evidence.push_back({{"kind", "", word(known.kind)},
                            {"grade", "", std::string(grade_word(grade(known)))},
                            {"who", "", value_of(known.who)},
                            {"when", "", value_of(known.when)},
                            {"words", "", value_of(known.words.reveal())},
                            {"at", "", said_when(known.source)}});
    record.push_back({"win_evidence", "Known from", evidence});
}

void add_lose(Record& record, const Lose& lose) {
    record.push_back({"lose", "Lose", value_of(lose.text.reveal())});
    record.push_back({"lose_status", "Lose stands", std::string(status_word(status(lose)))});
    record.push_back({"lose_kinds", "What they could lose", words_of(lose.kinds)});
    record.push_back({"lose_plan", "What they could keep", value_of(lose.mitigation)});
    record.push_back({"lose_agreed", "They agreed", lose.mitigation.empty() ? Value{} : Value{lose.agreed}});
    Records tested;
    for (const auto& [kind, found] : lose.tested)
        tested.push_back({{"kind", "", word(kind)}, {"found", "", word(found)}});
    record.push_back({"lose_tested", "Lose test", tested});
    record.push_back({"lose_tested_with", "Tested with", value_of(lose.tested_with)});
    const bool ever = lose.tested_at != Time{};
    record.push_back({"lose_tested_at", "Tested", ever ? Value{iso_time(lose.tested_at)} : Value{}});
}

void add_judgements(Record& record, const Influence& person) {
    const auto add = [&](const std::string& key, const std::string& label, const auto& told, Value value) {
        record.push_back({key, label, told.value ? std::move(value) : Value{}});
        record.push_back({key + "_words", label + ", in words", value_of(told.words.reveal())});
    };
    const CoachTest& test = person.coach_test;
    record.push_back({"owns_old_way", "Built, bought or runs what we would replace", person.owns_old_way});
    add("degree", "Weight in the decision", person.degree, word(person.degree.value.value_or(Degree::high)));
    add("mode", "Mode", person.mode, word(person.mode.value.value_or(Mode::growth)));
    add("rating", "Rating", person.rating, static_cast<double>(person.rating.value.value_or(0)));
    add("in_job", "In the job since", person.in_job, value_of(person.in_job.value));
    add("coach_trusts", "Coach: trusts us", test.trusts, test.trusts.value.value_or(false));
    add("coach_heard", "Coach: is heard", test.heard, test.heard.value.value_or(false));
    add("coach_wants", "Coach: wants us to win", test.wants, test.wants.value.value_or(false));
    record.push_back({"coach_proof", "Coach: proof", value_of(test.proof)});
    record.push_back({"coach_tested", "Coach: tested", value_of(test.tested)});
}

void add_statements(Record& record, const Influence& person) {
    Records statements, lines;
    for (const Statement& statement : person.statements)
        statements.push_back({{"text", "", value_of(statement.text.reveal())},
                              {"win", "", value_of(statement.win.reveal())},
                              {"result_metric", "", value_of(statement.result.metric)},
                              {"result_from", "", number(statement.result.from)},
                              {"result_to", "", number(statement.result.to)},
                              {"result_unit", "", value_of(statement.result.unit)},
                              {"at", "", said_when(statement.source)}});
    for (const Written& line : person.positioning.lines)
        lines.push_back({{"text", "", value_of(line.text.reveal())}, {"at", "", said_when(line.source)}});
    record.push_back({"statements", "Win-Results Statements", statements});
    record.push_back({"hook", "What they already say matters", value_of(person.positioning.hook.reveal())});
    record.push_back({"lines", "How to say it", lines});
}

Value number(const std::optional<double>& value) { return value ? Value{*value} : Value{}; }

template <class Set> Texts words_of(const Set& values) {
    Texts texts;
    for (const auto value : values) texts.push_back(word(value));
    return texts;
}

std::string_view grade_word(Grade grade) {
    static constexpr std::array<std::string_view, 5> words = {"E0", "E1", "E2", "E3", "E4"};
    return words.at(static_cast<std::size_t>(grade));
}

std::string_view status_word(WinStatus status) {
    static constexpr std::array<std::string_view, 5> words = {"not_asked", "unknown", "guess", "supported", "refuted"};
    return words.at(static_cast<std::size_t>(status));
}

std::string_view status_word(LoseStatus status) {
    static constexpr std::array<std::string_view, 7> words = {"not_asked", "unknown",   "untested", "none_found",
                                                              "suspected", "confirmed", "resolved"};
    return words.at(static_cast<std::size_t>(status));
}

} // namespace
} // namespace vera::sheet
