// A form that was sent: what stands in its fields, by their ids.
#include "bot/slack/blocks.hpp"
#include "bot/slack/reading.hpp"
#include "bot/slack/text_in.hpp"

#include <nlohmann/json.hpp>

namespace vera::slack {

namespace {

FormValues values_of(const Json& state);
const Json& element_of(const Json& block);
std::string value_of_element(const Json& element);
std::string value_list(const Json& options);

} // namespace

// Its key is the trigger: a form that was wrong and is sent again has the same view and hash.
void read_submission(const Json& payload, const Self&, Inbound& in) {
    const auto& view = member(payload, "view");
    auto form = form_of(text_of(member(view, "private_metadata")));
    in.own_chat = true;
    add_key(in, "trigger", {in.trigger});
    if (form)
        in.what = Speaks{Submitted{std::move(*form), values_of(member(view, "state", "values"))}};
    else
        in.what = Ignored{"foreign_form"};
}

namespace {

FormValues values_of(const Json& state) {
    FormValues values;
    if (!state.is_object()) return values;
    for (const auto& [block, elements] : state.items()) {
        if (values.size() == max_form_fields) break;
        if (block.size() <= max_id) values.emplace(block, value_of_element(element_of(elements)));
    }
    return values;
}

const Json& element_of(const Json& block) {
    const auto& ours = member(block, form_field_action);
    return ours.is_null() && block.is_object() && !block.empty() ? *block.begin() : ours;
}

// Each kind of element says it by a member of its own name; nothing entered is null.
std::string value_of_element(const Json& element) {
    if (const auto& options = member(element, "selected_options"); options.is_array()) return value_list(options);
    for (const auto* place :
         {&member(element, "value"), &member(element, "selected_date"), &member(element, "selected_option", "value")}) {
        if (place->is_string()) return label_in(text_of(*place));
    }
    return "";
}

std::string value_list(const Json& options) {
    std::string list;
    for (const auto& option : options) {
        const auto value = text_of(member(option, "value"));
        if (value.empty()) continue;
        if (!list.empty()) list += '\n';
        list += value;
    }
    return list;
}

} // namespace

} // namespace vera::slack
