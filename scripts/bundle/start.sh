#!/bin/sh
# Starts the workbench with the Node beside it, or with the one of this system.
cd "$(dirname "$0")" || exit 1
if [ -x node/node ]; then node=node/node; else node=node; fi
if ! command -v "$node" >/dev/null 2>&1; then
  echo "Node 20.19 or newer is needed and was not found. Install it, or carry a bundle made with --with-node." >&2
  echo "Node 20.19 یا تازه‌تر لازم است و یافت نشد." >&2
  exit 1
fi
exec "$node" inquest.mjs "$@"
