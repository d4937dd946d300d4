#pragma once
// The lessons of "learn", read from wording/learn.toml, which editors may change.
#include "core/expected.hpp"
#include "core/toml.hpp"

#include <string>
#include <vector>

namespace vera {

struct Lesson {
    std::string id; // stable: what somebody has read is remembered by it
    std::string topic;
    std::vector<std::string> lines;
};
using Course = std::vector<Lesson>; // in the order they are given

inline constexpr std::size_t fewest_lesson_lines = 2, most_lesson_lines = 3, lesson_line_text = 200;

Course read_course(const toml::Tree&, Problems& problems);
std::vector<std::string> topics(const Course&); // each once, in their order

} // namespace vera
