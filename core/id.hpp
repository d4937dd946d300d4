#pragma once
// Strong ids: text that is compared and stored, never looked into. No conversions, so two ids cannot be
// swapped by accident. Nothing in core or dialogs makes an id out of chance: the shell gives each event
// one, and everything a turn creates derives from it (derived()), so that a turn run again is the same.
#include <compare>
#include <string>
#include <utility>

namespace vera {

template <class Tag> class Id {
public:
    Id() = default; // "none"
    explicit Id(std::string text) : text_(std::move(text)) {}
    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }
    explicit operator bool() const { return !text_.empty(); }
    auto operator<=>(const Id&) const = default;

private:
    std::string text_;
};

using TenantId = Id<struct TenantTag>; // the company that runs Vera
using UserId = Id<struct UserTag>;     // somebody who talks to Vera
using DealId = Id<struct DealTag>;
using PersonId = Id<struct PersonTag>; // a human at the buying company
using ActionId = Id<struct ActionTag>;
using EventId = Id<struct EventTag>;
using MessageId = Id<struct MessageTag>;           // ours; the platform's own id stays in the outbox
using QuestionId = Id<struct QuestionTag>;         // one asking of one question; its buttons carry it
using ConversationId = Id<struct ConversationTag>; // the platform's name of a chat
using ThreadId = Id<struct ThreadTag>;             // empty: the main line of the conversation

// The n-th id of its kind that comes out of one event: "<event>-<kind><n>".
template <class Any> Any derived(const EventId& event, char kind, std::size_t n) {
    return Any{event.text() + "-" + kind + std::to_string(n)};
}

} // namespace vera
