#pragma once
// Steps that a script has no more. Talks remember an open question by its step's id, so a step that goes
// names a successor, and whatever was asked under the old id is answered there.
#include "core/expected.hpp"
#include "core/toml.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace vera {

struct Library;
struct Script;

struct RetiredStep {
    std::string id, successor;
    std::string where; // file:line:column
};

std::vector<RetiredStep> read_retired(toml::Reader&, Problems&); // [[retired]]
void check_retired(const Script&, Problems&);
// The id that took over, through a chain of them; the same id when it is not retired.
std::string_view todays_id(const Script&, std::string_view id);

// Whether every open question asked in `before` can be answered in `next`: its step is there, or retired, and
// still asks for the same kind of answer. `gone` says whether a step may be missing: the program's own version
// may have steps that a folder never had.
enum class Gone { refused, allowed };
void check_succession(const Library& before, const Library& next, Gone, Problems&);

inline constexpr std::size_t max_retired = 100; // in one script

} // namespace vera
