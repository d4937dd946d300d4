// Weeks, by their place or their number: "next week", "KW 49", "week 3/2027", "2026-W49".
#include "core/reading/when_rules.hpp"

namespace vera::when {
namespace {

std::optional<Week> read_numbered(const Text&, std::size_t at);
std::optional<Week> week_of_year(const Text&, int number, std::optional<int> year, std::size_t tokens);
Day first_monday(int year) {
    return monday_of(Day{std::chrono::year{year}, std::chrono::January, std::chrono::day{4}});
}

} // namespace

std::optional<Week> read_week(const Text& text, std::size_t at) {
    const std::string_view which = word_at(text.tokens, at);
    const bool named = is_one_of(word_at(text.tokens, at + 1), {"week", "wk"});
    if (named && is_one_of(which, {"this", "next", "nxt", "last", "coming"})) {
        const int step = which == "last" ? -1 : which == "this" ? 0 : 1;
        return Week{add_days(monday_of(text.today), 7 * step), false, 2};
    }
    return read_numbered(text, at);
}

namespace {

std::optional<Week> read_numbered(const Text& text, std::size_t at) {
    const Tokens& all = text.tokens;
    const auto year_first = year_at(all, at + 0);
    if (digits_at(all, at).size() == 4 && number_at(all, at) && sign_at(all, at + 1) == "-" &&
        word_at(all, at + 2) == "w" && glued_at(all, at + 3) && number_at(all, at + 3)) {
        return week_of_year(text, *number_at(all, at + 3), number_at(all, at), 4);
    }
    const std::string_view word = word_at(all, at);
    std::size_t place = at + (word == "calendar" && word_at(all, at + 1) == "week" ? 2 : 1);
    const bool sure = is_one_of(word, {"kw", "cw"}) || place == at + 2;
    const bool known = sure || is_one_of(word, {"week", "wk"}) || (word == "w" && glued_at(all, place));
    if (!known || year_first) return std::nullopt;
    if (sign_at(all, place) == "." && sure) ++place;
    const auto number = number_at(all, place);
    if (!number || digits_at(all, place).size() > 2) return std::nullopt;
    const std::string_view before = at > 0 ? word_at(all, at - 1) : "";
    const bool of_something = word_at(all, place + 1) == "of" || is_one_of(before, {"per", "a", "each", "every"});
    const bool range = glued_at(all, place + 1) && sign_at(all, place + 1) == ":";
    if (!sure && (of_something || range)) return std::nullopt;
    const bool separated = is_one_of(sign_at(all, place + 1), {"/", ",", "-"}) && year_at(all, place + 2);
    const auto year = year_at(all, place + (separated ? 2 : 1));
    return week_of_year(text, *number, year, place + 1 + (year ? separated ? 2 : 1 : 0) - at);
}

std::optional<Week> week_of_year(const Text& text, int number, std::optional<int> year, std::size_t tokens) {
    if (number < 1 || number > 53) return std::nullopt;
    const auto monday = [&](int in_year) { return add_days(first_monday(in_year), 7 * (number - 1)); };
    const int this_year = static_cast<int>(text.today.year());
    int chosen = year.value_or(this_year);
    if (!year && text.look == Look::ahead && add_days(monday(chosen), 4) < text.today) ++chosen;
    if (!year && text.look == Look::back && monday(chosen) > text.today) --chosen;
    if (monday(chosen) >= first_monday(chosen + 1)) return std::nullopt; // no week 53 in that year
    return Week{monday(chosen), true, tokens};
}

} // namespace
} // namespace vera::when
