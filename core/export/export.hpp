#pragma once
// One deal as a file that leaves Vera. Without private fields it holds what may be shown to others: objective,
// dates, names, titles, roles and Results; no motive, no judgement, no note, no text of a next step, and of a
// person who is only Coach nothing at all. The shapes are in core/export/README.md.
#include "core/deal.hpp"
#include "core/permissions.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace vera {

class Export {
public:
    explicit Export(Day today) : today_(today) {}
    // With everything: for who may read the deal, and says why. Nullopt: one of the two is missing.
    static std::optional<Export> with_private(const Actor&, const Subject&, std::string_view reason, Day today);
    bool is_private() const { return private_; }
    Day today() const { return today_; }

private:
    Day today_;
    bool private_ = false;
};

std::string say_markdown(const Deal&, const Export&);
std::string say_json(const Deal&, const Export&); // "v": export_version
std::string say_csv(const Deal&, const Export&);  // one row a person; safe to open in a spreadsheet
inline constexpr int export_version = 1;

// A few lines to paste into a CRM, never private. In the chat the labels come from the wording;
// these are those of `vera export`.
struct CrmLabels {
    std::string objective = "Objective", stage = "Stage", people = "People", result = "Result", next_step = "Next step",
                by = "by";
    std::string economic = "Economic Buyer", user = "User Buyer", technical = "Technical Buyer";
};
std::string say_crm_text(const Deal&, const CrmLabels& = {});

} // namespace vera
