#include "dialogs/library/course.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace vera {
namespace {

void check_lesson(const Lesson&, const std::string& where, Problems&);

} // namespace

Course read_course(const toml::Tree& tree, Problems& problems) {
    Course course;
    toml::Reader file(tree.root, problems);
    for (const auto* node : file.tables("lesson")) {
        toml::Reader table(*node, problems);
        Lesson lesson{table.text("id"), table.text("topic"), table.texts("lines")};
        if (std::ranges::find(course, lesson.id, &Lesson::id) != course.end())
            problems.push_back({table.where("id"), "the lesson \"" + lesson.id + "\" stands here twice"});
        check_lesson(lesson, table.where("lines"), problems);
        table.finish();
        course.push_back(std::move(lesson));
    }
    file.finish();
    if (course.empty()) problems.push_back({tree.file, "there must be at least one [[lesson]]"});
    return course;
}

std::vector<std::string> topics(const Course& course) {
    std::vector<std::string> found;
    for (const Lesson& lesson : course)
        if (std::ranges::find(found, lesson.topic) == found.end()) found.push_back(lesson.topic);
    return found;
}

namespace {

void check_lesson(const Lesson& lesson, const std::string& where, Problems& problems) {
    if (lesson.lines.size() < fewest_lesson_lines || lesson.lines.size() > most_lesson_lines)
        problems.push_back({where, "a lesson has two or three lines, not " + std::to_string(lesson.lines.size())});
    for (const std::string& line : lesson.lines) {
        if (trim(line).empty()) problems.push_back({where, "an empty line"});
        if (length(line) > lesson_line_text)
            problems.push_back({where, "a line has at most " + std::to_string(lesson_line_text) + " characters"});
    }
}

} // namespace
} // namespace vera
