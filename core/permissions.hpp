#pragma once
// Who may see what. Default deny: what no rule allows is refused. One rule so far: a deal is its owner's,
// in the owner's own chat. Asked when reading and again when sending.
#include "core/deal.hpp"

namespace vera {

struct Actor {
    TenantId tenant;
    UserId user;
};
enum class Deed { read, change };
struct Subject {
    TenantId tenant;
    UserId owner;
};
enum class Audience { own_chat, channel };

bool may(const Actor&, Deed, const Subject&, Audience);

} // namespace vera
