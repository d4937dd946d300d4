#pragma once
// Sums of money as people type them: "EUR 180k first year", "1,2 Mio", "$1.4m". Which period a sum is
// for stays in the words beside it.
#include <optional>
#include <string>
#include <string_view>

namespace vera {

struct Money {
    double amount = 0;
    std::string currency; // "EUR", "USD"; empty: nobody said
    bool operator==(const Money&) const = default;
};

// The first sum in the text. A bare number counts only if it can be nothing else: "180000", not "42 seats".
std::optional<Money> read_money(std::string_view text);

bool comparable(const Money&, const Money&); // one currency, or nobody said which

std::string say_money(const Money&); // "EUR 180,000"; reads back as the same sum

} // namespace vera
