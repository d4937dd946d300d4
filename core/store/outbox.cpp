#include "core/store/rows.hpp"

namespace vera::store {

namespace {

struct Earlier { // a message of ours that is in the outbox
    std::int64_t number = 0;
    std::string id, edits, state, conversation;
    Value useful_until_ms;
};

std::optional<Earlier> message_row(Store&, const TenantId&, const MessageId&);
std::optional<Earlier> edited_row(Store&, const TenantId&, const MessageId&);
void fold_older_homes(Store&, const Message&, const Event&, Time now);
bool fold_into(Store&, const Earlier&, const Message&, const Event&, Time now);
void insert_message(Store&, std::int64_t number, const Message&, std::string_view state, const Value& body,
                    const Event&, Time now);
std::int64_t next_number(Store&);
Blob message_body(const Store&, const Message&, const TenantId&);
Value useful_until(const Message&);

} // namespace

// An edit of a message that nobody has seen yet takes its place; of one that was seen, or may have been, it
// is a row of its own that names the first message of the chain.
void post(Store& store, const std::vector<Message>& messages, const Event& event, Time now) {
    for (const Message& message : messages) {
        MUST(!message.id.empty());
        MUST(message.to == event.user);
        MUST(!message.conversation.empty());
        MUST(message.buttons.size() <= max_buttons);
        Message placed = message;
        if (message.surface == Surface::home) fold_older_homes(store, message, event, now);
        if (!message.edits.empty()) {
            const auto edited = edited_row(store, event.tenant, message.edits);
            MUST(!edited || edited->conversation == message.conversation.text());
            if (edited && edited->state == "planned" && fold_into(store, *edited, message, event, now)) continue;
            if (edited) placed.edits = MessageId(edited->edits.empty() ? edited->id : edited->edits);
        }
        insert_message(store, next_number(store), placed, "planned", message_body(store, placed, event.tenant), event,
                       now);
    }
}

namespace {

std::optional<Earlier> message_row(Store& store, const TenantId& tenant, const MessageId& id) {
    const auto rows = store.database->run(R"(select number, id, edits, state, conversation, useful_until_ms from outbox
                               where tenant = $1 and id = $2)",
                                          {tenant.text(), id.text()});
    if (rows.empty()) return std::nullopt;
    return Earlier{integer(rows[0][0]), text(rows[0][1]), text(rows[0][2]),
                   text(rows[0][3]),    text(rows[0][4]), rows[0][5]};
}

// Through the messages that were folded away, to the one that stands for them.
std::optional<Earlier> edited_row(Store& store, const TenantId& tenant, const MessageId& id) {
    auto found = message_row(store, tenant, id);
    if (found && found->state == "folded") found = message_row(store, tenant, MessageId(found->edits));
    MUST(!found || found->state != "folded");
    return found;
}

// Nobody has seen them, and nobody needs to: the page shows the newest only.
void fold_older_homes(Store& store, const Message& home, const Event& event, Time now) {
    MUST(home.conversation != event.conversation);
    store.database->run(R"(update outbox set state = 'folded', edits = $3, since_ms = $4, body = null
                           where tenant = $1 and conversation = $2 and state = 'planned')",
                        {event.tenant.text(), home.conversation.text(), home.id.text(), to_ms(now)});
}

// False: another program has begun to send it, so that it may be seen as it was.
bool fold_into(Store& store, const Earlier& row, const Message& message, const Event& event, Time now) {
    Message standing = message;
    standing.id = MessageId(row.id);
    standing.edits = MessageId(row.edits);
    const auto* until = std::get_if<std::int64_t>(&row.useful_until_ms); // the rewrite's own is for the rewrite
    standing.useful_until = until ? std::optional(from_ms(*until)) : std::nullopt;
    const auto standing_row = store.database->run(
        R"(update outbox set about = $2, body = $3
           where number = $1 and state = 'planned' returning number)",
        {row.number, standing.about.text(), message_body(store, standing, event.tenant)});
    if (standing_row.empty()) return false;
    Message folded = message;
    folded.edits = standing.id;
    insert_message(store, next_number(store), folded, "folded", nullptr, event, now);
    return true;
}

void insert_message(Store& store, std::int64_t number, const Message& message, std::string_view state,
                    const Value& body, const Event& event, Time now) {
    store.database->run(
        R"(insert into outbox (number, tenant, id, edits, user_id, conversation, thread, about, state, attempt,
                               since_ms, platform_id, useful_until_ms, body)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, '', $11, $12))",
        {number, event.tenant.text(), message.id.text(), message.edits.text(), message.to.text(),
         message.conversation.text(), message.thread.text(), message.about.text(), std::string(state), to_ms(now),
         useful_until(message), body});
}

// The row stays locked until the commit, so that numbers become visible in their order.
std::int64_t next_number(Store& store) {
    const auto rows = store.database->run("update counter set value = value + 1 where name = 'outbox' returning value");
    MUST(rows.size() == 1);
    return integer(rows[0][0]);
}

Blob message_body(const Store& store, const Message& message, const TenantId& tenant) {
    return sealed_document(store.sealer, message, {tenant.text(), "outbox", message.id.text()});
}

Value useful_until(const Message& message) {
    return message.useful_until ? Value(to_ms(*message.useful_until)) : Value(nullptr);
}

} // namespace

} // namespace vera::store
