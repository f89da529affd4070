/**
 * The tables of the log, all of them out of reach but for the functions beside this file. Offsets are given under the lock of their
 * partition's row, so that they have no gaps and follow the order of commits: who sees offset n sees all below it.
 */
export const createSchema = `
  create schema if not exists bus;
  revoke all on schema bus from public;

  create table if not exists bus.settings (
    only_row       boolean primary key default true check (only_row),
    id             uuid not null default gen_random_uuid(),
    retention_days int not null
  );

  create table if not exists bus.access (
    role  name not null,
    topic text not null,
    may   text not null check (may in ('read', 'write')),
    primary key (role, topic, may)
  );

  create table if not exists bus.topics (
    topic      text primary key,
    id         int generated always as identity unique,
    partitions int not null check (partitions > 0)
  );

  -- Written by every publish: room on the page keeps the new version beside the old one, without touching the index.
  create table if not exists bus.partitions (
    topic_id    int not null references bus.topics (id),
    partition   int not null,
    next_offset bigint not null default 0,
    day         date not null default '-infinity',
    primary key (topic_id, partition)
  ) with (fillfactor = 20);

  -- One partition a day, dropped as a whole. The day never goes back within a topic's partition, whatever the clock does.
  create table if not exists bus.log (
    topic_id  int not null,
    partition int not null,
    "offset"  bigint not null,
    day       date not null,
    key       text,
    headers   json not null check (json_typeof(headers) = 'object'),
    value     bytea,
    primary key (topic_id, partition, "offset", day)
  ) partition by range (day);

  -- All that changes a group, its members or its offsets does so under the lock of the group's row.
  create table if not exists bus.groups (
    name  text primary key,
    role  name not null,
    epoch bigint not null default 0
  );

  -- share: what the last division gave it. holds: what it has really taken over, after whoever had it before let go.
  create table if not exists bus.members (
    group_name  text not null references bus.groups (name),
    member      uuid not null,
    topics      text[] not null,
    lease_until timestamptz not null,
    share       int[] not null default '{}',
    holds       int[] not null default '{}',
    primary key (group_name, member)
  ) with (fillfactor = 50);

  create table if not exists bus.offsets (
    group_name  text not null references bus.groups (name),
    topic_id    int not null references bus.topics (id),
    partition   int not null,
    next_offset bigint not null,
    primary key (group_name, topic_id, partition)
  ) with (fillfactor = 50);
`;
