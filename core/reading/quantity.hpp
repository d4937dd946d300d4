#pragma once
// Numbers with what belongs to them: "1,9", "EUR 410k", "-15 %", "7:40". Behind core/reading/measure.hpp.
#include "core/reading/tokens.hpp"

#include <string>
#include <vector>

namespace vera {

struct Quantity {
    double value = 0;
    std::size_t begin = 0, end = 0; // tokens, with sign, currency, thousand or million, percent
    std::string currency;           // "EUR"
    bool percent = false;
    bool with_sign = false; // "-15", "+3"
    bool clock = false;     // "7:40", the value in the smaller unit
    bool spoken = false;    // in words: "fourteen"
    double scale = 1;       // 1'000 for "k"; already in the value
};

enum class Reading { measure, money }; // in money, "1.4m" is always a million and "half a million" a number

// All numbers that count something: not "line 4", "per 100", "2027/28", "B2B" or "2-3".
std::vector<Quantity> quantities(const Tokens&, Reading = Reading::measure);

// Without zeros at the end, grouped if it has at least so many digits: "410,000".
std::string say_number(double value, int decimals = 4, std::size_t grouped_from = 5);

} // namespace vera
