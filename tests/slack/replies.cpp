// What a turn answers at once: forms, their errors, passing remarks.
#include "tests/slack/office.hpp"

namespace vera::slack {

namespace {

using namespace rig;

Form deal_form() {
    Form form;
    form.key.kind = "deal";
    form.title = "New deal";
    form.submit = "Save";
    FormField name;
    name.id = "name";
    name.label = "Name";
    form.fields.push_back(name);
    return form;
}

Reply with_form() {
    Reply reply;
    reply.form = deal_form();
    return reply;
}

} // namespace

TEST_CASE("a form is opened at once after the turn, and does not hold up the ack", "[replies]") {
    Office office;
    office.think = [](const Event& event) {
        if (std::holds_alternative<Moved>(event.what)) return Outcome{Outcome::End::done, {}};
        CHECK(event.can_open_form);
        return with_reply(with_form());
    };
    office.http.slow = "views.open";
    CHECK(office.take(clicked("new")).acknowledge);
    auto opened = office.http.of("views.open");
    REQUIRE(opened.size() == 1);
    CHECK(opened[0].arguments.at("trigger_id") == "trigger.new");
    CHECK(opened[0].arguments.at("view").at("type") == "modal");
    office.http.go_on();
    office.settle();
    CHECK(office.events.size() == 1);
}

TEST_CASE("a form that does not open becomes a button", "[replies]") {
    auto answer = GENERATE(answered(error("expired_trigger_id")), failed(HttpEnd::End::unsure),
                           answered(error("ratelimited"), 429));
    Office office;
    office.http.always["views.open"] = answer;
    office.think = [](const Event& event) {
        return event.can_open_form ? with_reply(with_form()) : Outcome{Outcome::End::done, {}};
    };
    CHECK(office.take(clicked("new")).acknowledge);
    REQUIRE(office.events.size() == 2);
    const auto& event = office.events[1];
    CHECK(event.keys == Texts{"slack/notopened/trigger.new"});
    CHECK(event.id != office.events[0].id);
    CHECK(event.conversation == chat_with("U_ANN"));
    CHECK(event.what == decltype(Event::what){NotOpened{deal_form().key}});
}

TEST_CASE("a repeated click whose form was opened the first time brings no button", "[replies]") {
    Office office;
    office.http.always["views.open"] = answered(error("exchanged_trigger_id"));
    office.think = [](const Event&) { return Outcome{Outcome::End::repeated, with_form()}; };
    CHECK(office.take(clicked("new")).acknowledge);
    CHECK(office.events.size() == 1);
}

TEST_CASE("errors of a form go back into it, the same for a repeat", "[replies]") {
    Office office;
    auto end = GENERATE(Outcome::End::done, Outcome::End::repeated);
    office.think = [end](const Event&) {
        Reply reply;
        reply.errors = {{"name", "Give it a name."}};
        return Outcome{end, reply};
    };
    auto in = submitted("deal");
    std::get<Submitted>(std::get<Speaks>(in.what).what).values = {{"name", ""}, {"side", "x"}};
    auto ack = json::parse(office.take(in).payload);
    CHECK(ack == json::parse(R"({"response_action":"errors","errors":{"name":"Give it a name."}})"));
    CHECK(office.http.of("views.open").empty());
}

TEST_CASE("the next form takes the place of the one that was sent; a very long one is opened beside it", "[replies]") {
    Office office;
    auto form = deal_form();
    office.think = [&form](const Event&) {
        Reply reply;
        reply.form = form;
        return with_reply(reply);
    };
    auto ack = json::parse(office.take(submitted("deal")).payload);
    CHECK(ack.at("response_action") == "update");
    CHECK(ack.at("view").at("type") == "modal");
    CHECK(office.http.of("views.open").empty());

    for (int i = 0; i < 20; ++i) {
        auto field = deal_form().fields[0];
        field.id += std::to_string(i);
        field.kind = FormField::Kind::lines;
        field.value = std::string(1'000, 'x');
        form.fields.push_back(field);
    }
    CHECK(office.take(submitted("deal")).payload.empty());
    CHECK(office.http.of("views.open").size() == 1);
}

TEST_CASE("a passing remark answers a command in its ack, and a click in the chat, once", "[replies]") {
    Office office;
    auto end = Outcome::End::done;
    office.think = [&end](const Event&) {
        Reply reply;
        reply.ephemeral = "Answered <already>";
        return Outcome{end, reply};
    };
    auto payload = json::parse(office.take(commanded(Said{"x"})).payload);
    CHECK(payload == json{{"response_type", "ephemeral"}, {"text", "Answered &lt;already&gt;"}});
    office.take(clicked("old"));
    end = Outcome::End::repeated;
    office.take(clicked("old"));
    auto told = office.http.of("chat.postEphemeral");
    REQUIRE(told.size() == 1);
    CHECK(told[0].arguments == json{{"channel", "D_ANN"}, {"user", "U_ANN"}, {"text", "Answered &lt;already&gt;"}});
}

} // namespace vera::slack
