#pragma once
// The sample deal the views are tested over, and what they print.
#include "dialogs/desk.hpp"

#include <functional>
#include <string>

namespace vera {

inline constexpr Day sample_today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};

Deal sample_deal(); // Nordkai: four people, known, guessed and open
Influence& person_called(Deal&, const std::string& first);

// Shown to Leo on 24 November 2026, with the deal in focus.
std::string shown(const Deal&, const std::function<void(Desk&, const Deal&)>& view);
std::size_t lines_in(const std::string& text);

} // namespace vera
