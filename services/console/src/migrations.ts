import type { Migration } from '@hengtong/persistence';

/** Tables of the console. */
export const consoleMigrations: readonly Migration[] = [
  {
    id: '0010-sessions',
    sql: `
      -- Who is signed in. The cookie's secret stands nowhere: id and the key of what is sealed are both derived from it.
      create table sessions (
        id          bytea primary key,
        sealed      bytea not null,
        name        text not null,
        token_from  timestamptz not null,
        token_until timestamptz not null,
        begun_at    timestamptz not null default now(),
        seen_at     timestamptz not null default now()
      );
      create index sessions_by_age on sessions (seen_at);`,
  },
  {
    id: '0011-saved-views',
    sql: `
      create table saved_views (
        id         uuid primary key,
        screen     text not null,
        name       text not null,
        query      text not null,
        owner      text not null,
        shared     boolean not null,
        created_at timestamptz not null default now()
      );
      create index saved_views_by_owner on saved_views (owner);
      create index saved_views_shared on saved_views (screen) where shared;`,
  },
];
