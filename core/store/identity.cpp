#include "core/store/rows.hpp"

namespace vera::store {

namespace {

std::optional<Who> known_account(Store&, const Account&);
TenantId tenant_of(Store&, const Account&, const std::string& fresh, Time now);
void add_user(Store&, const Who&, const Account&);
User new_user(const Who&, const Account&);

} // namespace

// Of two that see the same account first at the same moment, the unique key lets one win, and both go on
// with the winner's ids.
Who identify(Store& store, const Account& account, const std::string& fresh, Time now) {
    MUST(!account.platform.empty() && !account.account.empty());
    if (auto who = known_account(store, account)) return *who;
    MUST(!fresh.empty());
    const Who made{tenant_of(store, account, fresh, now), UserId(fresh + "-u")};
    const auto won = store.database->run(
        R"(insert into account (platform, workspace, external, tenant, user_id)
           values ($1, $2, $3, $4, $5) on conflict do nothing returning external)",
        {account.platform, account.workspace, account.account, made.tenant.text(), made.user.text()});
    if (!won.empty()) add_user(store, made, account);
    const auto who = known_account(store, account);
    MUST(who);
    return *who;
}

namespace {

std::optional<Who> known_account(Store& store, const Account& account) {
    const auto rows = store.database->run(R"(select tenant, user_id from account
                                             where platform = $1 and workspace = $2 and external = $3)",
                                          {account.platform, account.workspace, account.account});
    if (rows.empty()) return std::nullopt;
    return Who{TenantId(text(rows[0][0])), UserId(text(rows[0][1]))};
}

TenantId tenant_of(Store& store, const Account& account, const std::string& fresh, Time now) {
    const auto won = store.database->run(R"(insert into workspace (platform, external, tenant) values ($1, $2, $3)
                                            on conflict do nothing returning tenant)",
                                         {account.platform, account.workspace, fresh + "-t"});
    if (!won.empty())
        store.database->run("insert into tenant (id, created_ms) values ($1, $2)", {won[0][0], to_ms(now)});
    const auto rows = store.database->run("select tenant from workspace where platform = $1 and external = $2",
                                          {account.platform, account.workspace});
    MUST(rows.size() == 1);
    return TenantId(text(rows[0][0]));
}

void add_user(Store& store, const Who& who, const Account& account) {
    const Place place{who.tenant.text(), "users", who.user.text()};
    store.database->run(
        "insert into users (tenant, id, version, body) values ($1, $2, 1, $3)",
        {who.tenant.text(), who.user.text(), sealed_document(store.sealer, new_user(who, account), place)});
}

User new_user(const Who& who, const Account& account) {
    User user;
    user.id = who.user;
    user.tenant = who.tenant;
    user.name = account.name;
    user.zone = user.profile_zone = account.zone;
    return user;
}

} // namespace

} // namespace vera::store
