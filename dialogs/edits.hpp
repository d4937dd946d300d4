#pragma once
// What was said and is changed or deleted in the chat afterwards (product 6).
#include "dialogs/desk.hpp"

namespace vera {

inline constexpr std::string_view erase_value = "erase."; // a Choice's value, before "keep" or the words' fingerprint

void hear_edited(Desk&,
                 const Edited&); // the last answer is corrected; an older one stays, and it is said how to change it
void hear_deleted(Desk&, const Deleted&); // offers to delete what was kept from it; silent when there is nothing
void choose_on_deleted(Desk&, const Choice&);

} // namespace vera
