#pragma once
// Reading the answer to "who spoke with them, and when last?".
#include "core/time.hpp"

#include <string_view>

namespace vera {

enum class ContactRead {
    nobody,
    talk,    // somebody of us did: a day that was, a word for talking, or who it was
    to_come, // it is planned, and that is no contact yet
    unclear, // words about something else, perhaps
};
ContactRead read_contact(std::string_view text, Day today);

} // namespace vera
