#pragma once
// The solution sheet of what is sold here (framework.txt, step 1): the Results it can prove, the Wins it could
// offer to each role, the Loses it tends to cause. Shown, and linked to a deal; it never fills a person's field.
#include "dialogs/desk.hpp"

#include <string_view>

namespace vera {

bool show_sheet(Desk&, std::string_view product); // "sheet", "sheet Yard planner"

// Links the deal to the one sheet whose name stands in the words; the same again changes nothing.
void notice_product(Desk&, Deal&, std::string_view words);

} // namespace vera
