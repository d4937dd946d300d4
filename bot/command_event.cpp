#include "bot/command_event.hpp"

namespace vera {

Event event_of_command(const std::string& command, const store::Who& who, const std::string& fresh, Time now) {
    Event event;
    event.id = EventId{command + "-" + fresh};
    event.keys = {event.id.text()};
    event.tenant = who.tenant;
    event.user = who.user;
    event.conversation = ConversationId{command};
    event.at = now;
    event.what = Opened{};
    return event;
}

} // namespace vera
