// Forms: shown, sent, refused field by field, and stored in one turn.
#include "core/text.hpp"
#include "dialogs/doorstep.hpp"
#include "tests/dialogs/talk.hpp"
#include "tests/support/catch.hpp"

using namespace vera;

namespace {

Form shown_form(const Talk& talk) {
    REQUIRE(talk.plan.reply.has_value());
    REQUIRE(talk.plan.reply->form.has_value());
    return *talk.plan.reply->form;
}

FormValues values_in(const Form& form) {
    FormValues values;
    for (const auto& field : form.fields) values[field.id] = field.value;
    return values;
}

std::vector<std::string> refused_fields(const Talk& talk) {
    std::vector<std::string> fields;
    if (talk.plan.reply)
        for (const auto& error : talk.plan.reply->errors) fields.push_back(error.field);
    return fields;
}

Form edit_form(Talk& talk, const std::string& name) {
    talk.can_open_form = true;
    talk.say("edit " + name);
    talk.can_open_form = false;
    return shown_form(talk);
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const Influence& ingrid(const Talk& talk) { return talk.state.deals[0].people[0]; }

void check_limits(const Form& form) {
    CHECK(length(form.title) <= 24);
    CHECK(length(form.submit) <= 24);
    CHECK(form.fields.size() <= max_form_fields);
    for (const auto& field : form.fields) {
        CAPTURE(field.id);
        CHECK(length(field.label) <= 75);
        CHECK(field.options.size() <= (field.kind == FormField::Kind::any_of ? 10 : 100));
        for (const auto& option : field.options) {
            CHECK(length(option.label) <= 75);
            CHECK(option.value.size() <= 75);
        }
    }
}

} // namespace

TEST_CASE("new without a name opens the form of a deal, and what it says is a deal", "[forms]") {
    Talk talk;
    talk.can_open_form = true;
    CHECK(talk.say("new").empty());
    const Form form = shown_form(talk);
    check_limits(form);
    const std::string text = talk.take(Submitted{form.key,
                                                 {{"account", "Nordkai"},
                                                  {"objective", "90 yards, EUR 90k, by 3 May 2027"},
                                                  {"people", "Ingrid Aas, COO, last word"}}});
    CHECK(contains(text, "Nordkai, got it"));
    CHECK(contains(text, "Ingrid Aas"));
    REQUIRE(talk.state.deals.size() == 1);
    CHECK(talk.state.deals[0].objective.amount.has_value());
    CHECK(contains(talk.say("looks right"), "Is that date theirs")); // of the objective
    CHECK(contains(talk.say("theirs"), "Ingrid"));
    CHECK(talk.state.deals[0].people.size() == 1);
}

TEST_CASE("a wrong form of a deal names every field that is wrong and stores nothing", "[forms]") {
    Talk talk;
    const FormKey key{"deal", {}, {}, {}};
    CHECK(talk.take(Submitted{key, {{"account", " "}, {"people", "..."}, {"objective", std::string(1'200, 'x')}}})
              .empty());
    CHECK(refused_fields(talk) == std::vector<std::string>{"account", "people", "objective"});
    CHECK(talk.state.heads.empty());
    talk.take(Submitted{key, {{"account", "Nordkai"}}});
    CHECK(talk.state.heads.size() == 1);
    talk.take(Submitted{key, {{"account", "nordkai"}}});
    CHECK(refused_fields(talk) == std::vector<std::string>{"account"});
}

TEST_CASE("a person's form stands filled, and only what was changed changes", "[forms]") {
    Talk talk;
    first_questions(talk);
    const Form form = edit_form(talk, "Ingrid");
    check_limits(form);
    auto values = values_in(form);
    CHECK(values["name"] == "Ingrid Aas");
    CHECK(values["roles"] == "economic");
    CHECK(contains(talk.take(Submitted{form.key, values}), "Nothing changed for Ingrid Aas"));
    values["title"] = "Chief Operating Officer";
    values["roles"] = "economic\ntechnical";
    values["result"] = "waiting time 14 to 11 hours by June 2027";
    values["win"] = "the seat on the board";
    values["evidence"] = "she said: \"I want that seat\" on 12 November";
    const std::string text = talk.take(Submitted{form.key, values});
    CHECK(contains(text, "Changed for Ingrid Aas: Title, Part in the decision, Result"));
    CHECK(ingrid(talk).roles == Roles{Role::economic, Role::technical});
    CHECK(status(ingrid(talk).win) == WinStatus::supported);
    CHECK(talk.state.session.agenda.empty());
}

TEST_CASE("a form that answers the open question moves the talk on", "[forms]") {
    Talk talk;
    first_questions(talk);
    talk.say("me, last week");
    REQUIRE(talk.state.session.pending->step == "result");
    const Form form = edit_form(talk, "Ingrid");
    auto values = values_in(form);
    values["result"] = "waiting time 14 to 11 hours by June 2027";
    talk.take(Submitted{form.key, values});
    CHECK(talk.state.session.pending->step == "win");
}

TEST_CASE("what the chat would ask about stands at its field, and sent again it is kept", "[forms]") {
    Talk talk;
    first_questions(talk);
    const Form form = edit_form(talk, "Ingrid");
    auto values = values_in(form);
    values["win"] = "peace after her divorce";
    values["name"] = "";
    values["title"] = "";
    talk.take(Submitted{form.key, values});
    CHECK(refused_fields(talk) == std::vector<std::string>{"name", "win"});
    CHECK(contains(talk.plan.reply->errors[1].text, "private life"));
    CHECK(ingrid(talk).win.asked == Asked::not_yet);
    CHECK(ingrid(talk).name == "Ingrid Aas");
    values["name"] = "Ingrid Aas";
    values["win"] = "she is ill"; // other words are asked about anew
    talk.take(Submitted{form.key, values});
    const auto first = refused_fields(talk);
    values["win"] = "peace after her divorce";
    talk.take(Submitted{form.key, values});
    CHECK(refused_fields(talk).empty());
    CHECK(ingrid(talk).win.text.reveal() == "peace after her divorce");
}

TEST_CASE("a day that can be two is asked about at its field", "[forms]") {
    Talk talk;
    first_questions(talk);
    auto values = values_in(edit_form(talk, "Ingrid"));
    values["next_step"] = "Call her by 03/04";
    talk.take(Submitted{{"person", talk.state.deals[0].head.id, ingrid(talk).person, {}}, values});
    CHECK(refused_fields(talk) == std::vector<std::string>{"next_step"});
    CHECK(ingrid(talk).actions.empty());
}

TEST_CASE("a form about a person who is gone says so and stores nothing", "[forms]") {
    Talk talk;
    first_questions(talk);
    const State before = talk.state;
    CHECK(contains(
        talk.take(Submitted{{"person", talk.state.deals[0].head.id, PersonId{"nobody"}, {}}, {{"title", "x"}}}),
        "is gone"));
    CHECK(
        contains(talk.take(Submitted{{"person", DealId{"no"}, PersonId{"nobody"}, {}}, {{"title", "x"}}}), "is gone"));
    CHECK(contains(talk.take(Submitted{{"ghost", {}, {}, {}}, {}}), "don't know that form"));
    CHECK(talk.state.deals == before.deals);
}

TEST_CASE("the settings come in one form, and a zone that is none stays in it", "[forms]") {
    Talk talk;
    talk.can_open_form = true;
    talk.say("settings");
    const Form form = shown_form(talk);
    check_limits(form);
    auto values = values_in(form);
    values["zone"] = "Mars/Base";
    values["depth"] = "full";
    talk.take(Submitted{form.key, values});
    CHECK(refused_fields(talk) == std::vector<std::string>{"zone"});
    CHECK_FALSE(talk.state.user.full_depth);
    values["zone"] = "America/New_York";
    CHECK(contains(talk.take(Submitted{form.key, values}), "Saved"));
    CHECK(talk.state.user.full_depth);
    CHECK(talk.state.user.zone.name() == "America/New_York");
}

TEST_CASE("a buyer's message opens the form of a note with its words in it", "[forms]") {
    Talk talk;
    first_questions(talk);
    talk.can_open_form = true;
    CHECK(talk.take(Forwarded{"We need the night shift covered"}).empty());
    const Form form = shown_form(talk);
    check_limits(form);
    auto values = values_in(form);
    CHECK(values["text"] == "We need the night shift covered");
    values["person"] = "Somebody Else";
    talk.take(Submitted{form.key, values});
    CHECK(refused_fields(talk) == std::vector<std::string>{"person"});
    values["person"] = "ingrid";
    values["tag"] = "their_words";
    CHECK(contains(talk.take(Submitted{form.key, values}), "Kept as a note about Ingrid"));
    REQUIRE(ingrid(talk).notes.size() == 1);
    CHECK(ingrid(talk).notes[0].tag == Tag::their_words);
}

TEST_CASE("a note that is too long is refused in place, not cut", "[forms]") {
    Talk talk;
    first_questions(talk);
    talk.can_open_form = true;
    talk.take(Forwarded{std::string(2'000, 'x')});
    const Form form = shown_form(talk);
    talk.take(Submitted{form.key, values_in(form)});
    CHECK(refused_fields(talk) == std::vector<std::string>{"text"});
}

TEST_CASE("a form that did not open leaves a button as the way back", "[forms]") {
    Talk talk;
    first_questions(talk);
    talk.take(NotOpened{{"person", talk.state.deals[0].head.id, ingrid(talk).person, {}}});
    const Choice again = talk.button("Edit");
    talk.can_open_form = true;
    talk.take(Chose{again, "Edit"});
    CHECK(shown_form(talk).key.person == ingrid(talk).person);
}

TEST_CASE("where there are no forms, a form's button says how to type it", "[forms]") {
    Talk talk;
    first_questions(talk);
    const std::string text =
        talk.take(Chose{{{}, "form.person", talk.state.deals[0].head.id, ingrid(talk).person, {}}, "Edit"});
    CHECK(contains(text, "no forms in this place"));
    CHECK(contains(text, "\"Ingrid result\""));
    CHECK(contains(talk.say("edit Petra"), "\"Petra result\""));
}

TEST_CASE("a profile that moved changes name and zone without a word", "[forms]") {
    Talk talk;
    first_questions(talk);
    CHECK(talk.take(Moved{*find_zone("Asia/Tokyo"), "Leo Lang"}).empty());
    CHECK(talk.state.user.name == "Leo Lang");
    CHECK(talk.state.user.zone.name() == "Asia/Tokyo");
    CHECK(talk.plan.errands.size() == 1);
    talk.take(Moved{*find_zone("Asia/Tokyo"), "Leo Lang"});
    CHECK(talk.plan.errands.empty());
    talk.state.user.zone = *find_zone("Europe/Oslo"); // by hand: told again after a restart, the profile does not win
    talk.take(Moved{*find_zone("Asia/Tokyo"), "Leo Lang"});
    CHECK(talk.state.user.zone.name() == "Europe/Oslo");
}

TEST_CASE("called in a channel she answers one person with one line, and a file alone is not read", "[forms]") {
    Talk talk;
    first_questions(talk);
    CHECK(talk.take(Called{}).empty());
    CHECK(talk.plan.reply->ephemeral == doorstep(library().wording).let_us_talk);
    Said files{""};
    files.with_files = true;
    CHECK(contains(talk.take(files), "can't read files"));
}
