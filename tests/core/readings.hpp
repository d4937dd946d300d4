#pragma once
// Tables of what people type and how it is read, on Monday 23 November 2026.
#include "core/reading/measure.hpp"
#include "core/reading/when.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <string_view>

namespace vera {

inline const Day monday = parse_iso_day("2026-11-23").value();

struct Row {
    const char* text;
    const char* read;
};

// "metric | from | to | unit | by"; a change in percent is marked, a missing part is "-".
std::string read_result(std::string_view text);
// "2026-11-27", "2026-11-27 rough", "none".
std::string read_day(std::string_view text, Look = Look::ahead, Day today = monday);

template <std::size_t N, class Read> void check_rows(const Row (&rows)[N], Read read) {
    for (const auto& [text, expected] : rows) {
        INFO(text);
        CHECK(read(text) == expected);
    }
}

} // namespace vera
