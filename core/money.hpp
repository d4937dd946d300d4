#pragma once
// An amount with its currency.
#include <string>

namespace vera {

struct Money {
    double amount = 0;
    std::string currency; // "EUR"; empty: not said
    bool operator==(const Money&) const = default;
};

} // namespace vera
