#include "core/message.hpp"

namespace vera {

ConversationId home_of(const ConversationId& chat) { return ConversationId{chat.text() + "/home"}; }

} // namespace vera
