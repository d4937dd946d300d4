// Forms as modals. What stands in a field is never cut by the form but by Slack's own limit.
#include "bot/slack/block_kit.hpp"
#include "bot/slack/blocks.hpp"
#include "core/text.hpp"
#include "core/time.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace vera::slack {

using nlohmann::json;

namespace {

constexpr std::size_t max_title_characters = 24; // the button's too
constexpr std::size_t max_label_characters = 75; // of fields and options
constexpr std::size_t max_hint_characters = 300;
constexpr std::size_t max_id_characters = 255;
constexpr std::size_t max_value_characters = 75;    // of an option
constexpr std::size_t max_typed_characters = 3'000; // in a field of text
constexpr std::size_t max_error_characters = 300;
constexpr std::size_t max_intro_characters = 2'900;
constexpr std::size_t max_select_options = 100, max_checked_options = 10, max_radio_options = 5;

json blocks_of(const Form&);
std::optional<json> input_of(const FormField&);
json element_of(const FormField&);
json text_input(const FormField&);
json day_picker(const FormField&);
json one_of(const FormField&, const json& options);
json any_of(const FormField&, const json& options);
json options_of(const FormField&);
const json* option_with(const json& options, std::string_view value);

} // namespace

// Without `close` Slack labels that button itself, in the user's own language.
std::string draw_form(const Form& form) {
    return to_text({{"type", "modal"},
                    {"title", plain_text(Escaped{form.title, max_title_characters})},
                    {"submit", plain_text(Escaped{form.submit, max_title_characters})},
                    {"private_metadata", metadata_of(form.key)},
                    {"blocks", blocks_of(form)}});
}

std::string draw_errors(const std::vector<FieldError>& errors, const std::vector<std::string>& fields) {
    std::map<std::string, std::string> texts;
    for (const auto& error : errors) {
        const bool known = fields.empty() || std::ranges::find(fields, error.field) != fields.end();
        auto& text = texts[known ? error.field : fields.front()];
        text += (text.empty() ? "" : " ") + error.text;
    }
    json shown = json::object();
    for (const auto& [field, text] : texts)
        if (!field.empty()) shown[field] = Escaped{text, max_error_characters}.text();
    return shown.empty() ? "" : to_text({{"response_action", "errors"}, {"errors", shown}});
}

namespace {

json blocks_of(const Form& form) {
    json blocks = json::array();
    if (!clean(form.intro).empty())
        blocks = rich_text({{Literal{form.intro, max_intro_characters}.text(), LineStyle::plain}});
    std::set<std::string> ids;
    for (const auto& field : form.fields) {
        if (ids.size() == max_form_fields || !ids.insert(field.id).second) continue;
        if (auto input = input_of(field)) blocks.push_back(std::move(*input));
    }
    if (blocks.empty()) return rich_text({});
    return blocks;
}

// nullopt: Slack has no field like it, such as a choice of nothing.
std::optional<json> input_of(const FormField& field) {
    json element = element_of(field);
    if (element.is_null() || field.id.empty() || field.id.size() > max_id_characters) return std::nullopt;
    json input = {{"type", "input"},
                  {"block_id", field.id},
                  {"label", plain_text(Escaped{field.label, max_label_characters})},
                  {"element", std::move(element)},
                  {"optional", field.optional}};
    const Escaped hint(field.hint, max_hint_characters);
    if (!hint.text().empty()) input["hint"] = plain_text(hint);
    return input;
}

json element_of(const FormField& field) {
    const auto choice = field.kind == FormField::Kind::one_of || field.kind == FormField::Kind::any_of;
    const json options = choice ? options_of(field) : json{};
    if (choice && options.empty()) return {};
    switch (field.kind) {
    case FormField::Kind::line:
    case FormField::Kind::lines:
        return text_input(field);
    case FormField::Kind::day:
        return day_picker(field);
    case FormField::Kind::one_of:
        return one_of(field, options);
    case FormField::Kind::any_of:
        return any_of(field, options);
    }
    return {};
}

json text_input(const FormField& field) {
    const bool lines = field.kind == FormField::Kind::lines;
    auto typed = Literal{field.value, max_typed_characters}.text();
    if (!lines) std::ranges::replace(typed, '\n', ' ');
    const auto wished = static_cast<std::size_t>(std::max(field.most, 1));
    json input = {{"type", "plain_text_input"},
                  {"action_id", form_field_action},
                  {"multiline", lines},
                  {"max_length", std::min(std::max(wished, length(typed)), max_typed_characters)}};
    if (!typed.empty()) input["initial_value"] = typed;
    return input;
}

json day_picker(const FormField& field) {
    json picker = {{"type", "datepicker"}, {"action_id", form_field_action}};
    if (parse_iso_day(field.value)) picker["initial_date"] = field.value;
    return picker;
}

// Few options all show at once; an optional radio could not be cleared again, so that is a menu.
json one_of(const FormField& field, const json& options) {
    const bool radio = options.size() <= max_radio_options && !field.optional;
    json element = {
        {"type", radio ? "radio_buttons" : "static_select"}, {"action_id", form_field_action}, {"options", options}};
    if (const json* chosen = option_with(options, field.value)) element["initial_option"] = *chosen;
    return element;
}

json any_of(const FormField& field, const json& options) {
    json element = {{"type", "checkboxes"}, {"action_id", form_field_action}, {"options", options}};
    json chosen = json::array();
    for (auto value : split(field.value, "\n"))
        if (const json* option = option_with(options, value)) chosen.push_back(*option);
    if (!chosen.empty()) element["initial_options"] = chosen;
    return element;
}

// An option whose value does not fit is left out: half a value would be another one.
json options_of(const FormField& field) {
    const auto most = field.kind == FormField::Kind::any_of ? max_checked_options : max_select_options;
    json options = json::array();
    for (const auto& option : field.options) {
        if (options.size() == most) break;
        if (option.value.empty() || length(option.value) > max_value_characters) continue;
        if (option_with(options, option.value)) continue;
        options.push_back({{"text", plain_text(Escaped{option.label, max_label_characters})}, {"value", option.value}});
    }
    return options;
}

const json* option_with(const json& options, std::string_view value) {
    for (const auto& option : options)
        if (option["value"] == value) return &option;
    return nullptr;
}

} // namespace

} // namespace vera::slack
