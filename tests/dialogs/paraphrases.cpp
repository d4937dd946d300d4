// What people could type, written without a look at the readers (tests/paraphrases/lines.txt): the kinds
// that pure functions can judge. VERA_SHOW_MISSES=1 prints every line that was read otherwise.
#include "core/measure.hpp"
#include "core/money.hpp"
#include "core/quotes.hpp"
#include "core/text.hpp"
#include "core/when.hpp"
#include "dialogs/people.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>

using namespace vera;

namespace {

const Day today = parse_iso_day("2026-11-24").value();
using Wanted = std::map<std::string, std::string>; // of "from=14; to=11"

struct Form {
    std::string name, typed, wanted;
};
struct Case {
    std::string kind;
    std::vector<Form> forms;
};

std::vector<Case> cases() {
    std::ifstream file(std::string(VERA_SOURCE_DIR) + "/tests/paraphrases/lines.txt");
    std::vector<Case> all;
    std::string usual;
    for (std::string line; std::getline(file, line);) {
        const auto colon = line.find(": ");
        if (line.starts_with('[')) {
            all.push_back({line.substr(1, line.find(']') - 1), {}});
            usual.clear();
        } else if (!line.starts_with('#') && colon != line.npos && !all.empty()) {
            const std::string key = line.substr(0, colon), text = line.substr(colon + 2);
            auto& forms = all.back().forms;
            if (key == "expect") {
                usual = text;
                for (Form& form : forms) form.wanted = text;
            } else if (key.starts_with("expect ")) {
                const auto form = std::ranges::find(forms, key.substr(7), &Form::name);
                if (form != forms.end()) form->wanted = text;
            } else {
                forms.push_back({key, text, usual});
            }
        }
    }
    return all;
}

Wanted read_wanted(const std::string& text) {
    Wanted wanted;
    for (const auto part : split(text, ";"))
        if (const auto equals = part.find('='); equals != part.npos)
            wanted[std::string(trim(part.substr(0, equals)))] = trim(part.substr(equals + 1));
    return wanted;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string unit_of(const std::string& text) {
    std::string said;
    const std::string spelled = fold(replaced(replaced(replaced(text, "%", " percent "), "/", " per "), "$", "usd"));
    for (const auto word : words(spelled)) {
        const std::string plain = word == "h"     ? "hours"
                                  : word == "min" ? "minutes"
                                  : word == "d"   ? "days"
                                  : word == "a"   ? "per"
                                                  : std::string(word);
        said += (said.empty() ? "" : " ") + plain;
    }
    return said;
}

bool is_number(const std::optional<double>& read, const std::string& wanted, bool in_seconds) {
    const auto colon = wanted.find(':');
    if (!read) return wanted.empty();
    if (colon == wanted.npos) return std::abs(*read - std::stod(wanted)) < 1e-6;
    return in_seconds && std::abs(*read - (std::stod(wanted) * 60 + std::stod(wanted.substr(colon + 1)))) < 1e-6;
}

std::string iso(const std::optional<SpokenDay>& day) { return day ? iso_day(day->day) : ""; }

bool reads_result(const std::string& typed, const Wanted& wanted) {
    const Measure read = read_measure(typed, today).value_or(Measure{});
    for (const auto& [key, value] : wanted) {
        const bool clock = value.find(':') != value.npos;
        const bool seconds = read.unit.starts_with("seconds");
        const std::string unit = seconds ? "minutes" + read.unit.substr(7) : read.unit;
        const bool good = key == "metric"    ? fold(read.metric) == fold(value)
                          : key == "from"    ? is_number(read.from, value, clock && seconds)
                          : key == "to"      ? is_number(read.to, value, clock && seconds)
                          : key == "unit"    ? unit_of(unit) == unit_of(value)
                          : key == "percent" ? read.percent_change
                                             : read.by && iso_day(*read.by) == value;
        if (!good) return false;
    }
    return !wanted.empty();
}

bool reads_people(const std::string& typed, const std::string& wanted) {
    static constexpr const char* names[] = {"economic", "user", "technical", "coach"};
    std::vector<std::string> read, want;
    for (const Draft& draft : read_people(typed).people) {
        std::vector<std::string> roles;
        for (const Role role : draft.roles) roles.emplace_back(names[static_cast<int>(role)]);
        if (draft.owns_old_way) roles.emplace_back("old_way");
        if (draft.ours) roles.emplace_back("ours");
        std::ranges::sort(roles);
        std::string all;
        for (const auto& role : roles) all += role + ",";
        read.push_back(fold(draft.name.empty() ? draft.title : draft.name) + "|" +
                       fold(draft.name.empty() ? "" : draft.title) + "|" + all);
    }
    for (const auto person : split(wanted, ";")) {
        std::vector<std::string> fields{""};
        for (const char c : person) {
            if (c == '|')
                fields.emplace_back();
            else
                fields.back() += c;
        }
        fields.resize(3);
        auto roles = split(fields[2], ",");
        std::ranges::sort(roles);
        std::string all;
        for (const auto role : roles) all += std::string(role) + ",";
        want.push_back(fold(fields[0]) + "|" + fold(fields[1]) + "|" + all);
    }
    std::ranges::sort(read); // the order of a list says nothing
    std::ranges::sort(want);
    return read == want;
}

// Nothing when the kind or the line holds nothing that a pure function could judge.
std::optional<bool> judged(const std::string& kind, const Form& form) {
    if (kind == "people") return reads_people(form.typed, form.wanted);
    const Wanted wanted = read_wanted(form.wanted);
    const auto want = [&](const char* key) { return wanted.contains(key) ? wanted.at(key) : std::string(); };
    if (kind == "result") return reads_result(form.typed, wanted);
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
    for (const Case& one : cases()) {
        for (const Form& form : one.forms) {
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
