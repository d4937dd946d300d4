-- Version 1: identity, deals, talks, what came in, what goes out, planned moments, audit.
-- Columns named `body`, `reply`, `reason` and `wrapped` are sealed; everything else is ids, times, states, and the two
-- names that SECURITY.md lists: a deal's name and a person's folded name. Times are UTC milliseconds.

create table counter (
    name text not null primary key,
    value bigint not null
);
insert into counter (name, value) values ('outbox', 0);

create table tenant (
    id text not null primary key,
    created_ms bigint not null
);
create table workspace (
    platform text not null,
    external text not null,
    tenant text not null,
    primary key (platform, external)
);
create table account (
    platform text not null,
    workspace text not null,
    external text not null,
    tenant text not null,
    user_id text not null,
    primary key (platform, workspace, external)
);
-- One account per user: the outbox finds a user's platform and workspace by it.
create unique index account_of_user on account (tenant, user_id);
create table users (
    tenant text not null,
    id text not null,
    version bigint not null,
    body {blob} not null,
    primary key (tenant, id)
);

create table person (
    tenant text not null,
    id text not null,
    folded text not null,
    first_word text not null,
    primary key (tenant, id)
);
create table person_key (
    tenant text not null,
    person text not null,
    wrapped {blob} not null,
    primary key (tenant, person)
);
create table deal (
    tenant text not null,
    id text not null,
    owner text not null,
    name text not null,
    state text not null,
    version bigint not null,
    created_ms bigint not null,
    touched_ms bigint not null,
    people bigint not null,
    flags bigint not null,
    body {blob} not null,
    primary key (tenant, id)
);
create index deal_open on deal (tenant, owner, touched_ms, id) where state in ('open', 'on_hold', 'verbal_yes');
create table influence (
    tenant text not null,
    deal text not null,
    person text not null,
    place bigint not null,
    body {blob} not null,
    primary key (tenant, deal, person)
);
create index influence_of_person on influence (tenant, person, deal);
-- The part of a deal as an event left it; person '' is the deal's own part, a null body a part taken away.
create table history (
    tenant text not null,
    deal text not null,
    person text not null,
    event text not null,
    at_ms bigint not null,
    body {blob},
    primary key (tenant, deal, person, event)
);
create index history_of_person on history (tenant, person, deal) where person <> '';

create table session (
    tenant text not null,
    user_id text not null,
    conversation text not null,
    thread text not null,
    version bigint not null,
    asked_ms bigint,
    body {blob} not null,
    primary key (tenant, user_id, conversation, thread)
);
create index session_asked on session (asked_ms) where asked_ms is not null;
create table inbox (
    tenant text not null,
    key text not null,
    event text not null,
    user_id text not null,
    at_ms bigint not null,
    state text not null check (state in ('done', 'poison')),
    reply {blob},
    primary key (tenant, key)
);
create index inbox_at on inbox (state, at_ms);
create index inbox_of_user on inbox (tenant, user_id) where reply is not null;
create table attempt (
    tenant text not null,
    key text not null,
    attempts bigint not null,
    at_ms bigint not null,
    primary key (tenant, key)
);
create index attempt_at on attempt (at_ms);

-- `edits` names the first message of a chain of edits. A `folded` row went into an unsent one.
create table outbox (
    number bigint not null primary key,
    tenant text not null,
    id text not null,
    edits text not null,
    user_id text not null,
    conversation text not null,
    thread text not null,
    about text not null,
    state text not null
        check (state in ('planned', 'sending', 'sent', 'refused', 'expired', 'unknown', 'folded')),
    attempt bigint not null,
    since_ms bigint not null,
    platform_id text not null,
    useful_until_ms bigint,
    body {blob}
);
create unique index outbox_message on outbox (tenant, id);
create index outbox_waiting on outbox (number) where state in ('planned', 'sending');
create index outbox_order on outbox (tenant, conversation, number) where state in ('planned', 'sending');
create index outbox_unknown on outbox (since_ms) where state = 'unknown';
create index outbox_hold on outbox (tenant, conversation, since_ms) where state = 'unknown';
create index outbox_about on outbox (tenant, user_id, about) where body is not null;
create index outbox_blank on outbox (since_ms)
    where body is not null and state in ('sent', 'refused', 'expired', 'unknown', 'folded');
create index outbox_old on outbox (since_ms)
    where body is null and state in ('sent', 'refused', 'expired', 'unknown', 'folded');

create table job (
    tenant text not null,
    user_id text not null,
    kind text not null,
    occurrence text not null,
    due_ms bigint not null,
    person text not null,
    body {blob} not null,
    primary key (tenant, user_id, kind, occurrence)
);
create index job_due on job (due_ms);
create index job_of_person on job (tenant, person) where person <> '';

create table audit (
    tenant text not null,
    event text not null,
    number bigint not null,
    at_ms bigint not null,
    user_id text not null,
    what text not null,
    deal text not null,
    person text not null,
    reason {blob},
    primary key (tenant, event, number)
);
create index audit_at on audit (at_ms);
create index audit_reason on audit (tenant, deal) where reason is not null;
create index audit_of_person on audit (tenant, person) where person <> '';
create table erased (
    tenant text not null,
    person text not null,
    at_ms bigint not null,
    primary key (tenant, person)
);
