#include "dialogs/views/sheet.hpp"

#include "core/text.hpp"
#include "core/words.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/people/list.hpp"
#include "dialogs/views/status.hpp"

#include <algorithm>

namespace vera {
namespace {

const Solution* named_sheet(const Library&, std::string_view words);
void show(Desk&, const Solution&);
std::string labels(const Desk&, const std::vector<std::string>& themes);

} // namespace

bool show_sheet(Desk& desk, std::string_view product) {
    const auto& sheets = desk.library.solutions;
    Deal* deal = deal_in_focus(desk);
    if (sheets.empty()) return say(desk, "sheet.none"), resume(desk), true;
    if (!product.empty()) {
        const Solution* named = named_sheet(desk.library, product);
        if (!named && session(desk).pending) return false;
        if (named && deal) notice_product(desk, *deal, named->name);
        if (named) return show(desk, *named), resume(desk), true;
    }
    const auto linked = deal ? sheets.find(deal->objective.product) : sheets.end();
    if (linked != sheets.end()) return show(desk, linked->second), resume(desk), true;
    std::vector<std::string> names;
    for (const auto& [id, sheet] : sheets) names.push_back(sheet.name);
    say(desk, "sheet.which", {{"list", say_list(names)}});
    return resume(desk), true;
}

void notice_product(Desk& desk, Deal& deal, std::string_view words) {
    const Solution* sheet = named_sheet(desk.library, words);
    if (!sheet || deal.objective.product == sheet->id) return;
    if (!deal.objective.product.empty()) deal.objective.scope_changed = desk.now;
    deal.objective.product = sheet->id;
    record(desk, "sheet.linked", deal.head.id);
    say(desk, "sheet.linked", {{"text", sheet->name}});
}

namespace {

const Solution* named_sheet(const Library& library, std::string_view words) {
    const std::string folded = fold(words);
    const Solution* found = nullptr;
    for (const auto& [id, sheet] : library.solutions) {
        if (!has_word(folded, fold(sheet.name)) && folded != fold(id)) continue;
        if (found) return nullptr; // two of them: nobody can tell
        found = &sheet;
    }
    return found;
}

void show(Desk& desk, const Solution& sheet) {
    say(desk, "sheet.heading", {{"text", sheet.name}}, LineStyle::heading);
    for (const SolutionResult& result : sheet.results)
        say(desk, result.contract ? "sheet.result_contract" : "sheet.result",
            {{"text", result.text},
             {"range", result.range},
             {"proof", sentence(desk, "sheet.proof." + std::string(enum_word(result.proof)))}},
            LineStyle::item);
    for (const auto& [role, themes] : sheet.wins)
        if (!themes.empty())
            say(desk, "sheet.wins", {{"roles", say_role(desk, role)}, {"list", labels(desk, themes)}}, LineStyle::item);
    for (const SolutionLose& lose : sheet.loses) say(desk, "sheet.lose", {{"text", lose.text}}, LineStyle::item);
    say(desk, "sheet.hint", {}, LineStyle::context);
}

std::string labels(const Desk& desk, const std::vector<std::string>& themes) {
    std::vector<std::string> names;
    for (const auto& id : themes)
        if (const Theme* theme = find_theme(desk.library.themes, id)) names.push_back(theme->label);
    return say_list(names);
}

} // namespace
} // namespace vera
