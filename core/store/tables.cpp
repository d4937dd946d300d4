#include "core/store/rows.hpp"

namespace vera::store {

// Erasing runs these in their order: what finds its rows by the person's deals comes before the person's
// own rows. History comes last: of a deal whose list the person was taken from, nothing else knows. A talk of the owner
// may name anybody in its deals, so it starts anew; what was said, and why something was exported, goes blank.
const std::vector<TableRule>& table_rules() {
    static const std::vector<TableRule> rules{
        {"meta", "operator", nullptr, "for ever: one row"},
        {"counter", "operator", nullptr, "for ever: one row per counter"},
        {"tenant", "tenant", nullptr, "with the tenant"},
        {"workspace", "tenant", nullptr, "with the tenant"},
        {"account", "user", nullptr, "with the user"},
        {"users", "user", nullptr, "with the user"},
        {"outbox", "user",
         R"(update outbox set body = null,
                state = case when state in ('planned', 'sending') then 'expired' else state end
            where tenant = $1 and body is not null and user_id in (
                select owner from deal where tenant = $1 and id in (
                    select deal from influence where tenant = $1 and person = $2 union
                    select deal from history where tenant = $1 and person = $2 and person <> ''))
              and about in (select deal from influence where tenant = $1 and person = $2 union
                            select deal from history where tenant = $1 and person = $2 and person <> '' union
                            select ''))",
         "bodies 7 days after sending, rows 30"},
        {"session", "user",
         R"(delete from session where tenant = $1 and user_id in (
                select owner from deal where tenant = $1 and id in (
                    select deal from influence where tenant = $1 and person = $2 union
                    select deal from history where tenant = $1 and person = $2 and person <> '')))",
         "with the user; the open question 7 days"},
        {"inbox", "user",
         R"(update inbox set reply = null where tenant = $1 and reply is not null and user_id in (
                select owner from deal where tenant = $1 and id in (
                    select deal from influence where tenant = $1 and person = $2 union
                    select deal from history where tenant = $1 and person = $2 and person <> '')))",
         "7 days, poison 30"},
        {"attempt", "user", nullptr, "7 days"},
        {"job", "user", "delete from job where tenant = $1 and person = $2 and person <> ''", "until due"},
        {"audit", "tenant",
         R"(update audit set person = case when person = $2 then '' else person end, reason = null
            where tenant = $1 and event in (
                select event from audit where tenant = $1 and person = $2 and person <> '' union
                select event from audit
                where tenant = $1 and reason is not null and deal in (
                    select deal from influence where tenant = $1 and person = $2 union
                    select deal from history where tenant = $1 and person = $2 and person <> '')))",
         "400 days"},
        {"deal", "user",
         R"(update deal set people = people - 1, version = version + 1
            where tenant = $1 and id in (select deal from influence where tenant = $1 and person = $2))",
         "with the user"},
        {"influence", "deal", "delete from influence where tenant = $1 and person = $2", "with the deal"},
        {"person", "deal", "delete from person where tenant = $1 and id = $2", "with their last deal"},
        {"person_key", "person", "delete from person_key where tenant = $1 and person = $2", "until erased"},
        {"history", "deal", "delete from history where tenant = $1 and person = $2 and person <> ''", "with the deal"},
        {"erased", "tenant", nullptr, "for ever: ids only, a restore repeats them"},
    };
    return rules;
}

void erase_person(Store& store, const TenantId& tenant, const PersonId& person, Time now) {
    MUST(!person.empty());
    for (const auto& rule : table_rules()) {
        if (rule.erase_person) store.database->run(rule.erase_person, {tenant.text(), person.text()});
    }
    store.database->run(R"(insert into erased (tenant, person, at_ms) values ($1, $2, $3)
                           on conflict (tenant, person) do nothing)",
                        {tenant.text(), person.text(), to_ms(now)});
}

} // namespace vera::store
