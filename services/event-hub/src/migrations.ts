import type { Migration } from '@hengtong/persistence';
import { deliveryMigrations } from './adapters/postgres/deliveries/index.ts';

/** Tables of the event hub, beside those of messaging. */
export const eventHubMigrations: readonly Migration[] = [
  {
    id: '0010-log',
    sql: `
      -- One row. Whoever appends holds it to the end of the transaction, so that positions become visible in their order: no reader
      -- can pass one that is not committed yet.
      create table log_head (
        single   boolean primary key default true check (single),
        position bigint not null
      );
      insert into log_head (position) values (0);

      -- By retention, then by month of the id, which is a time (RFC 9562): what is too old goes by dropping a partition.
      create table events (
        retention text not null,
        id        uuid not null,
        position  bigint not null,
        type      text not null,
        source    text not null,
        subject   uuid not null,
        process   text,
        division  text,
        body      text not null, -- the structured CloudEvent, as it is handed out
        primary key (retention, id) include (position)
      ) partition by list (retention);
      create table events_case partition of events for values in ('case') partition by range (id);
      create table events_technical partition of events for values in ('technical') partition by range (id);
      create index events_by_position on events (position);
      create index events_by_subject on events (subject, position);`,
  },
  {
    id: '0011-grants-and-subscriptions',
    sql: `
      create table grants (
        id          uuid primary key,
        agency      text not null,
        processes   text[],
        divisions   text[],
        purpose     text not null,
        until       timestamptz not null,
        asked_by    json not null,
        asked_at    timestamptz not null default now(),
        ended_at    timestamptz,
        ended_because text,
        ended_by    json
      );
      create index grants_by_agency on grants (agency, id desc);
      create index grants_to_end on grants (until) where ended_at is null;

      -- Each type by itself: another owner decides on it.
      create table granted_types (
        grant_id    uuid not null references grants (id),
        type        text not null,
        owner       text not null,
        status      text not null check (status in ('waiting', 'granted', 'declined')),
        decided_by  json,
        decided_at  timestamptz,
        reason      text,
        primary key (grant_id, type, owner)
      );
      create index granted_types_by_owner on granted_types (owner, grant_id desc);

      create table subscriptions (
        id            uuid primary key,
        subscriber    text not null,
        delivery      text not null,
        status        text not null,
        status_reason text,
        wish          jsonb not null, -- types, source, filters, projection, sink, ordered, ratePerSecond, description
        secrets       jsonb not null default '[]', -- of a webhook: { secret, until? }, the newest first
        confirmed     bigint not null, -- all up to this position has been delivered or confirmed
        version       int not null default 1,
        created_by    json not null,
        created_at    timestamptz not null default now(),
        updated_at    timestamptz not null default now()
      );
      create index subscriptions_by_subscriber on subscriptions (subscriber, id desc);`,
  },
  ...deliveryMigrations,
  {
    id: '0030-replays',
    sql: `
      create table replays (
        id              uuid primary key,
        subscription_id uuid not null references subscriptions (id),
        status          text not null default 'running' check (status in ('running', 'done', 'cancelled')),
        failed_only     boolean not null,
        case_id         uuid,
        rate            int not null,
        -- What lies behind the first and up to the last of these positions; how far it has come.
        from_position   bigint not null,
        to_position     bigint not null,
        at_position     bigint not null,
        deliveries      int not null default 0,
        created_by      json not null,
        created_at      timestamptz not null default now(),
        ended_at        timestamptz
      );
      create index replays_of_subscription on replays (subscription_id, id desc);
      create index replays_running on replays (id) where status = 'running';`,
  },
  {
    id: '0031-idempotency-keys',
    sql: `
      create table idempotency_keys (
        client     text not null,
        route      text not null,
        key        text not null,
        body_hash  text not null,
        answer     json,
        created_at timestamptz not null default now(),
        primary key (client, route, key)
      );
      create index idempotency_keys_by_age on idempotency_keys (created_at);`,
  },
  {
    id: '0032-cursors',
    sql: `
      -- What cursors are encrypted with: a position counts what its reader may not know of.
      alter table log_head add column cursor_key bytea not null default uuid_send(gen_random_uuid());`,
  },
  {
    id: '0033-who-changed-a-subscription',
    sql: `
      -- An operator may change what is an agency's; null: nobody has changed it since it was made.
      alter table subscriptions add column updated_by json;`,
  },
];
