// Two files that somebody else wrote without seeing the lists: lines that may stand, and lines Vera should
// ask about. Prints what was hit, missed and asked in vain.
#include "core/text.hpp"
#include "tests/core/check_samples.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <iostream>
#include <map>

namespace vera {
namespace {

struct Line {
    Checked what = Checked::win;
    std::string finding; // empty: may stand
    std::string text;
};

// "win: text" or "win/organisational: text".
std::vector<Line> lines_of(const std::string& name) {
    std::ifstream file{VERA_SOURCE_DIR "/tests/checks/" + name};
    std::vector<Line> lines;
    for (std::string line; std::getline(file, line);) {
        if (trim(line).empty() || line.starts_with('#')) continue;
        const std::size_t colon = line.find(':');
        REQUIRE(colon != std::string::npos);
        const std::string head = line.substr(0, colon);
        const std::size_t slash = std::min(head.find('/'), head.size());
        const auto what = enum_value<Checked>(head.substr(0, slash));
        INFO(line);
        REQUIRE(what);
        lines.push_back({*what, slash < head.size() ? head.substr(slash + 1) : "",
                         std::string{trim(std::string_view{line}.substr(colon + 1))}});
    }
    return lines;
}

struct Count {
    int lines = 0, right = 0, otherwise = 0, in_vain = 0;
};

// Of a hundred lines, as good as that in both directions.
struct Wanted {
    int caught = 0, in_vain = 0;
};

void measure(const std::string& bad_file, const std::string& good_file, Wanted wanted) {
    std::map<std::string, Count> counts;
    int caught = 0, alarms = 0;
    const auto bad = lines_of(bad_file);
    const auto good = lines_of(good_file);
    for (const auto& line : bad) {
        const auto found = check(shipped_checks(), line.what, line.text, {});
        const bool right = finding_word(found) == line.finding;
        const bool otherwise = !right && found && refuses(found->finding);
        auto& count = counts[line.finding];
        ++count.lines;
        count.right += right ? 1 : 0;
        count.otherwise += otherwise ? 1 : 0;
        caught += right || otherwise ? 1 : 0;
        if (!right) std::cout << "  " << line.finding << " -> " << finding_word(found) << ": " << line.text << '\n';
    }
    for (const auto& line : good) {
        const auto found = check(shipped_checks(), line.what, line.text, {});
        if (!found) continue;
        ++alarms;
        ++counts[finding_word(found)].in_vain;
        std::cout << "  good -> " << finding_word(found) << " \"" << found->word << "\": " << line.text << '\n';
    }
    for (const auto& [finding, count] : counts)
        std::cout << "  " << finding << ": " << count.right << " of " << count.lines << " as themselves, "
                  << count.otherwise << " as another refusing one, " << count.in_vain << " in vain\n";
    std::cout << "  caught " << caught << " of " << bad.size() << ", in vain " << alarms << " of " << good.size()
              << '\n';
    CHECK(caught * 100 >= wanted.caught * static_cast<int>(bad.size()));
    CHECK(alarms * 100 <= wanted.in_vain * static_cast<int>(good.size()));
}

} // namespace

TEST_CASE("lines written without knowledge of the lists are caught, and good ones pass", "[checks]") {
    measure("bad.txt", "good.txt", {85, 5});
}

TEST_CASE("lines that once slipped through are caught, and those asked in vain pass", "[checks]") {
    measure("more_bad.txt", "more_good.txt", {95, 2});
}

} // namespace vera
