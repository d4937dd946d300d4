#include "bot/sender.hpp"
#include "tests/simulation/oracle.hpp"

#include <algorithm>

namespace vera::simulation {

namespace {

struct Planned { // a message of a committed turn, and how its row stands at the end
    Message message;
    std::string state;
    std::int64_t number = 0;
    bool may_repeat = true; // when nobody can tell whether it arrived
};
using AllPlanned = std::vector<Planned>;                                  // in the order of planning
using Rows = std::map<std::string, std::pair<std::int64_t, std::string>>; // number and state, by id

AllPlanned planned_messages(const Facts&);
bool may_repeat(const Planned&, const AllPlanned&);
void add_turns(const Facts&, const Rows&, AllPlanned&);
void add_apologies(const Facts&, const Rows&, AllPlanned&);
void check_row(const Facts&, const Planned&);
void check_ends(const Facts&, const Planned&, int visible);
int times_visible(const Chat&, const MessageId&);
void check_explained(const Facts&, const AllPlanned&);
void check_order(const Facts&, const AllPlanned&);
void check_texts(const Facts&, const AllPlanned&);

} // namespace

void check_messages(const Facts& facts) {
    for (const auto& row :
         facts.store.database->run("select id, state from outbox where state in ('planned', 'sending')"))
        facts.world.violate("in the calm phase a message was left " + store::text(row[1]) + ": " + store::text(row[0]));
    auto all = planned_messages(facts);
    for (const auto& planned : all) check_row(facts, planned);
    check_explained(facts, all);
    check_order(facts, all);
    check_texts(facts, all);
}

namespace {

AllPlanned planned_messages(const Facts& facts) {
    Rows rows;
    for (const auto& row : facts.store.database->run("select id, number, state from outbox"))
        rows[store::text(row[0])] = {store::integer(row[1]), store::text(row[2])};
    AllPlanned all;
    add_turns(facts, rows, all);
    add_apologies(facts, rows, all);
    std::ranges::sort(all, {}, &Planned::number);
    for (auto& planned : all) planned.may_repeat = may_repeat(planned, all);
    return all;
}

// An edit that was folded into an unsent message decides for both.
bool may_repeat(const Planned& planned, const AllPlanned& all) {
    auto last = std::find_if(all.rbegin(), all.rend(), [&](const Planned& other) {
        return other.state == "folded" && other.message.edits == planned.message.id;
    });
    return (last == all.rend() ? planned : *last).message.unsure == Unsure::repeat;
}

void add_turns(const Facts& facts, const Rows& rows, AllPlanned& all) {
    for (const auto* turn : in_order(facts.recorder))
        for (const auto& message : turn->plan.messages) {
            auto found = rows.find(message.id.text());
            if (found == rows.end()) {
                facts.world.violate("a planned message has no row: " + message.id.text());
                continue;
            }
            auto [number, state] = found->second;
            if (!all.empty() && number <= all.back().number)
                facts.world.violate("rows are not in the order of the turns: " + message.id.text());
            all.push_back({message, state, number});
        }
}

void add_apologies(const Facts& facts, const Rows& rows, AllPlanned& all) {
    std::map<std::string, int> said;
    for (const auto& [id, apology] : facts.recorder.apologies) {
        auto found = rows.find(id.text());
        if (found == rows.end()) continue;
        ++said[apology.key];
        all.push_back({apology.message, found->second.second, found->second.first});
    }
    for (const auto& gesture : facts.chat.gestures()) {
        auto wanted = gesture.acknowledged == Outcome::End::quarantined ? 1 : 0;
        if (said[gesture.event.keys.front()] != wanted)
            facts.world.violate("not one apology for what was put aside, or one without: " +
                                gesture.event.keys.front());
    }
}

void check_row(const Facts& facts, const Planned& planned) {
    const auto& id = planned.message.id;
    auto visible = times_visible(facts.chat, id);
    if (planned.state == "sent" && visible == 0)
        facts.world.violate("a message counts as sent and is not there: " + id.text());
    auto blind = facts.chat.faults.find_cannot && planned.may_repeat;
    auto allowed = blind ? 1 + facts.chat.unsure(id) : 1;
    if (visible > allowed)
        facts.world.violate("a message is visible " + std::to_string(visible) + " times: " + id.text());
    if (planned.state != "sent") check_ends(facts, planned, visible);
}

// A message may stay away for a stated reason only.
void check_ends(const Facts& facts, const Planned& planned, int visible) {
    const auto& message = planned.message;
    auto unsure = facts.chat.unsure(message.id);
    auto drops = facts.chat.faults.find_cannot && !planned.may_repeat;
    // A process that died before it posted cannot know that it did not; the chat has not seen that attempt.
    auto enough = (drops                           ? 1
                   : facts.chat.faults.find_cannot ? max_unsure_posts
                                                   : max_missed_posts) -
                  facts.chat.deaths();
    auto excused = (planned.state == "expired" && message.useful_until) ||
                   (planned.state == "refused" && facts.chat.was_gone(message.id)) ||
                   (planned.state == "unknown" && unsure >= enough) ||
                   (planned.state == "folded" && !message.edits.empty());
    if (!excused) facts.world.violate("a message is " + planned.state + " without a reason: " + message.id.text());
    if (visible > 0 && planned.state != "unknown" && unsure == 0)
        facts.world.violate("a message is visible that counts as " + planned.state + ": " + message.id.text());
}

int times_visible(const Chat& chat, const MessageId& id) {
    return static_cast<int>(std::ranges::count_if(chat.shown(), [&](const Shown& shown) {
        return shown.id == id || std::ranges::count(shown.rewritten_by, id) > 0;
    }));
}

void check_explained(const Facts& facts, const AllPlanned& all) {
    std::set<MessageId> known;
    for (const auto& planned : all) known.insert(planned.message.id);
    for (const auto& shown : facts.chat.shown())
        if (!known.contains(shown.id))
            facts.world.violate("no committed turn explains a visible message: " + shown.id.text());
}

// What an unsure attempt held up may come later than what was said after it.
void check_order(const Facts& facts, const AllPlanned& all) {
    std::map<ConversationId, Time> last;
    std::map<MessageId, Time> first_seen;
    for (const auto& shown : facts.chat.shown()) first_seen.try_emplace(shown.id, shown.at);
    for (const auto& planned : all) {
        auto seen = first_seen.find(planned.message.id);
        auto& time = last[planned.message.conversation];
        if (seen == first_seen.end() || facts.chat.unsure(planned.message.id) > 0) continue;
        if (seen->second < time)
            facts.world.violate("a message came before an earlier one: " + planned.message.id.text());
        time = seen->second;
    }
}

// Every visible message reads as the newest of its edits that counts as sent.
void check_texts(const Facts& facts, const AllPlanned& all) {
    std::map<MessageId, MessageId> roots;
    std::map<MessageId, std::string> texts;
    std::map<MessageId, bool> certain;
    for (const auto& planned : all) {
        const auto& message = planned.message;
        auto root = message.edits.empty() ? message.id : roots[message.edits];
        roots[message.id] = root;
        certain.try_emplace(root, true);
        if (facts.chat.unsure(message.id) > 0 || planned.state == "refused") certain[root] = false;
        if (planned.state == "sent" || planned.state == "folded") texts[root] = text_of(message);
    }
    for (const auto& shown : facts.chat.shown()) {
        auto root = roots.find(shown.id);
        if (root == roots.end() || !certain[root->second]) continue;
        if (shown.text != texts[root->second])
            facts.world.violate("a message does not read as its last edit: " + shown.id.text());
    }
}

} // namespace

} // namespace vera::simulation
