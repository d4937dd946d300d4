#pragma once
// What is doubtful in a text about the person in focus: the checks of core, with this deal's people, quotes and
// other texts to hold it against.
#include "core/checks/check.hpp"
#include "dialogs/desk.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace vera {

struct Doubtful {
    std::string finding; // the step's id in aside.toml
    bool refuses = false;
};
std::optional<Doubtful> doubt_about(const Desk&, Checked, std::string_view text);

} // namespace vera
