#pragma once
// Amounts as tools write them: "410,000.00", "410.000,00", "410 000", "EUR 410'000", "$410,000". Read for a
// ledger, not for a talk: what could be two sums is refused.
#include "core/reading/money.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace vera::crm {

struct Decimals { // the signs that surely stand before decimals somewhere in the file
    bool point = false, comma = false;
};
void note_decimals(std::string_view text, Decimals&);

struct AmountRead {
    std::optional<Money> money;
    std::string why_not; // completes "Amount "410" ..."
};
AmountRead read_amount(std::string_view text, const Decimals&);

// "EUR" out of "eur" and "Euro (EUR)"; empty: no code.
std::string currency_code(std::string_view text);

std::string say_amount(const Money&); // "EUR 410,000", "410,000.50"

} // namespace vera::crm
