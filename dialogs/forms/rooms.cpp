#include "dialogs/forms/rooms.hpp"

#include "core/text.hpp"

namespace vera {
namespace {

FormField field(const Desk&, const std::string& form, const std::string& id, FormField::Kind, std::string value);

} // namespace

FormField line_field(const Desk& desk, const std::string& form, const std::string& id, std::string value) {
    FormField made = field(desk, form, id, FormField::Kind::line, std::move(value));
    made.most = static_cast<int>(limits::name_text);
    return made;
}

FormField lines_field(const Desk& desk, const std::string& form, const std::string& id, std::string value) {
    FormField made = field(desk, form, id, FormField::Kind::lines, std::move(value));
    made.most = static_cast<int>(limits::fact_text);
    return made;
}

FormField choice_field(const Desk& desk, const std::string& form, const std::string& id, std::string value) {
    return field(desk, form, id, FormField::Kind::one_of, std::move(value));
}

void add_option(FormField& field, const std::string& value, const std::string& label) {
    field.options.push_back({value, shorten(label, longest_label)});
}

Form empty_form(const Desk& desk, const FormKey& key) {
    Form form;
    form.key = key;
    form.title = sentence(desk, "form." + key.kind + ".title");
    form.submit = sentence(desk, "form." + key.kind + ".submit");
    return form;
}

namespace {

FormField field(const Desk& desk, const std::string& form, const std::string& id, FormField::Kind kind,
                std::string value) {
    FormField made;
    made.id = id;
    made.label = sentence(desk, "form." + form + ".label." + id);
    const std::string hint = "form." + form + ".hint." + id;
    if (desk.library.wording.has(hint)) made.hint = sentence(desk, hint);
    made.kind = kind;
    made.value = std::move(value);
    return made;
}

} // namespace
} // namespace vera
