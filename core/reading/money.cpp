#include "core/reading/money.hpp"

#include "core/reading/quantity.hpp"

namespace vera {
namespace {

constexpr double least_bare_sum = 1'000; // "42" alone is as likely a number of seats

bool may_be_sum(const Quantity&);
bool is_bare_sum(const Tokens&, const Quantity&);
bool opens_range(const Tokens&, const std::vector<Quantity>&, std::size_t index);
std::string currency_code(const Tokens&, const Quantity&);

} // namespace

std::optional<Money> read_money(std::string_view text) {
    const Tokens all = tokens(text);
    const std::vector<Quantity> numbers = quantities(all, Reading::money);
    std::optional<Money> bare;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const Quantity& number = numbers[i];
        if (!may_be_sum(number)) continue;
        const bool sure = !number.currency.empty() || number.scale > 1;
        if (sure && opens_range(all, numbers, i)) return std::nullopt;
        if (sure) return Money{number.value, currency_code(all, number)};
        if (!bare && is_bare_sum(all, number)) bare = Money{number.value, {}};
    }
    return bare;
}

bool comparable(const Money& a, const Money& b) {
    return a.currency == b.currency || a.currency.empty() || b.currency.empty();
}

std::string say_money(const Money& money) {
    const std::string amount = say_number(money.amount, 2, 4);
    return money.currency.empty() ? amount : money.currency + " " + amount;
}

namespace {

bool may_be_sum(const Quantity& number) { return !number.percent && !number.clock && number.value > 0; }

bool is_bare_sum(const Tokens& all, const Quantity& number) {
    if (number.spoken || number.value < least_bare_sum) return false;
    const bool year = number.end == number.begin + 1 && number.value >= 1900 && number.value <= 2099;
    const std::string_view after = word_at(all, number.end);
    const bool of_a_time = is_one_of(after, {"a", "per", "each", "every", "in", "first", "over", "for", "annually",
                                             "yearly", "monthly", "total", "deal", "contract", "pa", "p", "by", "and"});
    return !year && (after.empty() || of_a_time);
}

// "180k to 200k", "180k or 200k": which of them is not ours to say.
bool opens_range(const Tokens& all, const std::vector<Quantity>& numbers, std::size_t index) {
    if (index + 1 >= numbers.size() || numbers[index + 1].begin > numbers[index].end + 1) return false;
    const std::size_t between = numbers[index].end;
    return is_one_of(word_at(all, between), {"to", "or", "bis"}) ||
           is_one_of(sign_at(all, between), {"-", "\xE2\x80\x93", "/"});
}

std::string currency_code(const Tokens& all, const Quantity& number) {
    if (number.currency != "$") return number.currency;
    const bool before = sign_at(all, number.begin) == "$" && number.begin > 0 && glued_at(all, number.begin);
    const std::string_view country = before ? word_at(all, number.begin - 1) : "";
    if (is_one_of(country, {"a", "au"})) return "AUD";
    if (is_one_of(country, {"c", "ca", "can"})) return "CAD";
    if (country == "nz") return "NZD";
    if (country == "hk") return "HKD";
    return is_one_of(country, {"s", "sg"}) ? "SGD" : "USD";
}

} // namespace
} // namespace vera
