#!/usr/bin/env bash
# Makes the secrets of compose.yaml that are not there yet; never replaces one.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p secrets
chmod 711 secrets
for name in db_password vault_key metrics_token grafana_password; do
  if [ ! -s "secrets/$name" ]; then
    # 32 bytes in base 64, as the vault wants its key; the containers' users are not yours, so the file is readable by name
    head -c 32 /dev/urandom | base64 -w0 > "secrets/$name"
    chmod 444 "secrets/$name"
  fi
done
