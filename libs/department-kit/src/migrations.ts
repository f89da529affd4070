import type { Migration } from '@hengtong/persistence';

/** Tables that every department has; its own come after them. */
export const departmentMigrations: readonly Migration[] = [
  {
    id: '0010-department',
    sql: `
      -- What the department did lawfully. Nothing is deleted: what is void stays, with its cause.
      create table records (
        type        text not null,
        id          text not null,
        case_id     uuid not null,
        step        text not null,
        command_key text not null,
        division    text not null,
        level       text not null,
        data        jsonb not null,
        created_at  timestamptz not null,
        voided_at   timestamptz,
        void_cause  jsonb,
        primary key (type, id)
      );
      create index records_by_command on records (command_key);
      create index records_by_division on records (division text_pattern_ops, type);

      -- The act that voids a record, beside the record.
      create table record_voids (
        type        text not null,
        id          text not null,
        command_key text not null,
        cause       jsonb not null,
        at          timestamptz not null,
        primary key (type, id),
        foreign key (type, id) references records (type, id)
      );

      -- One effect for each command: what was answered is answered again, and nothing is done twice.
      create table answered_commands (
        command_key text primary key,
        case_id     uuid not null,
        reply_type  text not null,
        reply       json not null,
        answered_at timestamptz not null
      );

      create table work_items (
        id              uuid primary key,
        case_id         uuid not null,
        process         text not null,
        process_version int not null,
        step            text not null,
        command_key     text not null unique,
        capability      text not null,
        status          text not null check (status in ('waiting', 'claimed', 'completed', 'refused', 'recalled')),
        division        text not null,
        level           text not null,
        input           jsonb not null,
        output          jsonb,
        claimed_by      text,
        remark          text,
        traceparent     text,
        version         int not null,
        created_at      timestamptz not null,
        updated_at      timestamptz not null
      ) with (fillfactor = 80);
      create index work_items_open on work_items (division text_pattern_ops, id) where status in ('waiting', 'claimed');`,
  },
  {
    id: '0011-who-acted',
    sql: `
      -- Who did the last thing to it, by their token.
      alter table work_items add column acted_by jsonb;`,
  },
];
