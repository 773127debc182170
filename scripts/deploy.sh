#!/usr/bin/env bash
# Uploads dist/ with rclone to where DEPLOY says (`remote:bucket` or `remote:folder`), from the environment or a line `DEPLOY=…` of deploy.conf.
# DRY_RUN=1 only says what it would do. What carries a hash in its name goes first, so that no page asks for what is not there yet; then pages and
# data; what is no more goes last.
set -euo pipefail
cd "$(dirname "$0")/.."

dist=${DIST:-dist}
# Read, not run.
if [ -z "${DEPLOY:-}" ] && [ -f deploy.conf ]; then
  DEPLOY=$(sed -n 's/^[[:space:]]*DEPLOY[[:space:]]*=[[:space:]]*//p' deploy.conf | tail -n 1 | sed 's/[[:space:]]*$//; s/^"\(.*\)"$/\1/')
fi
[ -n "${DEPLOY:-}" ] || { echo "Where to? Write a line DEPLOY=remote:bucket into deploy.conf (docs/hosting.md)." >&2; exit 2; }
[ -f "$dist/index.html" ] || { echo "$dist holds no site yet: make dist" >&2; exit 2; }
command -v rclone >/dev/null || { echo "rclone is needed: apt-get install rclone, or https://rclone.org/install/" >&2; exit 2; }

hashed=(--include "/bluezone-*" --include "/embed/frame-*")
own=(--exclude "/site-manifest.json" --exclude "/deploy/**")
# By date and length, and by content where only the date differs. Not --checksum: where the other side knows no hashes, it goes by length alone.
options=(--stats-one-line)
# Stores of objects keep these with each file; SFTP has no use for them.
for_ever=(--header-upload "Cache-Control: public, max-age=31536000, immutable")
no_cache=(--header-upload "Cache-Control: no-cache")
[ -z "${DRY_RUN:-}" ] || options+=(--dry-run)

echo "» files with a hash in their names"
rclone copy "$dist" "$DEPLOY" "${options[@]}" "${for_ever[@]}" "${hashed[@]}"
echo "» pages and data"
rclone copy "$dist" "$DEPLOY" "${options[@]}" "${no_cache[@]}" "${own[@]}" --exclude "/bluezone-*" --exclude "/embed/frame-*"
echo "» what is no more"
rclone sync "$dist" "$DEPLOY" "${options[@]}" "${no_cache[@]}" "${own[@]}" --delete-after
