#include "core/permissions.hpp"

namespace vera {

bool may(const Actor& actor, Deed, const Subject& subject, Audience audience) {
    const bool known = !actor.tenant.empty() && !actor.user.empty();
    return known && audience == Audience::own_chat && actor.tenant == subject.tenant && actor.user == subject.owner;
}

} // namespace vera
