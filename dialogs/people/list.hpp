#pragma once
// The list of who decides, between being named and being confirmed: its rows, showing it, mending it by
// number and words, and turning it into the deal's people.
#include "dialogs/desk.hpp"

#include <string_view>
#include <vector>

namespace vera {

// A row is a draft, or an empty chair: a role nobody fills, or the one for today's way (product 5).
struct ListRow {
    std::optional<std::size_t> draft;
    std::optional<Role> role;
    bool old_way = false;
};
std::vector<ListRow> list_rows(const std::vector<Draft>&);

bool list_open(const Desk&);                    // of the deal in focus
void open_list(Desk&);                          // everybody we have, to be shown and changed
void add_to_list(Desk&, std::string_view text); // people named in a line
void keep_leftover(Desk&, std::string words);   // a note of the deal, once the list is stored
bool has_answers(const Influence&);             // anything was told about them
enum class Mended { yes, not_understood, confirmed };
Mended mend_list(Desk&, std::string_view text); // "2 is Technical", "remove 3", "add ...", "looks right"
void show_list(Desk&);
void store_list(Desk&); // drafts become people of the deal; nothing typed is lost
void leave_deal(Desk&); // before another one comes into focus

std::string say_roles(const Desk&, const Roles&, bool owns_old_way, bool ours);
std::string say_title(const std::string& title); // ", COO" or nothing
std::string say_role(const Desk&, Role);         // "has the last word"

} // namespace vera
