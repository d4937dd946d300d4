#include "dialogs/views/learn.hpp"

#include "core/text.hpp"
#include "dialogs/views/status.hpp"

#include <algorithm>

namespace vera {
namespace {

std::vector<const Lesson*> lessons_of(const Course&, std::string_view topic);
std::string heard_key(const Lesson&);
void forget(Desk&, const std::vector<const Lesson*>&);

} // namespace

void show_lesson(Desk& desk, std::string_view topic) {
    const std::string folded = fold(topic);
    const auto lessons = lessons_of(desk.library.course, folded);
    if (lessons.empty())
        return say(desk, "learn.topics", {{"list", say_list(topics(desk.library.course))}}, LineStyle::context);
    const auto is_new = [&](const Lesson* lesson) { return !user(desk).heard.contains(heard_key(*lesson)); };
    auto next = std::ranges::find_if(lessons, is_new);
    if (next == lessons.end()) { // all of them were read: from the beginning
        forget(desk, lessons);
        next = lessons.begin();
    }
    first_time(desk, heard_key(**next));
    for (const std::string& line : (*next)->lines) say_text(desk, line);
    const std::string word = folded.empty() ? "" : " " + folded;
    const Slots slots = {{"n", std::to_string(next - lessons.begin() + 1)},
                         {"of", std::to_string(lessons.size())},
                         {"topic", word},
                         {"list", say_list(topics(desk.library.course))}};
    const bool last = std::ranges::none_of(lessons, is_new);
    say(desk, last ? "learn.last" : "learn.more", slots, LineStyle::context);
}

namespace {

std::vector<const Lesson*> lessons_of(const Course& course, std::string_view topic) {
    std::vector<const Lesson*> found;
    for (const Lesson& lesson : course)
        if (topic.empty() || fold(lesson.topic) == topic) found.push_back(&lesson);
    return found;
}

std::string heard_key(const Lesson& lesson) { return "learn." + lesson.id; }

void forget(Desk& desk, const std::vector<const Lesson*>& lessons) {
    for (const Lesson* lesson : lessons) desk.plan.next.user.heard.erase(heard_key(*lesson));
}

} // namespace
} // namespace vera
