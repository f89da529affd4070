import type { Migration } from '@hengtong/persistence';

/** Tables of the deliveries by webhook. */
export const deliveryMigrations: readonly Migration[] = [
  {
    id: '0020-deliveries',
    sql: `
      -- An event for a subscription. Cut by time on the id, which is a UUIDv7, so that what is old goes by dropping a partition.
      create table deliveries (
        id              uuid primary key,
        subscription_id uuid not null,
        position        bigint not null,
        event_id        text not null,
        case_id         text not null,
        -- Deliveries of one subscription in one lane go one after another: the case, if the subscription is ordered.
        lane            text,
        replay_id       uuid,
        status          text not null default 'pending' check (status in ('pending', 'delivered', 'failed', 'cancelled')),
        attempts        int not null default 0,
        -- Attempts before it was last sent again by hand, and the first one since then: what the schedule of retries counts from.
        earlier         int not null default 0,
        since           timestamptz,
        due_at          timestamptz not null default now(),
        settled_at      timestamptz
      ) partition by range (id);
      create index deliveries_due on deliveries (subscription_id, due_at, position) where status = 'pending';
      create index deliveries_lanes on deliveries (subscription_id, lane, position) where status = 'pending' and lane is not null;
      create index deliveries_of_subscription on deliveries (subscription_id, id);

      -- One try: a status or the reason why there is none, and how the answer began. Cut like deliveries, by the delivery's id.
      create table attempts (
        delivery_id uuid not null,
        number      int not null,
        at          timestamptz not null,
        status      int,
        error       text,
        duration_ms int not null,
        body        text,
        primary key (delivery_id, number)
      ) partition by range (delivery_id);

      -- How far the log is matched with the subscriptions: a mark for all that go along with it, and one for each that does not.
      create table matched (
        only_row boolean primary key default true check (only_row),
        position bigint not null
      );
      insert into matched (position) values (0);
      create table matched_apart (
        subscription_id uuid primary key,
        -- Null: it goes along.
        position        bigint
      );

      -- Endpoints that fail: since when without a success in between, and at how many percent of the budget the subscriber was told.
      create table failing_endpoints (
        subscription_id uuid primary key,
        since           timestamptz not null,
        told            int
      );`,
  },
  {
    id: '0021-deliveries-in-order',
    sql: `
      -- Those that keep the order of a case are read by position; that of each case would be looked up for every one of them.
      create index deliveries_in_order on deliveries (subscription_id, position) where status = 'pending';
      drop index deliveries_lanes;`,
  },
];
