#pragma once
// The rooms behind read_payload (inbound.hpp): each translates one kind of payload. They fill in who, where and
// when as far as the payload says, and `what`; inbound.cpp checks what an event must have.
#include "bot/slack/inbound.hpp"
#include "bot/slack/payload.hpp"

#include <map>

namespace vera::slack {

void read_event(const Json& wrapper, const Self&, Inbound&);       // Events API
void read_message(const Json& event, const Self&, Inbound&);       // its "message"
void read_mention(const Json& event, const Self&, Inbound&);       // its "app_mention"
void read_interaction(const Json& payload, const Self&, Inbound&); // buttons, forms, shortcuts
void read_submission(const Json& payload, const Self&, Inbound&);  // of them, a form that was sent
void read_command(const Json& command, const Self&, Inbound&);     // its fields as members

// users.info's `user`, also of user_change; nullopt when there is no id.
std::optional<Member> member_of(const Json& user, const std::string& team);

// By D, the one letter of an id that means something; for payloads that do not say the kind of their channel.
bool is_direct(const std::string& channel);

void add_key(Inbound&, const std::string& kind, const std::vector<std::string>& parts); // only when all parts are there

using FormFields = std::map<std::string, std::string>;
FormFields form_fields(std::string_view body); // application/x-www-form-urlencoded; of two the first
inline constexpr std::size_t max_body_fields = 64;

} // namespace vera::slack
