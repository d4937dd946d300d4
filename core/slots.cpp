#include "core/slots.hpp"

#include "core/must.hpp"

namespace vera {
namespace {

// Calls `text` for what stands between slots and `slot` for each slot's name; false for an open brace.
template <class OnText, class OnSlot> bool walk_slots(std::string_view sentence, OnText text, OnSlot slot) {
    while (true) {
        const auto open = sentence.find('{');
        text(sentence.substr(0, open));
        if (open == std::string_view::npos) return true;
        const auto close = sentence.find('}', open);
        if (close == std::string_view::npos) return false;
        slot(sentence.substr(open + 1, close - open - 1));
        sentence.remove_prefix(close + 1);
    }
}

} // namespace

bool braces_fit(std::string_view sentence) {
    const auto nothing = [](std::string_view) {};
    return walk_slots(sentence, nothing, nothing);
}

std::vector<std::string> slots_of(std::string_view sentence) {
    std::vector<std::string> slots;
    walk_slots(
        sentence, [](std::string_view) {}, [&](std::string_view slot) { slots.emplace_back(slot); });
    return slots;
}

std::string filled(std::string_view sentence, const Slots& slots, std::string_view name) {
    std::string said;
    walk_slots(
        sentence, [&](std::string_view text) { said += text; },
        [&](std::string_view slot) {
            const auto found = slots.find(slot);
            if (found == slots.end()) throw Bug("nobody fills {" + std::string(slot) + "} of " + std::string(name));
            said += found->second;
        });
    return said;
}

} // namespace vera
