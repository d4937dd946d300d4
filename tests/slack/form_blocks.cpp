// Forms as modals: what stands in them survives, and Slack takes whatever a form holds.
#include "core/text.hpp"
#include "tests/slack/golden.hpp"
#include "tests/slack/limits.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

namespace vera::slack {

using nlohmann::json;
using Kind = FormField::Kind;

namespace {

FormField field(Kind, std::string value = "", std::vector<FormOption> options = {});
FormField optional(FormField);
FormField limited(FormField, int most);
FormField& add(Form&, std::string id, std::string label, Kind);
Form form_of_deal();
Form form_of_person();
Form form_of_settings();
Form with(FormField);
json element_of(const FormField&);
std::vector<std::string> refused(const Form&);

} // namespace

TEST_CASE("the forms look as they did", "[slack][golden]") {
    check_golden_view("form_deal", draw_form(form_of_deal()));
    check_golden_view("form_person", draw_form(form_of_person()));
    check_golden_view("form_settings", draw_form(form_of_settings()));
}

TEST_CASE("a form carries its key, and its fields their ids", "[slack]") {
    const auto form = form_of_person();
    const auto view = json::parse(draw_form(form));
    CHECK(view["private_metadata"] == metadata_of(form.key));
    CHECK_FALSE(view.contains("close"));
    CHECK(view["blocks"][0]["type"] == "rich_text");
    CHECK(view["blocks"][1]["block_id"] == form.fields[0].id);
    CHECK(view["blocks"][1]["element"]["action_id"] == form_field_action);
}

TEST_CASE("what stands in a field is there when the form opens", "[slack]") {
    CHECK(element_of(field(Kind::line, "R&D <x>"))["initial_value"] == "R&D <x>");
    CHECK(element_of(field(Kind::line, "two\nlines"))["initial_value"] == "two lines");
    CHECK(element_of(field(Kind::lines, "two\nlines"))["initial_value"] == "two\nlines");
    CHECK(element_of(field(Kind::day, "2027-03-31"))["initial_date"] == "2027-03-31");
    const std::vector<FormOption> roles = {{"e", "Last word"}, {"t", "Can stop it"}, {"u", "Works with it"}};
    CHECK(element_of(field(Kind::one_of, "t", roles))["initial_option"]["value"] == "t");
    const auto any = element_of(field(Kind::any_of, "u\ne\ngone", roles));
    REQUIRE(any["initial_options"].size() == 2);
    CHECK(any["initial_options"][0]["value"] == "u");
}

TEST_CASE("an empty or impossible value leaves the field empty", "[slack]") {
    CHECK_FALSE(element_of(field(Kind::line)).contains("initial_value"));
    CHECK_FALSE(element_of(field(Kind::day, "2027-02-30")).contains("initial_date"));
    const std::vector<FormOption> roles = {{"e", "Last word"}};
    CHECK_FALSE(element_of(field(Kind::one_of, "x", roles)).contains("initial_option"));
}

TEST_CASE("a field's limit never cuts what already stands in it", "[slack]") {
    const auto element = element_of(limited(field(Kind::line, std::string(80, 'x')), 60));
    CHECK(element["max_length"] == 80);
    CHECK(length(element["initial_value"].get<std::string>()) == 80);
    CHECK(element_of(limited(field(Kind::lines), 100'000))["max_length"] == 3'000);
}

TEST_CASE("few choices stand side by side, many are a menu, and one that may stay open is a menu", "[slack]") {
    std::vector<FormOption> options;
    for (int i = 0; i < 5; ++i) options.push_back({"v" + std::to_string(i), "Option " + std::to_string(i)});
    CHECK(element_of(field(Kind::one_of, "", options))["type"] == "radio_buttons");
    CHECK(element_of(optional(field(Kind::one_of, "", options)))["type"] == "static_select");
    options.push_back({"v5", "Option 5"});
    CHECK(element_of(field(Kind::one_of, "", options))["type"] == "static_select");
}

TEST_CASE("a form out of bounds is cut to what Slack takes", "[slack]") {
    Form form;
    form.title = std::string(100, '&');
    form.intro = std::string(100'000, '<');
    std::vector<FormOption> options;
    for (int i = 0; i < 200; ++i) options.push_back({"v" + std::to_string(i % 150), std::string(200, 'x')});
    options.push_back({std::string(100, 'v'), "too long a value"});
    options.push_back({"", "no value"});
    for (int i = 0; i < 200; ++i) {
        auto& field = add(form, std::to_string(i % 180), std::string(200, '>'), static_cast<Kind>(i % 5));
        field.hint = std::string(3'000, '&');
        field.value = std::string(10'000, 'v');
        field.options = options;
        field.most = -i;
    }
    CHECK(refused(form) == std::vector<std::string>{});
    CHECK(refused(Form{}) == std::vector<std::string>{});
    CHECK(refused(with(field(Kind::one_of))) == std::vector<std::string>{});
    Form other;
    add(other, std::string(300, 'i'), "an id too long", Kind::line);
    CHECK(refused(other) == std::vector<std::string>{});
}

TEST_CASE("errors stand at their fields, and one for no field at the first", "[slack]") {
    const std::vector<FieldError> errors = {{"day", "Name a day & month."}, {"gone", "Say who."}, {"", "And when."}};
    CHECK(json::parse(draw_errors(errors, {"name", "day"})) == json::parse(R"({"response_action":"errors",
                          "errors":{"day":"Name a day &amp; month.","name":"Say who. And when."}})"));
    CHECK(json::parse(draw_errors({{"day", "Name a day."}}))["errors"]["day"] == "Name a day.");
    CHECK(draw_errors({}, {"name"}).empty());
    CHECK(draw_errors({{"", "nowhere to show it"}}).empty());
}

namespace {

FormField field(Kind kind, std::string value, std::vector<FormOption> options) {
    FormField field;
    field.id = "a";
    field.label = "Label";
    field.kind = kind;
    field.value = std::move(value);
    field.options = std::move(options);
    return field;
}

FormField optional(FormField field) {
    field.optional = true;
    return field;
}

FormField limited(FormField field, int most) {
    field.most = most;
    return field;
}

FormField& add(Form& form, std::string id, std::string label, Kind kind) {
    auto& added = form.fields.emplace_back(field(kind));
    added.id = std::move(id);
    added.label = std::move(label);
    return added;
}

Form form_of_deal() {
    Form form;
    form.key.kind = "deal";
    form.title = "New deal";
    form.submit = "Start";
    auto& account = add(form, "account", "Account", Kind::line);
    account.hint = "The company that buys.";
    account.most = 80;
    add(form, "objective", "What do they buy, how much?", Kind::lines).optional = true;
    auto& close = add(form, "close", "Decision by", Kind::day);
    close.value = "2027-03-31";
    close.optional = true;
    add(form, "people", "Who decides?", Kind::lines).hint = "One a line: name, job.";
    return form;
}

Form form_of_person() {
    Form form;
    form.key.kind = "person";
    form.key.deal = DealId{"d1"};
    form.key.person = PersonId{"p1"};
    form.title = "Ingrid Aas";
    form.submit = "Save";
    form.intro = "Nordkai & Sons. Only you see what stands here.";
    add(form, "name", "Name", Kind::line).value = "Ingrid Aas";
    auto& role = add(form, "role", "Part in the decision", Kind::one_of);
    role.value = "economic";
    role.options = {{"economic", "Has the last word"}, {"technical", "Can stop it"}, {"user", "Works with it"}};
    auto& win = add(form, "win", "Win", Kind::lines);
    win.hint = "What is in it for Ingrid personally.";
    win.value = "the one who gave the night shift its evenings back";
    win.optional = true;
    auto& losses = add(form, "losses", "Could lose", Kind::any_of);
    losses.value = "say\nstanding";
    losses.options = {{"say", "Their say in it"}, {"budget", "Their budget"}, {"standing", "Standing in the team"}};
    losses.optional = true;
    return form;
}

Form form_of_settings() {
    Form form;
    form.key.kind = "settings";
    form.title = "Settings";
    form.submit = "Save";
    auto& zone = add(form, "zone", "Time zone", Kind::one_of);
    zone.value = "Europe/Berlin";
    for (const auto* name :
         {"Europe/Berlin", "Europe/London", "America/New_York", "America/Chicago", "Asia/Tokyo", "Australia/Sydney"})
        zone.options.push_back({name, name});
    auto& words = add(form, "words", "Words", Kind::one_of);
    words.value = "plain";
    words.options = {{"plain", "Everyday words"}, {"method", "Words of the method"}};
    return form;
}

Form with(FormField field) {
    Form form;
    form.title = "Title";
    form.submit = "Save";
    form.fields = {std::move(field)};
    return form;
}

json element_of(const FormField& field) { return json::parse(draw_form(with(field)))["blocks"][0]["element"]; }

std::vector<std::string> refused(const Form& form) { return refused_view(json::parse(draw_form(form))); }

} // namespace

} // namespace vera::slack
