#pragma once
// The same facts under the letters of MEDDPICC (domain 17), for companies that report in them. One line per
// letter; what nobody asked says so. A mapping, not a second interview.
#include "dialogs/desk.hpp"

namespace vera {

void show_meddpicc(Desk&, const Deal&);

} // namespace vera
