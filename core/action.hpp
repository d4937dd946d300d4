#pragma once
// A next step: what, who, by when.
#include "core/fact.hpp"

#include <optional>
#include <string>

namespace vera {

enum class ActionState { open, done, dropped };

// `about` is the field it should fill ("win"), so that the answer can be asked for when it is done; empty
// for a free one.
struct Action {
    ActionId id;
    std::string text;
    std::string who; // empty: the seller
    std::optional<Day> due;
    std::string about;
    ActionState state = ActionState::open;
    int told = 0; // reminders that came
    Source source;
    bool operator==(const Action&) const = default;
};

} // namespace vera
