/** Tables of messaging, which every service has in its own database. */
export const messagingMigrations = [
  {
    id: '0001-messaging',
    sql: `
      -- Messages that were taken. Partitioned by the id itself: a UUIDv7 begins with its time, and a primary key must hold the partition key.
      create table inbox (
        message_id uuid not null,
        consumer   text not null,
        primary key (message_id, consumer)
      ) partition by range (message_id);

      -- A lane is the keys of one partition. Its row is the lock under which positions are given, the mark, and the lease of its owner.
      create table outbox_lanes (
        lane        int primary key,
        last        bigint not null default 0,
        published   bigint not null default 0,
        owner       text,
        epoch       int not null default 0,
        lease_until timestamptz not null default '-infinity'
      ) with (fillfactor = 20);

      -- One row for the messages of one transaction in one lane. Positions count messages; a row has that of its last one.
      create table outbox (
        lane       int not null,
        position   bigint not null,
        size       int not null,
        messages   text storage external not null,
        created_at timestamptz not null default now(),
        primary key (lane, position, created_at)
      ) partition by range (created_at);

      create table dead_letters (
        id              uuid primary key,
        bus             text not null,
        topic           text not null,
        partition       int not null,
        "offset"        bigint not null,
        status          text not null default 'waiting' check (status in ('waiting', 'redriven', 'discarded')),
        code            text not null,
        reason          text not null,
        case_id         uuid,
        step            text,
        headers         jsonb not null,
        value           bytea,
        recorded_at     timestamptz not null default now(),
        settled_at      timestamptz,
        settled_because text,
        unique (bus, topic, partition, "offset")
      );
      create index dead_letters_waiting on dead_letters (id desc) where status = 'waiting';

      -- The one bus that this database works with.
      create table bus_binding (
        singleton boolean primary key default true check (singleton),
        identity  text not null,
        bound_at  timestamptz not null default now()
      );`,
  },
  {
    id: '0002-owed-to-the-bus',
    sql: `
      -- What is under way must still be sent on this bus: it took the place of another, and whoever began that may have ended too soon.
      alter table bus_binding add column owed boolean not null default false;`,
  },
  {
    id: '0003-who-settled',
    sql: `
      -- Who ran a dead letter again or put it away.
      alter table dead_letters add column settled_by json;`,
  },
  {
    id: '0004-disclosures',
    sql: `
      -- Who has seen the body of a dead letter in clear, and why. What stands here stays.
      create table dead_letter_disclosures (
        id          uuid primary key,
        dead_letter uuid not null references dead_letters (id),
        actor       json not null,
        reason      text not null,
        at          timestamptz not null default now()
      );
      create index dead_letter_disclosures_by_letter on dead_letter_disclosures (dead_letter, id);
      create function refuse_change() returns trigger language plpgsql as $$
        begin raise exception 'what is recorded in % stays', tg_table_name; end $$;
      create trigger dead_letter_disclosures_stay before update or delete or truncate on dead_letter_disclosures
        for each statement execute function refuse_change();`,
  },
] as const;
