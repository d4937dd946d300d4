#include "core/export/sheet.hpp"

#include "core/export/sheet_person.hpp"
#include "core/text.hpp"
#include "core/words.hpp"

#include <array>
#include <charconv>

namespace vera {

std::optional<Export> Export::with_private(const Actor& actor, const Subject& subject, std::string_view reason,
                                           Day today) {
    if (trim(reason).empty() || !may(actor, Deed::read, subject, Audience::own_chat)) return std::nullopt;
    Export all(today);
    all.private_ = true;
    return all;
}

namespace sheet {
namespace {

Record deal_of(const Deal&, const Discretion&);
void add_private(Record&, const Deal&);
Records choices_of(const Deal&);
void add_money(Record&, const std::string& key, const std::string& label, const std::optional<Money>&);
std::string plain(double);

} // namespace

Sheet sheet_of(const Deal& deal, const Export& how) {
    const Discretion discretion(deal, how.is_private());
    Sheet sheet{deal_of(deal, discretion), {}, {}, person_of(Influence{}, discretion)};
    for (Entry& entry : sheet.columns) entry.value = {};
    for (const Action& action : deal.actions) sheet.steps.push_back(step_of(action, "", discretion));
    for (const Influence* person : discretion.people(deal)) {
        sheet.people.push_back(person_of(*person, discretion));
        for (const Action& action : person->actions)
            sheet.steps.push_back(step_of(action, shown_name(*person), discretion));
    }
    return sheet;
}

bool is_empty(const Value& value) {
    if (const auto* texts = std::get_if<Texts>(&value)) return texts->empty();
    if (const auto* records = std::get_if<Records>(&value)) return records->empty();
    return std::holds_alternative<std::monostate>(value);
}

Value value_of(const std::string& text) { return text.empty() ? Value{} : Value{text}; }
Value value_of(const std::optional<Day>& day) { return day ? Value{iso_day(*day)} : Value{}; }
Value value_of(Asked asked) { return std::string(enum_word(asked)); }
Value said_when(const Source& source) { return source.at == Time{} ? Value{} : Value{iso_time(source.at)}; }

Records notes_of(const std::vector<Note>& notes) {
    Records records;
    for (const Note& note : notes) {
        const std::string tag = note.tag == Tag::none ? "" : std::string(enum_word(note.tag));
        records.push_back({{"text", "", value_of(note.text)},
                           {"tag", "", value_of(tag)},
                           {"theme", "", value_of(note.theme)},
                           {"at", "", said_when(note.source)}});
    }
    return records;
}

std::string in_words(const Value& value) {
    const auto joined = [](std::string& all, const std::string& more) {
        if (!more.empty()) all += (all.empty() ? "" : "; ") + more;
    };
    std::string all;
    if (const auto* text = std::get_if<std::string>(&value)) all = *text;
    if (const auto* number = std::get_if<double>(&value)) all = plain(*number);
    if (const auto* yes = std::get_if<bool>(&value)) all = *yes ? "yes" : "no";
    if (const auto* texts = std::get_if<Texts>(&value))
        for (const std::string& text : *texts) joined(all, text);
    if (const auto* records = std::get_if<Records>(&value)) {
        for (const Record& record : *records) {
            std::string line;
            for (const Entry& entry : record) {
                const std::string words = in_words(entry.value);
                if (!words.empty()) line += (line.empty() ? "" : ", ") + words;
            }
            joined(all, line);
        }
    }
    return all;
}

namespace {

Record deal_of(const Deal& deal, const Discretion& discretion) {
    const Objective& objective = deal.objective;
    Record record = {{"name", "Account", value_of(deal.head.name)},
                     {"state", "State", std::string(enum_word(deal.head.state))},
                     {"objective", "Objective", value_of(discretion.text(objective.text))}};
    add_money(record, "amount", "Amount", objective.amount);
    record.push_back({"by", "Close date", value_of(objective.by)});
    record.push_back({"product", "Product", value_of(discretion.text(objective.product))});
    record.push_back({"crm_system", "CRM", value_of(deal.crm.system)});
    record.push_back({"crm_id", "Id in the CRM", value_of(deal.crm.id)});
    record.push_back({"crm_stage", "Stage in the CRM", value_of(deal.crm.stage)});
    Texts strengths;
    for (const Strength& strength : deal.strengths) {
        if (auto text = discretion.text(strength.text); !text.empty()) strengths.push_back(std::move(text));
    }
    record.push_back({"strengths", "Strengths", strengths});
    if (discretion.everything()) add_private(record, deal);
    return record;
}

void add_private(Record& record, const Deal& deal) {
    const auto add = [&](const std::string& key, const std::string& label, Value value) {
        record.push_back({key, label, std::move(value)});
    };
    const auto add_told = [&](const std::string& key, const std::string& label, const auto& told, Value value) {
        add(key, label, told.value ? std::move(value) : Value{});
        add(key + "_words", label + ", in words", value_of(told.words.reveal()));
    };
    const auto word = [](const auto& value) { return value ? Value{std::string(enum_word(*value))} : Value{}; };
    add_money(record, "highest", "Highest amount", deal.objective.highest);
    add_told("date_of", "Whose date", deal.objective.date_of, word(deal.objective.date_of.value));
    add_told("competition", "If not us", deal.competition, word(deal.competition.value));
    add_told("changes", "Changes over there", deal.changes, deal.changes.value.value_or(false));
    add_told("tender", "A pure tender", deal.tender, deal.tender.value.value_or(false));
    add("on_hold_until", "On hold until", value_of(deal.hold_until));
    add("own_win", "Our own Win", value_of(deal.own.text.reveal()));
    add("walk_away", "We walk away", value_of(deal.own.walk_away.reveal()));
    add_money(record, "floor", "Lowest amount", deal.own.floor);
    Texts risks;
    for (const SelfRisk risk : deal.own.risks) risks.emplace_back(enum_word(risk));
    add("own_risks", "Risks to our own Win", risks);
    add_told("way_out", "Way out", deal.own.way_out, word(deal.own.way_out.value));
    add("choices", "Red Flags decided about", choices_of(deal));
    add("notes", "Notes", notes_of(deal.notes));
}

Records choices_of(const Deal& deal) {
    Records records;
    for (const FlagChoice& choice : deal.choices) {
        const Influence* person = find_person(deal, choice.person);
        records.push_back({{"flag", "", value_of(choice.flag)},
                           {"person", "", value_of(person ? shown_name(*person) : "")},
                           {"decision", "", std::string(enum_word(choice.decision))},
                           {"reason", "", value_of(choice.reason)},
                           {"until", "", value_of(choice.until)}});
    }
    return records;
}

void add_money(Record& record, const std::string& key, const std::string& label, const std::optional<Money>& money) {
    record.push_back({key, label, money ? Value{money->amount} : Value{}});
    record.push_back({key + "_currency", label + ", currency", money ? value_of(money->currency) : Value{}});
}

std::string plain(double value) {
    std::array<char, 400> digits{}; // the longest double has 309 before its point
    const auto end = std::to_chars(digits.begin(), digits.end(), value, std::chars_format::fixed).ptr;
    return {digits.begin(), end};
}

} // namespace
} // namespace sheet
} // namespace vera
