#include "core/reading/money.hpp"

#include "tests/support/catch.hpp"

namespace vera {
namespace {

std::string read(std::string_view text) {
    const auto money = read_money(text);
    return money ? say_money(*money) : "nothing";
}

struct Row {
    const char* text;
    const char* money;
};

} // namespace

TEST_CASE("a sum of money is read as people type it", "[money]") {
    const Row rows[] = {
        {"180k", "180,000"},
        {"EUR 180k first year", "EUR 180,000"},
        {"€180,000", "EUR 180,000"},
        {"$1.4m", "USD 1,400,000"},
        {"US$ 1.4m", "USD 1,400,000"},
        {"A$250k", "AUD 250,000"},
        {"GBP 900k", "GBP 900,000"},
        {"£900k", "GBP 900,000"},
        {"180.000 Euro", "EUR 180,000"},
        {"180.000,50 EUR", "EUR 180,000.5"},
        {"CHF 180'000", "CHF 180,000"},
        {"1,2 Mio", "1,200,000"},
        {"1.2m", "1,200,000"},
        {"1,2 Mio. €", "EUR 1,200,000"},
        {"310k a year", "310,000"},
        {"180k€", "EUR 180,000"},
        {"180 k EUR", "EUR 180,000"},
        {"180 T€", "EUR 180,000"},
        {"TEUR 180", "EUR 180,000"},
        {"180 kEUR", "EUR 180,000"},
        {"about 180 thousand euros", "EUR 180,000"},
        {"80 grand", "80,000"},
        {"half a million dollars", "USD 500,000"},
        {"two million", "2,000,000"},
        {"180000", "180,000"},
        {"180,000 a year", "180,000"},
        {"9500 EUR", "EUR 9,500"},
        {"worth 180k, signed by end of March 2027", "180,000"},
        {"Berth planning for 3 terminals, EUR 180k first year, signed by 31.3.2027", "EUR 180,000"},
        {"42 seats, 60k per year", "60,000"},
        {"SEK 1.2m", "SEK 1,200,000"},
        {"EUR 180", "EUR 180"},
    };
    for (const auto& [text, money] : rows) {
        INFO(text);
        CHECK(read(text) == money);
    }
}

TEST_CASE("what may be something else is not taken for money", "[money]") {
    for (const auto* text :
         {"", "42 seats", "42", "1200 seats", "by June 2027", "2027", "12.11.2026", "2026-11-27", "15 %", "180-200k",
          "180k to 200k", "180k or 200k", "a lot of money", "7:40", "-5k", "100,000,000,000,000,000", "line 4"}) {
        INFO(text);
        CHECK(read(text) == "nothing");
    }
}

TEST_CASE("money reads back as the same sum", "[money]") {
    for (const auto& money : {Money{180'000, "EUR"}, Money{1'400'000, "USD"}, Money{9'500, "GBP"}, Money{250'000, ""},
                              Money{1'250.5, "CHF"}, Money{180, "SEK"}}) {
        INFO(say_money(money));
        CHECK(read_money(say_money(money)) == money);
    }
}

TEST_CASE("money in any bytes is looked for quickly", "[money]") {
    for (const std::string_view piece :
         {"1", "1,", "EUR ", "k", "1k ", "$", "half a ", "two ", "\xFF", "1 000 ", "-"}) {
        std::string text;
        while (text.size() < 4'000) text += piece;
        read_money(text);
    }
    SUCCEED();
}

} // namespace vera
