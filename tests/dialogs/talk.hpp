#pragma once
// A talk with the pure turn: what it was told, what it planned last, and when it is. The first minute of one
// deal is ready to be played.
#include "dialogs/turn.hpp"

#include <string>

namespace vera {

const Library& library();
const Library& strict_library(); // of a company chat

struct Talk {
    State state;
    Plan plan;
    Time now;
    int events = 0;
    bool can_open_form = false;
    bool strict = false; // a company's chat in strict mode

    Talk();
    Event event(decltype(Event::what) what);
    std::string take(decltype(Event::what) what); // the new messages' lines
    std::string say(const std::string& text);
    Choice button(const std::string& label) const;
};

void first_questions(Talk&); // a deal with Ingrid and Petra; the first question is open

} // namespace vera
