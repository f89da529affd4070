#!/bin/sh
# Gives docker compose its secrets: a random password for each that docker-compose.yml asks for and .env does not have yet. Run it again
# after a department was added; what is there stays. The file is for its owner only, and never in the repository.
set -eu
umask 077
cd "$(dirname "$0")/../.."
touch .env
chmod 600 .env
for name in $(grep -oE '\$\{[A-Z_]+:\?' docker-compose.yml | tr -d '${:?' | sort -u); do
  grep -q "^$name=" .env && continue
  echo "$name=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')" >>.env
  echo "$name is new"
done
