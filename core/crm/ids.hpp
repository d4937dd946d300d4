#pragma once
// The ids by which a CRM knows its records, in the one form we keep.
#include <string>
#include <string_view>

namespace vera::crm {

// Salesforce's long form (18 characters) is its short one with a checksum, and a report has either; we keep the
// short one.
struct IdRead {
    std::string id;
    std::string why_not; // completes "Opportunity ID ..."
};
IdRead read_id(std::string_view system, std::string_view text);

} // namespace vera::crm
