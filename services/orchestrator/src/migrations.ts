import type { Migration } from '@hengtong/persistence';

/** Tables of the orchestrator, beside those of messaging. */
export const orchestratorMigrations: readonly Migration[] = [
  {
    id: '0010-cases',
    sql: `
      -- A version is a row and never changes; a case is decided by it to its end.
      create table process_versions (
        process   text not null,
        version   int not null,
        digest    text not null,
        body      jsonb not null,
        loaded_at timestamptz not null default now(),
        primary key (process, version)
      );

      -- The latest state beside the events that it follows from. Room in each page, so that a change of state touches no index.
      create table cases (
        id         uuid primary key,
        code       text not null unique,
        process    text not null,
        version    int not null,
        division   text not null,
        status     text not null,
        outcome    text,
        reference  text,
        state      json not null,
        opened_at  timestamptz not null,
        updated_at timestamptz not null,
        closed_at  timestamptz,
        foreign key (process, version) references process_versions (process, version)
      ) with (fillfactor = 50);
      create index cases_open on cases (process, id desc) where status <> 'closed';
      create index cases_by_division on cases (division text_pattern_ops, id desc);

      -- What happened, in order and without a gap; nothing is ever changed here.
      create table case_events (
        case_id      uuid not null,
        sequence     int not null,
        type         text not null,
        step         text,
        data         json not null,
        causation_id text,
        at           timestamptz not null,
        primary key (case_id, sequence)
      );

      -- What was answered to a request that named a key, so that the same request gets the same answer.
      create table idempotency_keys (
        client     text not null,
        route      text not null,
        key        text not null,
        body_hash  text not null,
        answer     json not null,
        created_at timestamptz not null default now(),
        primary key (client, route, key)
      );
      create index idempotency_keys_by_age on idempotency_keys (created_at);`,
  },
  {
    id: '0011-who-may-see',
    sql: `
      -- Who opened a case, and who takes part in it: each department, and each authority as department/division. Lists filter by these.
      alter table cases add column client text not null default 'unknown', add column parties text[] not null default '{}';
      update cases c set parties = p.parties
        from (select cases.id, array_agg(distinct party) as parties
                from cases join process_versions using (process, version),
                     jsonb_array_elements(body->'steps') as step,
                     lateral (values (step->>'department'),
                                     ((step->>'department') || '/' || case step->>'level' when 'county' then cases.division
                                        when 'city' then left(cases.division, 4) || '00' when 'province' then left(cases.division, 2) || '0000'
                                        else '000000' end)) as who(party)
               group by cases.id) p
       where p.id = c.id;
      create index cases_by_client on cases (client, id desc);
      create index cases_by_party on cases using gin (parties);

      -- Who did it. Of what was recorded before, it is known only that the software did.
      alter table case_events add column actor json not null default '{"type":"service","id":"orchestrator"}';`,
  },
];
