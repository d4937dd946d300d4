#include "dialogs/history.hpp"

#include "dialogs/interview.hpp"

#include <algorithm>

namespace vera {

namespace {

constexpr Duration worth_a_try = std::chrono::seconds{20}; // it must not hold up the next answer

}

void turn_into_history(Desk& desk, const Pending& pending, const std::string& label) {
    if (pending.buttons.empty() || (session(desk).pending && session(desk).pending->id == pending.id)) return;
    Message history;
    history.id = derived<MessageId>(desk.event.id, 'h', 1);
    history.edits = pending.message;
    history.to = user(desk).id;
    history.conversation = desk.event.conversation;
    history.thread = desk.event.thread;
    history.about = pending.deal;
    history.lines = pending.lines;
    if (!label.empty()) history.lines.push_back({label, LineStyle::quote});
    history.notice = sentence(desk, "notice.answer");
    history.useful_until = desk.now + worth_a_try;
    desk.plan.messages.push_back(std::move(history));
}

bool bring_back(Desk& desk, const QuestionId& id) {
    auto& talk = session(desk);
    if (talk.pending && talk.pending->id == id) return true;
    const auto parked = std::ranges::find(talk.parked, id, &Pending::id);
    if (parked == talk.parked.end()) return false;
    Pending wanted = std::move(*parked);
    talk.parked.erase(parked);
    park_pending(desk);
    talk.pending = std::move(wanted);
    return true;
}

} // namespace vera
