#include "tests/simulation/chat.hpp"

#include <algorithm>
#include <utility>

namespace vera::simulation {

namespace {
constexpr Duration request_timeout = seconds{10};
constexpr Duration latest_arrival = seconds{4}; // of a request that nobody waits for any more
constexpr Duration unsure_after_crash = seconds{60};
Duration until_next_delivery(int nth);
} // namespace

void Chat::act(Event event, const std::string& label, int failing) {
    auto gesture = gestures_.size();
    event.keys = {"sim-" + std::to_string(gesture)};
    event.at = world_.now();
    gestures_.push_back({std::move(event), label, failing, 0, false, {}, {}});
    numbers_[gestures_.back().event.keys.front()] = gesture;
    world_.tell("user " + gestures_.back().event.user.text(), gestures_.back().event.keys.front() + " " + label);
    auto delay = random_duration(world_.random, milliseconds{0}, milliseconds{200});
    if (world_.random.chance(faults.late)) delay = random_duration(world_.random, seconds{0}, minutes{1});
    if (world_.random.chance(faults.very_late)) delay = random_duration(world_.random, minutes{1}, hours{12});
    world_.at(world_.now() + delay, [this, gesture] { deliver_until_acknowledged(gesture, 0); });
    while (world_.random.chance(faults.repeats)) {
        auto again = delay + random_duration(world_.random, milliseconds{0},
                                             world_.random.chance(50) ? Duration{seconds{1}} : hours{2});
        world_.at(world_.now() + again, [this, gesture] { deliver(gesture); });
    }
}

bool Chat::fails_now(const std::string& key) {
    auto found = numbers_.find(key);
    return found != numbers_.end() && gestures_[found->second].failing-- > 0;
}

void Chat::answered(std::size_t number, const Outcome& outcome) {
    auto& gesture = gestures_[number];
    world_.tell("answer", gesture.event.keys.front() + " " + std::to_string(static_cast<int>(outcome.end)));
    if (outcome.end == Outcome::End::failed) return;
    if (outcome.end == Outcome::End::done && std::exchange(gesture.done, true))
        world_.violate("an event was done a second time: " + gesture.event.keys.front());
    if (gesture.acknowledged && outcome.end == Outcome::End::repeated && outcome.reply != gesture.reply)
        world_.violate("a repeat got another reply than the first time: " + gesture.event.keys.front());
    if (gesture.acknowledged) return;
    gesture.acknowledged = outcome.end;
    gesture.reply = outcome.reply;
}

void Chat::process_died() {
    hand_over = nullptr;
    ++deaths_;
    for (const auto& [id, at] : posted_)
        if (world_.now() - at < unsure_after_crash) ++unsure_[id];
    posted_.clear();
    looked_up_.clear();
}

const Gesture* Chat::find_gesture(const std::string& key) const {
    auto found = numbers_.find(key);
    return found == numbers_.end() ? nullptr : &gestures_[found->second];
}

Chat::Request Chat::arrive(const Outbound& out) {
    auto& random = world_.random;
    const auto& id = out.message.id;
    posted_[id] = world_.now();
    auto platform_id = out.edits_platform_id.empty() ? "p" + std::to_string(++platform_ids_) : out.edits_platform_id;
    auto there = random_duration(random, milliseconds{1}, milliseconds{400});
    auto back = random_duration(random, milliseconds{1}, milliseconds{400});
    if (random.chance(faults.slow)) back += random_duration(random, seconds{1}, seconds{8});
    Request request{{Attempt::End::sent, platform_id, Duration{0}, {}}, there + back};
    if (random.chance(faults.gone)) {
        gone_.insert(id);
        request.attempt = {Attempt::End::refused, {}, Duration{0}, "gone"};
    } else if (random.chance(faults.refused_for_now)) {
        request.attempt = {Attempt::End::retry, {}, random_duration(random, milliseconds{1}, seconds{20}), "later"};
    } else if (random.chance(faults.fails_before)) {
        request = {{Attempt::End::ambiguous, {}, Duration{0}, "timeout"}, request_timeout};
    } else {
        if (random.chance(faults.fails_after))
            request = {{Attempt::End::ambiguous, {}, Duration{0}, "reset"}, there + back};
        if (random.chance(faults.arrives_late)) {
            there = request_timeout + random_duration(random, milliseconds{0}, latest_arrival);
            request = {{Attempt::End::ambiguous, {}, Duration{0}, "timeout"}, request_timeout};
        }
        world_.at(world_.now() + there, [this, out, platform_id] { show(out, platform_id); });
    }
    if (request.attempt.end != Attempt::End::ambiguous) return request;
    ++unsure_[id];
    posted_.erase(id);
    return request;
}

Lookup Chat::look_up(const Outbound& out) {
    auto [last, first_time] = looked_up_.try_emplace(out.message.id, world_.now());
    if (!first_time && world_.now() - last->second < seconds{1})
        world_.violate("the same message is looked up again and again without a pause: " + out.message.id.text());
    last->second = world_.now();
    if (faults.find_cannot) return {Lookup::End::cannot, {}};
    for (const auto& shown : shown_) {
        auto is = shown.id == out.message.id || std::ranges::count(shown.rewritten_by, out.message.id) > 0;
        if (is && world_.now() - shown.changed >= faults.history_lag) return {Lookup::End::found, shown.platform_id};
    }
    return {Lookup::End::absent, {}};
}

void Chat::deliver(std::size_t number) {
    auto& gesture = gestures_[number];
    ++gesture.deliveries;
    world_.tell(hand_over ? "deliver" : "lost", gesture.event.keys.front());
    if (hand_over) hand_over(number);
}

void Chat::deliver_until_acknowledged(std::size_t gesture, int nth) {
    if (gestures_[gesture].acknowledged) return;
    deliver(gesture);
    world_.at(world_.now() + until_next_delivery(nth),
              [this, gesture, nth] { deliver_until_acknowledged(gesture, nth + 1); });
}

void Chat::show(const Outbound& out, const std::string& platform_id) {
    auto* shown = out.edits_platform_id.empty() ? nullptr : find_shown(out.edits_platform_id);
    world_.tell(shown ? "rewrite" : "show", out.message.id.text() + " " + text_of(out.message));
    if (shown) {
        if (std::ranges::count(shown->rewritten_by, out.message.id) == 0) shown->rewritten_by.push_back(out.message.id);
    } else {
        shown_.push_back({out.message.id, {}, platform_id, out.message.conversation, {}, {}, world_.now(), {}});
        shown = &shown_.back();
    }
    shown->text = text_of(out.message);
    shown->buttons = out.message.buttons;
    shown->changed = world_.now();
    if (on_shown) on_shown(*shown);
}

Shown* Chat::find_shown(const std::string& platform_id) {
    auto found = std::ranges::find(shown_, platform_id, &Shown::platform_id);
    return found == shown_.end() ? nullptr : &*found;
}

std::string text_of(const Message& message) {
    std::string text;
    for (const auto& line : message.lines) text += (text.empty() ? "" : " | ") + line.text;
    return text;
}

namespace {

Duration until_next_delivery(int nth) {
    constexpr Duration waits[] = {seconds{3}, seconds{10}, minutes{1}};
    return nth < 3 ? waits[nth] : Duration{minutes{5}};
}

} // namespace

} // namespace vera::simulation
