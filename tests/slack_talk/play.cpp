#include "tests/slack_talk/play.hpp"

#include "core/text.hpp"
#include "tests/talk/facts.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <utility>

namespace vera::slack_talk {

namespace {

constexpr Duration thinking = std::chrono::seconds{2}; // before each line
constexpr int most_presses = 10;

void take_step(Stage&, const Step&, const Users&, Played&);
void say(Stage&, const std::string& text, const Users&, Played&);
void press(Stage&, const std::string& label, const Users&, Played&);
bool must_press_again(Stage&, const std::string& user, const std::string& label, const std::string& ts);
std::string newest_with(Stage&, const std::string& user, const std::string& label);
void open(Stage&, const Users&);
void compare_facts(Stage&, const std::string& expected, const Users&, Played&);
std::string id_of(const fake_slack::SeenMessage&);
std::string sorted_deals(const std::string& facts);
bool shows(const fake_slack::SeenMessage&, const Message&, std::string& missing);
bool holds_lines(const std::string& text, const Message&, std::string& missing);
std::vector<std::string> labels_of(const Message&);
std::vector<std::string> labels_of(const fake_slack::SeenMessage&);

} // namespace

Played play(Stage& stage, const Script& script, const Users& users) {
    Played played;
    for (const auto& user : users) stage.slack.workspace.people.at(user).zone = script.zone.name();
    stage.start();
    open(stage, users);
    for (const auto& step : script.steps) take_step(stage, step, users, played);
    compare_facts(stage, script.facts, users, played);
    return played;
}

std::vector<std::string> wrong_on_screen(Stage& stage, const std::string& user, Edits edits) {
    std::vector<std::string> wrong;
    std::vector<MessageId> shown;
    std::set<MessageId> once;
    for (const auto& seen : fake_slack::visible(stage.slack, user)) {
        if (seen.own || seen.metadata.empty()) continue; // a fixed sentence has no id
        const MessageId id{id_of(seen)};
        if (!once.insert(id).second) wrong.push_back(id.text() + " is visible twice");
        if (!stage.decided.messages.contains(id)) {
            wrong.push_back(id.text() + " was never decided on");
            continue;
        }
        shown.push_back(id);
        const auto& versions = stage.decided.messages.at(id);
        std::string missing;
        const bool as_decided = shows(seen, versions.back(), missing);
        const bool as_before = edits == Edits::may_lack && std::ranges::any_of(versions, [&](const Message& version) {
                                   std::string any;
                                   return shows(seen, version, any);
                               });
        if (!as_decided && !as_before) wrong.push_back(id.text() + " does not show: " + missing);
    }
    std::vector<MessageId> expected;
    for (const auto& id : stage.decided.order) {
        const auto& message = stage.decided.messages.at(id).front();
        if (message.conversation != stage.chat(user)) continue;
        const bool may_lack = message.useful_until.has_value();
        if (once.contains(id) || !may_lack) expected.push_back(id);
    }
    if (shown != expected) wrong.push_back("what is visible is not what was decided, or not in its order");
    return wrong;
}

std::vector<std::string> heard_from(Stage& stage, const std::string& user) {
    return stage.decided.heard[stage.who(user).user];
}

namespace {

void take_step(Stage& stage, const Step& step, const Users& users, Played& played) {
    stage.pass(thinking);
    switch (step.kind) {
    case Step::Kind::say:
        say(stage, step.text, users, played);
        break;
    case Step::Kind::press:
        press(stage, step.text, users, played);
        break;
    case Step::Kind::move:
        stage.move_to(step.to);
        break;
    case Step::Kind::restart:
        stage.stop();
        stage.start();
        open(stage, users);
        break;
    case Step::Kind::facts:
        compare_facts(stage, step.text, users, played);
    }
    stage.settle();
}

void say(Stage& stage, const std::string& text, const Users& users, Played& played) {
    if (clean(text).empty()) return; // Slack sends no empty line
    played.said.push_back(clean(text));
    for (const auto& user : users) fake_slack::say(stage.slack, user, text);
}

// As people do: somebody whom Slack told that it did not work presses again, if the same button is still there.
void press(Stage& stage, const std::string& label, const Users& users, Played& played) {
    ++played.pressed;
    std::map<std::string, std::string> seen_at;
    for (const auto& user : users) {
        seen_at[user] = newest_with(stage, user, label);
        stage.slack.troubles[user].clear();
        if (fake_slack::click(stage.slack, user, label)) continue;
        ++played.typed_instead;
        fake_slack::say(stage.slack, user, label);
    }
    stage.settle();
    for (const auto& user : users)
        for (int times = 1; times < most_presses && must_press_again(stage, user, label, seen_at[user]); ++times) {
            stage.pass(thinking);
            ++played.pressed_again;
            fake_slack::click(stage.slack, user, label);
            stage.settle();
        }
}

bool must_press_again(Stage& stage, const std::string& user, const std::string& label, const std::string& ts) {
    const auto troubles = std::exchange(stage.slack.troubles[user], {});
    return !troubles.empty() && newest_with(stage, user, label) == ts;
}

std::string newest_with(Stage& stage, const std::string& user, const std::string& label) {
    std::string ts;
    for (const auto& seen : fake_slack::visible(stage.slack, user))
        if (std::ranges::find(seen.buttons, label, &fake_slack::SeenButton::label) != seen.buttons.end()) ts = seen.ts;
    return ts;
}

void open(Stage& stage, const Users& users) {
    for (const auto& user : users) fake_slack::open_chat(stage.slack, user);
    stage.settle();
}

void compare_facts(Stage& stage, const std::string& expected, const Users& users, Played& played) {
    for (const auto& user : users) {
        const auto facts = facts_of(stage.store(), stage.who(user), stage.chat(user), stage.clock.now());
        if (sorted_deals(facts) != sorted_deals(expected))
            played.differences.push_back("stored of " + user + " was\n" + facts + "instead of\n" + expected);
    }
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

bool shows(const fake_slack::SeenMessage& seen, const Message& message, std::string& missing) {
    if (!holds_lines(seen.text, message, missing)) return false;
    missing = "its buttons";
    return labels_of(seen) == labels_of(message);
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
