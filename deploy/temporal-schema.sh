#!/bin/sh
# Makes Temporal's databases when they are missing and brings their schemas up to date. `setup-schema` runs only for a new
# database: a second run would set its version back.
set -eu
SQL_PASSWORD="$(cat /run/secrets/postgres-password)"
export SQL_PASSWORD
for pair in temporal:temporal temporal_visibility:visibility; do
  database="${pair%%:*}"
  schema="${pair##*:}"
  if temporal-sql-tool --db "$database" create 2>/dev/null; then
    temporal-sql-tool --db "$database" setup-schema -v 0.0
  fi
  temporal-sql-tool --db "$database" update-schema -d "/etc/temporal/schema/postgresql/v12/$schema/versioned"
done
