#include "core/crm/days.hpp"

#include "core/text.hpp"

#include <array>
#include <charconv>

namespace vera::crm {
namespace {

struct Parts { // as they stand
    std::array<int, 3> numbers{};
    std::array<std::size_t, 3> digits{};
    char separator = 0;
};

std::optional<Parts> parts_of(std::string_view text);
bool needs_order(const Parts&);
std::optional<Day> day_of(int year, int month, int day);
std::string unsettled(const Cell&);

} // namespace

std::optional<DayOrder> day_order(const std::vector<Cell>& cells, const std::string& file, Problems& problems) {
    const Cell *day_first = nullptr, *month_first = nullptr, *open = nullptr;
    for (const Cell& cell : cells) {
        const auto parts = parts_of(cell.text);
        if (!parts || !needs_order(*parts)) continue;
        const auto& [first, second, year] = parts->numbers;
        if (first > 12 && second <= 12 && !day_first) day_first = &cell;
        if (second > 12 && first <= 12 && !month_first) month_first = &cell;
        if (first <= 12 && second <= 12 && first != second && !open) open = &cell;
    }
    if (day_first && month_first) {
        problems.push_back({file, "has days of both orders: " + day_first->text + " in line " +
                                      std::to_string(day_first->line) + ", " + month_first->text + " in line " +
                                      std::to_string(month_first->line)});
        return std::nullopt;
    }
    if (open && !day_first && !month_first) {
        problems.push_back({file + ":" + std::to_string(open->line), unsettled(*open)});
        return std::nullopt;
    }
    if (!day_first && !month_first) return std::nullopt;
    return day_first ? DayOrder::day_first : DayOrder::month_first;
}

std::optional<Day> read_day(std::string_view text, std::optional<DayOrder> order) {
    const auto parts = parts_of(text);
    if (!parts) return std::nullopt;
    const auto& [a, b, c] = parts->numbers;
    if (parts->digits[0] == 4) return day_of(a, b, c);
    const bool day_first = parts->separator == '.' || a == b || order == DayOrder::day_first;
    if (!day_first && !order) return std::nullopt;
    return day_first ? day_of(c, b, a) : day_of(c, a, b);
}

namespace {

std::optional<Parts> parts_of(std::string_view text) {
    text = trim(text);
    text = text.substr(0, std::min(text.find_first_of(" T"), text.size()));
    Parts parts;
    for (std::size_t i = 0; i < 3; ++i) {
        const char* begin = text.data();
        const auto read = std::from_chars(begin, begin + text.size(), parts.numbers[i]);
        parts.digits[i] = static_cast<std::size_t>(read.ptr - begin);
        if (read.ec != std::errc{} || parts.digits[i] > 4 || parts.numbers[i] < 0) return std::nullopt;
        text.remove_prefix(parts.digits[i]);
        if (i == 2) break;
        const bool separated = !text.empty() && (text[0] == '.' || text[0] == '/' || text[0] == '-');
        if (!separated || (i == 1 && text[0] != parts.separator)) return std::nullopt;
        parts.separator = text[0];
        text.remove_prefix(1);
    }
    const bool year_first = parts.digits[0] == 4 && parts.digits[1] <= 2 && parts.digits[2] <= 2;
    const bool year_last = parts.digits[0] <= 2 && parts.digits[1] <= 2 && parts.digits[2] == 4;
    return text.empty() && (year_first || year_last) ? std::optional(parts) : std::nullopt;
}

bool needs_order(const Parts& parts) { return parts.separator != '.' && parts.digits[0] != 4; }

std::optional<Day> day_of(int year, int month, int day) {
    const Day made{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                   std::chrono::day{static_cast<unsigned>(day)}};
    if (!made.ok() || year < 2000 || year > 2100) return std::nullopt;
    return made;
}

std::string unsettled(const Cell& cell) {
    return "\"" + cell.text + "\" has the day or the month first, and no row settles which; say it with --dates";
}

} // namespace
} // namespace vera::crm
