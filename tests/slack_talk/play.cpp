#include "tests/slack_talk/play.hpp"

#include "core/text.hpp"
#include "tests/talk/facts.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <utility>

namespace vera::slack_talk {

namespace {

constexpr auto leo = "LEO";
constexpr Duration thinking = std::chrono::seconds{2}; // before each line
constexpr int most_presses = 10;

void take_step(Stage&, const Step&, Played&);
void press(Stage&, const std::string& label, Played&);
void open(Stage&);
std::string id_of(const fake_slack::SeenMessage&);
std::string sorted_deals(const std::string& facts);
bool holds_lines(const std::string& text, const Message&, std::string& missing);
std::vector<std::string> labels_of(const Message&);
std::vector<std::string> labels_of(const fake_slack::SeenMessage&);

} // namespace

Played play(Stage& stage, const Script& script) {
    Played played;
    stage.slack.workspace.people.at(leo).zone = script.zone.name();
    stage.start();
    open(stage);
    for (const auto& step : script.steps) take_step(stage, step, played);
    played.facts = facts_of_leo(stage);
    played.same = sorted_deals(played.facts) == sorted_deals(script.facts);
    return played;
}

std::string facts_of_leo(Stage& stage) {
    return facts_of(stage.store(), stage.who(leo), stage.chat(leo), stage.clock.now());
}

std::vector<std::string> wrong_on_screen(Stage& stage) {
    std::vector<std::string> wrong;
    std::vector<MessageId> shown;
    std::set<MessageId> once;
    for (const auto& seen : fake_slack::visible(stage.slack, leo)) {
        if (seen.own || seen.metadata.empty()) continue; // a fixed sentence has no id
        const MessageId id{id_of(seen)};
        if (!once.insert(id).second) wrong.push_back(id.text() + " is visible twice");
        if (!stage.decided.messages.contains(id)) {
            wrong.push_back(id.text() + " was never decided on");
            continue;
        }
        shown.push_back(id);
        const auto& message = stage.decided.messages.at(id);
        std::string missing;
        if (!holds_lines(seen.text, message, missing)) wrong.push_back(id.text() + " does not say: " + missing);
        if (labels_of(seen) != labels_of(message)) wrong.push_back(id.text() + " has other buttons");
    }
    std::vector<MessageId> expected;
    for (const auto& id : stage.decided.order) {
        const bool may_lack = stage.decided.messages.at(id).useful_until.has_value();
        if (once.contains(id) || !may_lack) expected.push_back(id);
    }
    if (shown != expected) wrong.push_back("what is visible is not what was decided, or not in its order");
    return wrong;
}

namespace {

void take_step(Stage& stage, const Step& step, Played& played) {
    stage.pass(thinking);
    switch (step.kind) {
    case Step::Kind::say:
        if (!clean(step.text).empty()) fake_slack::say(stage.slack, leo, step.text); // Slack sends no empty line
        break;
    case Step::Kind::press:
        press(stage, step.text, played);
        break;
    case Step::Kind::move:
        stage.move_to(step.to);
        break;
    case Step::Kind::restart:
        stage.stop();
        stage.start();
        open(stage);
        break;
    case Step::Kind::facts:
        if (const auto now = facts_of_leo(stage); sorted_deals(now) != sorted_deals(step.text))
            played.differences.push_back("stored was\n" + now + "instead of\n" + step.text);
    }
    stage.settle();
}

// As people do: somebody whom Slack told that it did not work presses again, while the button is there.
void press(Stage& stage, const std::string& label, Played& played) {
    ++played.pressed;
    auto& troubles = stage.slack.troubles[leo];
    for (int times = 0; times < most_presses; ++times) {
        troubles.clear();
        if (!fake_slack::click(stage.slack, leo, label)) {
            if (times > 0) return; // it had worked after all
            ++played.typed_instead;
            fake_slack::say(stage.slack, leo, label);
        }
        stage.settle();
        if (troubles.empty()) return;
        stage.pass(thinking);
    }
}

void open(Stage& stage) {
    fake_slack::open_chat(stage.slack, leo);
    stage.settle();
}

std::string id_of(const fake_slack::SeenMessage& seen) {
    const auto metadata = fake_slack::Json::parse(seen.metadata);
    return metadata.at("event_payload").at("id");
}

// Which deal was touched last is told apart by the clock, and the terminal's stands still.
std::string sorted_deals(const std::string& facts) {
    std::set<std::string> deals;
    std::istringstream lines(facts);
    std::string deal;
    for (std::string line; std::getline(lines, line); deal += line + "\n") {
        if (line.starts_with(" ")) continue;
        deals.insert(std::exchange(deal, ""));
    }
    deals.insert(deal);
    std::string all;
    for (const auto& one : deals) all += one;
    return all;
}

// In their order. Spaces may be drawn otherwise.
bool holds_lines(const std::string& text, const Message& message, std::string& missing) {
    std::size_t at = 0;
    for (const auto& line : message.lines) {
        const auto words = clean(line.text);
        at = text.find(words, at);
        missing = words;
        if (at == std::string::npos) return false;
        at += words.size();
    }
    return true;
}

std::vector<std::string> labels_of(const Message& message) {
    std::vector<std::string> labels;
    for (const auto& button : message.buttons) labels.push_back(button.label);
    return labels;
}

std::vector<std::string> labels_of(const fake_slack::SeenMessage& seen) {
    std::vector<std::string> labels;
    for (const auto& button : seen.buttons) labels.push_back(button.label);
    return labels;
}

} // namespace

} // namespace vera::slack_talk
