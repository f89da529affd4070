import type { Migration } from '@hengtong/persistence';

/** Tables of the issuer. */
export const identityMigrations: readonly Migration[] = [
  {
    id: '0010-issuer',
    sql: `
      -- What oidc-provider keeps: sessions, interactions, grants, codes, refresh tokens. Access tokens are JWTs and are not kept.
      create table stored_objects (
        model       text not null,
        id          text not null,
        payload     json not null,
        grant_id    text,
        uid         text,
        consumed_at timestamptz,
        expires_at  timestamptz,
        primary key (model, id)
      );
      create index stored_objects_by_grant on stored_objects (grant_id) where grant_id is not null;
      create index stored_objects_by_uid on stored_objects (model, uid) where uid is not null;
      create index stored_objects_by_expiry on stored_objects (expires_at);

      -- A key signs from its time until the next one's, and is published before and after.
      create table signing_keys (
        kid        text primary key,
        jwk        jsonb not null,
        signs_from timestamptz not null unique
      );

      -- Signs the cookies of the sign-in; one row.
      create table cookie_key (
        one   boolean primary key default true check (one),
        value text not null
      );

      create table passwords (
        name text primary key,
        hash text not null
      );

      -- Wrong passwords in a row by the name that was typed, be there such a person or not; gone after a right one.
      create table sign_in_attempts (
        name       text primary key,
        failed     int not null,
        last_at    timestamptz not null default now(),
        wait_until timestamptz
      );`,
  },
];
