#pragma once
// The words of a deal as they were typed, wherever they are kept: to find them again, and to delete them.
#include "core/deal.hpp"

#include <functional>
#include <string>

namespace vera {

// Deletes what consists of such words; the fact counts as not told then. False: there was none.
bool delete_words(Deal&, const std::function<bool(const std::string&)>& such);
bool has_words(const Deal&, const std::string& words);

} // namespace vera
