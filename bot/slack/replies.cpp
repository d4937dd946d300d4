#include "bot/slack/replies.hpp"

#include "bot/slack/blocks.hpp"

#include <boost/asio/this_coro.hpp>
#include <nlohmann/json.hpp>

namespace vera::slack {

namespace {

using nlohmann::json;

std::vector<std::string> fields_of(const Inbound& submission);
std::string next_form(const Form&);

} // namespace

Replies::Replies(Workspace& workspace, Sentences& sentences, const Doors& doors)
    : workspace_(workspace), sentences_(sentences), doors_(doors) {}

boost::asio::awaitable<Ack> Replies::answer(Inbound in, Event event, Outcome outcome) {
    Ack ack;
    if (!outcome.reply) co_return ack;
    auto& reply = *outcome.reply;
    auto way = way_of(in);
    if (way == Way::submission && !reply.errors.empty()) {
        ack.payload = draw_errors(reply.errors, fields_of(in));
        co_return ack;
    }
    auto seen_before = outcome.end == Outcome::End::repeated && way != Way::command;
    if (!reply.ephemeral.empty() && !seen_before) ack = co_await sentences_.show(in, reply.ephemeral, Stays::no);
    if (!reply.form) co_return ack;
    auto update = way == Way::submission ? next_form(*reply.form) : "";
    if (!update.empty() && update.size() <= max_form_in_ack) {
        ack.payload = std::move(update);
    } else if (!in.trigger.empty()) {
        auto executor = co_await boost::asio::this_coro::executor;
        beside(executor, open_form(std::move(event), *reply.form, in.trigger));
    }
    co_return ack;
}

boost::asio::awaitable<void> Replies::open_form(Event event, Form form, std::string trigger) {
    json arguments = {{"trigger_id", trigger}, {"view", json::parse(draw_form(form))}};
    auto text = arguments.dump(-1, ' ', false, json::error_handler_t::replace);
    auto end = co_await workspace_.call("views.open", std::move(text));
    // An exchanged trigger has opened it already: this was a repeat.
    if (end.end == ApiEnd::End::ok || end.error == "exchanged_trigger_id") co_return;
    workspace_.say("event " + event.id.text() + ": its form was not opened: " + end.error);
    event.id = EventId(doors_.fresh_id());
    event.keys = {"slack/notopened/" + trigger};
    event.at = workspace_.clock.now();
    event.can_open_form = false;
    event.what = NotOpened{form.key};
    auto id = event.id.text();
    auto outcome = co_await doors_.process(std::move(event));
    if (outcome.end == Outcome::End::failed) workspace_.say("event " + id + ": no button could be offered for a form");
}

namespace {

std::vector<std::string> fields_of(const Inbound& submission) {
    std::vector<std::string> fields;
    for (const auto& [field, value] : std::get<Submitted>(std::get<Speaks>(submission.what).what).values)
        fields.push_back(field);
    return fields;
}

// In the place of the form that was sent.
std::string next_form(const Form& form) {
    json answer = {{"response_action", "update"}, {"view", json::parse(draw_form(form))}};
    return answer.dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace

} // namespace vera::slack
