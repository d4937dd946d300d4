#include "tests/fake_slack/links.hpp"

#include "tests/fake_slack/form.hpp"

namespace vera::fake_slack {

namespace {

constexpr int flood = 1'000;
constexpr std::size_t big = 900 * 1024;

void say_hello(FakeSlack&, int link);
void plan_end(FakeSlack&, int link);
Link* find_link(FakeSlack&, int link);
Link* next_link(FakeSlack&);
void say(Link&, const std::string& text);
void litter(FakeSlack&, Link&);
void send_text(FakeSlack&, Link&, const std::string& text);
void finish(FakeSlack&, const std::string& envelope_id, const Json* payload);
Json hello(const FakeSlack&);

} // namespace

bool admit(FakeSlack& slack, const std::string& target) {
    const auto question = target.find('?');
    if (question == std::string::npos) return false;
    return slack.tickets.erase(form_fields(target.substr(question + 1)).value("ticket", "")) > 0;
}

int opened(FakeSlack& slack, Wire wire) {
    const int number = slack.next_link++;
    auto& link = slack.links[number];
    link.number = number;
    link.wire = std::move(wire);
    say_hello(slack, number);
    return number;
}

void heard(FakeSlack& slack, int number, const std::string& text, bool fragmented) {
    auto* link = find_link(slack, number);
    if (!link || link->deaf || fragmented) return;
    if (text.size() > longest_ack) {
        link->wire.send({Sent::Kind::close, "Max frame length of 20480 has been exceeded", 1009});
        return closed(slack, number);
    }
    const auto ack = Json::parse(text, nullptr, false);
    if (!ack.is_object() || !ack.contains("envelope_id") || !ack.at("envelope_id").is_string()) return;
    if (slack.faults.happens(Fault::ack_lost)) return;
    const auto payload = ack.value("payload", Json::object());
    finish(slack, ack.at("envelope_id"), &payload);
}

void closed(FakeSlack& slack, int link) { slack.links.erase(link); }

void disconnect(FakeSlack& slack, int number, const std::string& reason) {
    auto* link = find_link(slack, number);
    if (!link) return;
    link->leaving = true;
    say(*link, Json{{"type", "disconnect"}, {"reason", reason}, {"debug_info", {{"host", "fake"}}}}.dump());
    const auto wait = reason == "link_disabled" ? Duration{0} : farewell;
    slack.agenda.after(wait, [&slack, number] {
        auto* leaving = find_link(slack, number);
        if (!leaving) return;
        leaving->wire.send({Sent::Kind::close, "", 1000});
        closed(slack, number);
    });
}

void reset(FakeSlack& slack, int number) {
    auto* link = find_link(slack, number);
    if (!link) return;
    link->wire.drop();
    closed(slack, number);
}

void reset_all(FakeSlack& slack) {
    while (!slack.links.empty()) reset(slack, slack.links.begin()->first);
}

void send_envelope(FakeSlack& slack, Json envelope, std::function<void(const Json*)> ended) {
    auto* link = next_link(slack);
    if (!link) {
        slack.agenda.after(ack_window, [ended] { ended(nullptr); });
        return;
    }
    const std::string id = envelope.at("envelope_id");
    slack.waiting[id] = {envelope, link->number, 1, std::move(ended)};
    slack.agenda.after(ack_window, [&slack, id] { finish(slack, id, nullptr); });
    const int number = link->number;
    if (slack.faults.happens(Fault::reset_before_envelope)) return reset(slack, number);
    litter(slack, *link);
    send_text(slack, *link, written(envelope));
    if (slack.faults.happens(Fault::envelope_twice)) say(*link, written(envelope));
    if (slack.faults.happens(Fault::reset_before_ack))
        slack.agenda.after(Duration{0}, [&slack, number] { reset(slack, number); });
}

namespace {

void say_hello(FakeSlack& slack, int number) {
    auto* link = find_link(slack, number);
    if (slack.faults.happens(Fault::hello_never)) return;
    if (slack.links.size() > most_links || slack.faults.happens(Fault::too_many_websockets)) {
        say(*link, Json{{"type", "disconnect"}, {"reason", "too_many_websockets"}, {"num_connections", 10}}.dump());
        link->wire.send({Sent::Kind::close, "", 1000});
        return closed(slack, number);
    }
    say(*link, hello(slack).dump());
    link->ready = true;
    if (slack.faults.happens(Fault::ping_flood))
        for (int n = 0; n < flood; ++n) link->wire.send({Sent::Kind::ping, std::to_string(n)});
    plan_end(slack, number);
}

// Whether and how this link will end by itself.
void plan_end(FakeSlack& slack, int number) {
    auto& faults = slack.faults;
    const auto life = std::chrono::milliseconds{faults.random.between(100, 60'000)};
    const auto then = [&](auto what) { slack.agenda.after(life, what); };
    if (faults.happens(Fault::warning_soon))
        then([&slack, number] { disconnect(slack, number, "warning"); });
    else if (faults.happens(Fault::refresh_soon))
        then([&slack, number] { disconnect(slack, number, "refresh_requested"); });
    else if (faults.happens(Fault::disabled_soon))
        then([&slack, number] { disconnect(slack, number, "link_disabled"); });
    else if (faults.happens(Fault::reset_soon))
        then([&slack, number] { reset(slack, number); });
    else if (faults.happens(Fault::half_open))
        then([&slack, number] {
            if (auto* link = find_link(slack, number)) link->deaf = true;
        });
}

Link* find_link(FakeSlack& slack, int number) {
    auto found = slack.links.find(number);
    return found == slack.links.end() ? nullptr : &found->second;
}

// In turn: a pattern that nobody may rely on. A half-open link still gets its share, which is lost.
Link* next_link(FakeSlack& slack) {
    Link* first = nullptr;
    for (auto& [number, link] : slack.links) {
        if (!link.ready || link.leaving) continue;
        if (!first) first = &link;
        if (number <= slack.last_served) continue;
        slack.last_served = number;
        return &link;
    }
    if (first) slack.last_served = first->number;
    return first;
}

void say(Link& link, const std::string& text) {
    if (!link.deaf) link.wire.send({Sent::Kind::text, text});
}

void litter(FakeSlack& slack, Link& link) {
    auto& faults = slack.faults;
    const auto stranger = [&](const std::string& filling) {
        return Json{{"envelope_id", slack.workspace.fresh("stranger")},
                    {"type", "nobody_knows"},
                    {"accepts_response_payload", false},
                    {"payload", {{"type", "nobody_knows"}, {"filling", filling}}}}
            .dump();
    };
    if (!link.deaf && faults.happens(Fault::binary_frame)) link.wire.send({Sent::Kind::binary, "\x01\x02\xFF"});
    if (faults.happens(Fault::bad_json)) say(link, R"({"type":"events_api","envelope_id":)");
    if (faults.happens(Fault::unknown_type)) say(link, stranger("little"));
    if (faults.happens(Fault::big_envelope)) say(link, stranger(std::string(big, 'x')));
}

void send_text(FakeSlack& slack, Link& link, const std::string& text) {
    if (!link.deaf && slack.faults.happens(Fault::fragmented))
        link.wire.send({Sent::Kind::fragments, text});
    else
        say(link, text);
}

void finish(FakeSlack& slack, const std::string& id, const Json* payload) {
    auto waiting = slack.waiting.extract(id);
    if (!waiting.empty()) waiting.mapped().ended(payload);
}

Json hello(const FakeSlack& slack) {
    return {{"type", "hello"},
            {"num_connections", slack.links.size()},
            {"connection_info", {{"app_id", slack.options.app}}},
            {"debug_info", {{"host", "fake"}, {"build_number", 10}, {"approximate_connection_time", 18'060}}}};
}

} // namespace

} // namespace vera::fake_slack
