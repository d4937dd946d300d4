#pragma once
// Who has been asked something and has not answered yet: for a platform that missed a while and looks for what
// was said meanwhile.
#include "core/store/store.hpp"

namespace vera::store {

struct WaitingAccount {
    std::string workspace, account; // the platform's names
    Time asked{};                   // the oldest question that waits
    bool operator==(const WaitingAccount&) const = default;
};
inline constexpr std::int64_t max_waiting_accounts = 1'000; // the longest untouched are left out

std::vector<WaitingAccount> waiting_accounts(Store&, std::string_view platform); // newest question first

} // namespace vera::store
