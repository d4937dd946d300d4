#include "tests/dialogs/paraphrase_cases.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>

namespace vera {
namespace {

std::string unit_of(const std::string& text);
std::string replaced(std::string text, std::string_view from, std::string_view to);
bool is_number(const std::optional<double>& read, const std::string& wanted, bool in_seconds);

} // namespace

std::vector<Case> paraphrases() {
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
                for (Phrasing& form : forms) form.wanted = text;
            } else if (key.starts_with("expect ")) {
                const auto form = std::ranges::find(forms, key.substr(7), &Phrasing::name);
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

bool is_measure(const Measure& read, const Wanted& wanted) {
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

bool are_people(const std::vector<Draft>& drafts, const std::string& wanted) {
    static constexpr const char* names[] = {"economic", "user", "technical", "coach"};
    std::vector<std::string> read, want;
    for (const Draft& draft : drafts) {
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

namespace {

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

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

bool is_number(const std::optional<double>& read, const std::string& wanted, bool in_seconds) {
    const auto colon = wanted.find(':');
    if (!read) return wanted.empty();
    if (colon == wanted.npos) return std::abs(*read - std::stod(wanted)) < 1e-6;
    return in_seconds && std::abs(*read - (std::stod(wanted) * 60 + std::stod(wanted.substr(colon + 1)))) < 1e-6;
}

} // namespace
} // namespace vera
