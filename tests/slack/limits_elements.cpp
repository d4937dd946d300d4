// What stands inside a block: buttons, inputs, options, rich text.
#include "tests/slack/complaints.hpp"

#include "core/time.hpp"

#include <algorithm>

namespace vera::slack {

using nlohmann::json;

namespace {

void check_button(const json&, const std::string& at, Complaints&);
void check_text_input(const json&, const std::string& at, Complaints&);
void check_day(const json&, const std::string& at, Complaints&);
void check_choice(const json&, const std::string& at, std::size_t most, Complaints&);
void check_option(const json&, const std::string& at, Complaints&);
void check_initial(const json& choice, const json& initial, const std::string& at, Complaints&);
void check_section_of_text(const json&, const std::string& at, Complaints&);
void check_list(const json&, const std::string& at, Complaints&);

} // namespace

void check_element(const json& element, const std::string& at, bool in_input, Complaints& complaints) {
    const auto type = string_of(element, "type");
    complaints.text(element, at, "action_id", 255, true);
    if (type == "button" && !in_input) return check_button(element, at, complaints);
    if (type == "plain_text_input" && in_input) return check_text_input(element, at, complaints);
    if (type == "datepicker") return check_day(element, at, complaints);
    if (type == "static_select") return check_choice(element, at, 100, complaints);
    if (type == "radio_buttons" || type == "checkboxes") return check_choice(element, at, 10, complaints);
    complaints.add(at, "an element that may not stand here: " + type);
}

void check_rich_text(const json& block, const std::string& at, Complaints& complaints) {
    complaints.only(block, at, {"type", "block_id", "elements"});
    const json& elements = complaints.array(block, at, "elements", 1'000'000);
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const auto place = at + "/elements/" + std::to_string(i);
        if (string_of(elements[i], "type") == "rich_text_list")
            check_list(elements[i], place, complaints);
        else
            check_section_of_text(elements[i], place, complaints);
    }
}

namespace {

void check_button(const json& button, const std::string& at, Complaints& complaints) {
    complaints.only(button, at, {"type", "action_id", "text", "value", "url", "style", "accessibility_label"});
    complaints.text_object(button, at, "text", 75, true);
    complaints.text(button, at, "value", 2000, false);
    complaints.text(button, at, "accessibility_label", 75, false);
    const auto style = string_of(button, "style");
    if (button.contains("style") && style != "primary" && style != "danger") complaints.add(at, "unknown style");
}

void check_text_input(const json& input, const std::string& at, Complaints& complaints) {
    complaints.only(input, at,
                    {"type", "action_id", "initial_value", "multiline", "min_length", "max_length", "placeholder"});
    complaints.text_object(input, at, "placeholder", 150, false);
    const auto most = input.value("max_length", 3000);
    if (most < 1 || most > 3000) complaints.add(at, "max_length is not 1 to 3000");
    complaints.text(input, at, "initial_value", static_cast<std::size_t>(std::clamp(most, 1, 3000)), false);
    if (!input.value("multiline", false) && string_of(input, "initial_value").find('\n') != std::string::npos)
        complaints.add(at, "a line end in one line");
}

void check_day(const json& picker, const std::string& at, Complaints& complaints) {
    complaints.only(picker, at, {"type", "action_id", "initial_date", "placeholder"});
    complaints.text_object(picker, at, "placeholder", 150, false);
    if (picker.contains("initial_date") && !parse_iso_day(string_of(picker, "initial_date")))
        complaints.add(at, "initial_date is no day");
}

void check_choice(const json& choice, const std::string& at, std::size_t most, Complaints& complaints) {
    complaints.only(choice, at, {"type", "action_id", "options", "initial_option", "initial_options", "placeholder"});
    complaints.text_object(choice, at, "placeholder", 150, false);
    const json& options = complaints.array(choice, at, "options", most);
    for (std::size_t i = 0; i < options.size(); ++i)
        check_option(options[i], at + "/options/" + std::to_string(i), complaints);
    if (choice.contains("initial_option")) check_initial(choice, choice["initial_option"], at, complaints);
    if (!choice.contains("initial_options")) return;
    for (const auto& initial : complaints.array(choice, at, "initial_options", most))
        check_initial(choice, initial, at, complaints);
}

void check_option(const json& option, const std::string& at, Complaints& complaints) {
    complaints.only(option, at, {"text", "value", "description"});
    complaints.text_object(option, at, "text", 75, true);
    complaints.text(option, at, "value", 75, true);
    complaints.text_object(option, at, "description", 75, false);
}

void check_initial(const json& choice, const json& initial, const std::string& at, Complaints& complaints) {
    const json& options = complaints.array(choice, at, "options", 100);
    if (std::ranges::find(options, initial) == options.end()) complaints.add(at, "an initial option that is none");
}

void check_section_of_text(const json& part, const std::string& at, Complaints& complaints) {
    const auto type = string_of(part, "type");
    if (type != "rich_text_section" && type != "rich_text_quote") return complaints.add(at, "unknown part " + type);
    complaints.only(part, at, {"type", "elements"});
    for (const auto& element : complaints.array(part, at, "elements", 1'000'000)) {
        complaints.only(element, at, {"type", "text", "style"});
        if (string_of(element, "type") != "text") complaints.add(at, "what is not text may come alive");
        complaints.text(element, at, "text", 3000, true);
        if (element.contains("style")) complaints.only(element["style"], at, {"bold", "italic", "strike", "code"});
    }
}

void check_list(const json& list, const std::string& at, Complaints& complaints) {
    complaints.only(list, at, {"type", "style", "indent", "elements"});
    const auto style = string_of(list, "style");
    if (style != "bullet" && style != "ordered") complaints.add(at, "unknown style of a list");
    for (const auto& item : complaints.array(list, at, "elements", 1'000'000)) {
        if (string_of(item, "type") != "rich_text_section") complaints.add(at, "an item that is no section");
        check_section_of_text(item, at, complaints);
    }
}

} // namespace

} // namespace vera::slack
