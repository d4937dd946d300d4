#include "core/export/sheet.hpp"

#include <algorithm>

namespace vera {
namespace {

void add_list(std::string& text, const sheet::Record&);
std::string escaped(std::string_view text);
bool inside_word(std::string_view text, std::size_t at);
std::string title_of(const sheet::Record&);

} // namespace

std::string say_markdown(const Deal& deal, const Export& how) {
    const sheet::Sheet sheet = sheet::sheet_of(deal, how);
    std::string text = "# " + escaped(deal.head.name) + "\n\n";
    add_list(text, sheet.deal);
    for (const sheet::Record& person : sheet.people) {
        text += "\n## " + escaped(title_of(person)) + "\n\n";
        add_list(text, person);
    }
    if (!sheet.steps.empty()) text += "\n## Next steps\n\n";
    for (const sheet::Record& step : sheet.steps) text += "- " + escaped(sheet::in_words(sheet::Records{step})) + "\n";
    return text;
}

namespace {

void add_list(std::string& text, const sheet::Record& record) {
    for (const sheet::Entry& entry : record) {
        if (is_empty(entry.value)) continue;
        const auto* several = std::get_if<sheet::Records>(&entry.value);
        text += "- " + entry.label + ":" + (several ? "" : " " + escaped(sheet::in_words(entry.value))) + "\n";
        if (!several) continue;
        for (const sheet::Record& part : *several)
            text += "  - " + escaped(sheet::in_words(sheet::Records{part})) + "\n";
    }
}

// What a person typed is text: it opens no heading, list, link or tag, and stays on its line.
std::string escaped(std::string_view text) {
    std::string safe;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool marks = std::string_view("\\`*[]<>#|!&").find(c) != std::string_view::npos;
        if (marks || (c == '_' && !inside_word(text, i))) safe += '\\';
        safe += c == '\n' ? ' ' : c;
    }
    return safe;
}

bool inside_word(std::string_view text, std::size_t at) {
    const auto letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    return at > 0 && at + 1 < text.size() && letter(text[at - 1]) && letter(text[at + 1]);
}

std::string title_of(const sheet::Record& person) {
    for (const std::string_view key : {"name", "title"}) {
        const auto entry = std::ranges::find(person, key, &sheet::Entry::key);
        if (entry != person.end() && !is_empty(entry->value)) return sheet::in_words(entry->value);
    }
    return "?";
}

} // namespace
} // namespace vera
