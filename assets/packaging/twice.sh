#!/usr/bin/env bash
# Builds the Linux packages of this commit again, from a clone in another folder and with an empty build cache, and compares every
# byte with those in dist/. `make dist-twice` calls it after `make dist`; `twice.sh warm` uses the build cache of dist/, which
# leaves the compiler out of the comparison and saves minutes.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ -z "$(git status --porcelain)" ] || { echo "Commit first: a clone has only what is committed." >&2 && exit 1; }
work=$(mktemp -d "${TMPDIR:-/var/tmp}/figurebook-a-longer-name.XXXXXX")
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
git clone --quiet . "$work/clone"
[ "${1:-}" = warm ] || export GOCACHE=$work/cache
bash "$work/clone/assets/packaging/dist.sh" linux
different=0
for file in "$work"/clone/dist/figurebook*; do
	name=$(basename "$file")
	if cmp "dist/$name" "$file"; then echo "the same bytes: $name"; else different=1; fi
done
exit $different
