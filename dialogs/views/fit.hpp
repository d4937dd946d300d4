#pragma once
// Whether the method fits this deal: where points alone decide and no person's own view counts, it does not
// (framework.txt, "not ideal for"). Answered from the facts, with what follows from it.
#include "dialogs/desk.hpp"

namespace vera {

void show_fit(Desk&, const Deal&);

} // namespace vera
