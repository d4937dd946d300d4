#pragma once
// The part of an export about one person.
#include "core/export/discretion.hpp"
#include "core/export/sheet.hpp"

namespace vera::sheet {

Record person_of(const Influence&, const Discretion&);
Record step_of(const Action&, const std::string& person, const Discretion&);

} // namespace vera::sheet
