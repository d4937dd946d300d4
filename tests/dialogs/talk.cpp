#include "tests/dialogs/talk.hpp"

#include "tests/support/catch.hpp"

namespace vera {

const Library& library() {
    static const Library read = *read_library(compiled_in_files());
    return read;
}

const Library& strict_library() {
    static const Library read = [] {
        Library made = library();
        made.strict_privacy = made.company_chat = true;
        return made;
    }();
    return read;
}

Talk::Talk() : now(*parse_iso_time("2026-11-24T16:05:00+01:00")) {
    state.user.id = UserId{"leo"};
    state.user.tenant = TenantId{"t"};
    state.user.name = "Leo";
    state.user.zone = *find_zone("Europe/Berlin");
    state.session.conversation = ConversationId{"c"};
}

Event Talk::event(decltype(Event::what) what) {
    const std::string id = "e" + std::to_string(++events);
    return {EventId{id}, {id}, TenantId{"t"}, UserId{"leo"},  ConversationId{"c"},
            {},          now,  can_open_form, std::move(what)};
}

std::string Talk::take(decltype(Event::what) what) {
    plan = take_turn(strict ? strict_library() : library(), state, event(std::move(what)), now);
    if (plan.needs.empty()) state = plan.next;
    std::string text;
    for (const auto& message : plan.messages)
        if (message.edits.empty())
            for (const auto& line : message.lines) text += line.text + "\n";
    return text;
}

std::string Talk::say(const std::string& text) { return take(Said{text}); }

Choice Talk::button(const std::string& label) const {
    for (const auto& message : plan.messages)
        for (const auto& button : message.buttons)
            if (button.label == label) return button.choice;
    FAIL("no button " + label);
    return {};
}

void first_questions(Talk& talk) {
    talk.say("new Nordkai");
    talk.say("Ingrid Aas, COO, last word; Petra Lund, with us");
    talk.say("looks right");
}

} // namespace vera
