#include "bot/http.hpp"

#include <algorithm>

namespace vera {

std::string_view header(const Headers& headers, std::string_view name) {
    const auto found = std::ranges::find(headers, name, [](const auto& entry) { return entry.first; });
    return found == headers.end() ? std::string_view{} : std::string_view{found->second};
}

} // namespace vera
