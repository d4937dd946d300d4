// What people could type, written without a look at the readers (tests/paraphrases/lines.txt): the kinds
// that pure functions can judge. VERA_SHOW_MISSES=1 prints every line that was read otherwise.
#include "core/reading/measure.hpp"
#include "core/reading/money.hpp"
#include "core/reading/quotes.hpp"
#include "core/reading/when.hpp"
#include "dialogs/people/people.hpp"
#include "tests/dialogs/paraphrase_cases.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>

using namespace vera;

namespace {

const Day today = parse_iso_day("2026-11-24").value();

std::string iso(const std::optional<SpokenDay>& day) { return day ? iso_day(day->day) : ""; }

// Nothing when the kind or the line holds nothing that a pure function could judge.
std::optional<bool> judged(const std::string& kind, const Phrasing& form) {
    if (kind == "people") return are_people(read_people(form.typed).people, form.wanted);
    const Wanted wanted = read_wanted(form.wanted);
    const auto want = [&](const char* key) { return wanted.contains(key) ? wanted.at(key) : std::string(); };
    if (kind == "result") return is_measure(read_measure(form.typed, today).value_or(Measure{}), wanted);
    if (kind == "contact" && !want("last").empty()) return iso(find_said(form.typed, today)) == want("last");
    if (kind == "next_step" && !want("due").empty()) return iso(find_due(form.typed, today)) == want("due");
    if (kind == "objective") {
        const auto money = read_money(form.typed);
        const bool good = money && money->amount == std::stod(want("amount")) && money->currency == want("currency");
        return good && (want("by").empty() || iso(find_due(form.typed, today)) == want("by"));
    }
    if (kind == "evidence" && (!want("day").empty() || !want("quote").empty())) {
        const auto quoted = quotes(form.typed);
        const bool words = want("quote").empty() || (!quoted.empty() && quoted.front().words == want("quote"));
        return words && (want("day").empty() || iso(find_said(form.typed, today)) == want("day"));
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("nine of ten lines that people could type are read right", "[paraphrases]") {
    struct Count {
        int hits = 0, all = 0;
    };
    std::map<std::string, std::map<std::string, Count>> counts;
    const bool show = std::getenv("VERA_SHOW_MISSES") != nullptr;
    for (const Case& one : paraphrases()) {
        for (const Phrasing& form : one.forms) {
            const auto hit = judged(one.kind, form);
            if (!hit) continue;
            for (const auto& name : {form.name, std::string("all")}) {
                counts[one.kind][name].hits += *hit;
                ++counts[one.kind][name].all;
            }
            if (show && !*hit)
                std::cerr << "[" << one.kind << "] " << form.name << ": " << form.typed << "\n    want " << form.wanted
                          << "\n";
        }
    }
    for (const auto& [kind, forms] : counts) {
        std::string line = kind + ":";
        for (const auto& [form, count] : forms)
            line += " " + form + " " + std::to_string(count.hits) + "/" + std::to_string(count.all);
        if (show) std::cerr << line << "\n";
        INFO(line);
        const Count all = forms.at("all");
        CHECK(all.hits * 10 >= all.all * 9);
    }
}
