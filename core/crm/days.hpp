#pragma once
// Days as the tools of different countries write them. ISO and 31.08.2027 say which part is which; whether
// 3/4/2027 is in March or in April is settled by another row of the file, or not at all.
#include "core/expected.hpp"
#include "core/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vera::crm {

enum class DayOrder { day_first, month_first };

struct Cell { // a text and the line it begins in
    std::size_t line = 0;
    std::string text;
};

// What the rows settle, nothing when no row needs it. Problems: the rows contradict each other, or one needs it and
// none settles it.
std::optional<DayOrder> day_order(const std::vector<Cell>&, const std::string& file, Problems&);

// A time of day behind it is left out. Nullopt: not a day between 2000 and 2100, in this order.
std::optional<Day> read_day(std::string_view text, std::optional<DayOrder>);

} // namespace vera::crm
