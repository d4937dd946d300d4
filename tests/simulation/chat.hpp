#pragma once
// The simulated platform. It outlives every process: what it shows stays shown. It hands over what users
// did, again and again until somebody acknowledges, late and out of order; and it takes messages, with
// every way an attempt can end.
#include "bot/engine.hpp"
#include "bot/platform.hpp"
#include "tests/simulation/world.hpp"

#include <set>

namespace vera::simulation {

// Percentages, drawn by the seed: some runs know no repeats, some nothing but lost answers.
struct ChatFaults {
    int repeats = 0, late = 0, very_late = 0;                                               // what users did
    int refused_for_now = 0, fails_before = 0, fails_after = 0, arrives_late = 0, slow = 0; // posts
    int gone = 0;             // the chat of one message is gone for good
    bool find_cannot = false; // nobody can tell whether an ambiguous message arrived
    Duration history_lag{0};  // find() sees nothing younger
};

// One thing a user did. Its keys are the same in every delivery; the event's id is not.
struct Gesture {
    Event event;
    std::string label;
    int failing = 0; // so many of its turns throw before one succeeds
    int deliveries = 0;
    bool done = false;
    std::optional<Outcome::End> acknowledged;
    std::optional<Reply> reply; // of the acknowledged turn
};

// A message as the user sees it.
struct Shown {
    MessageId id;
    std::vector<MessageId> rewritten_by;
    std::string platform_id;
    ConversationId conversation;
    std::string text;
    std::vector<Button> buttons;
    Time at{}, changed{};
};

class Chat {
public:
    Chat(World& world, ChatFaults faults) : faults(faults), world_(world) {}
    ChatFaults faults;

    void act(Event, const std::string& label, int failing = 0); // a user does something, now
    bool fails_now(const std::string& key);                     // counts down `failing`
    std::function<void(std::size_t gesture)> hand_over;         // to the process; empty while it is down
    void answered(std::size_t gesture, const Outcome&);
    void process_died();

    struct Request { // how one call will go
        Attempt attempt;
        Duration answer_after{0};
    };
    Request arrive(const Outbound&);
    Lookup look_up(const Outbound&);

    const std::vector<Gesture>& gestures() const { return gestures_; }
    const std::vector<Shown>& shown() const { return shown_; }
    const Gesture* find_gesture(const std::string& key) const;
    int unsure(const MessageId& id) const { return unsure_.contains(id) ? unsure_.at(id) : 0; }
    bool was_gone(const MessageId& id) const { return gone_.contains(id); }
    int deaths() const { return deaths_; }      // of processes
    std::function<void(const Shown&)> on_shown; // the user looks at the telephone

private:
    void deliver(std::size_t gesture);
    void deliver_until_acknowledged(std::size_t gesture, int nth);
    void show(const Outbound&, const std::string& platform_id);
    Shown* find_shown(const std::string& platform_id);
    World& world_;
    std::vector<Gesture> gestures_;
    std::map<std::string, std::size_t> numbers_; // of gestures, by key
    std::vector<Shown> shown_;
    std::map<MessageId, Time> posted_; // the last attempt that did not end unsure
    std::map<MessageId, Time> looked_up_;
    std::map<MessageId, int> unsure_; // attempts of which nobody knows how they ended
    std::set<MessageId> gone_;
    int platform_ids_ = 0, deaths_ = 0;
};

std::string text_of(const Message&);

} // namespace vera::simulation
