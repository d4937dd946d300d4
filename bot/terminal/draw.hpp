#pragma once
// A message as text for a terminal: its lines and numbered buttons. Pure; every control character of what
// people wrote is gone, so nothing can move the cursor or pose as Vera.
#include "core/message.hpp"

#include <string>

namespace vera {

struct Window {
    bool colour = false;   // bold, faint
    std::size_t width = 0; // columns to wrap at; 0: never
};

// Never an empty line; every line ends with '\n'.
std::string draw(const Message&, const Window&);
std::string draw(const std::string& text, const Window&);

} // namespace vera
