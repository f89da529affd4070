#!/bin/sh
# Makes a database and a role of the same name for each service given as an argument; what is there stays, and gets its password set.
# The password of `housing-fund` stands in HOUSING_FUND_DB_PASSWORD. Runs at every `docker compose up`, so that a department added later
# gets its own too. Where the server is, and as whom to go there, say libpq's variables (PGHOST, PGUSER, PGPASSWORD).
set -eu
for service in "$@"; do
  name="ht_$(echo "$service" | tr - _)"
  password=$(printenv "$(echo "$service" | tr a-z- A-Z_)_DB_PASSWORD")
  psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --set=name="$name" --set=password="$password" --dbname=postgres <<'SQL'
select format('create role %I login', :'name') where not exists (select from pg_roles where rolname = :'name') \gexec
alter role :"name" password :'password';
select format('create database %I owner %I', :'name', :'name') where not exists (select from pg_database where datname = :'name') \gexec
revoke connect on database :"name" from public;
SQL
  echo "$name is ready"
done
# PostgreSQL lets any role connect to these.
psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --dbname=postgres --command='revoke connect on database postgres, template1 from public'
