#!/usr/bin/env bash
# Looks through what can only be run elsewhere, as far as another system can: the scripts, the release workflow, the property list
# of the .app, and that all of the program but window and database compiles for both processors of Macs. `make check-macos` calls it.
set -euo pipefail
cd "$(dirname "$0")/../../.."
ACTIONLINT=github.com/rhysd/actionlint/cmd/actionlint@v1.7.12

shellcheck --severity=warning assets/packaging/*.sh assets/packaging/macos/*.sh
echo "The scripts: good."

go run $ACTIONLINT -shellcheck= assets/packaging/release.yml
echo "The release workflow: good."

field() { sed -n "s/^ *$1 *= *\"\(.*\)\"/\1/p" FyneApp.toml | head -n 1; }
sed -e "s|@NAME@|$(field Name)|g; s|@ID@|$(field ID)|g; s|@VERSION@|$(field Version)|g; s|@BUILD@|2|g" assets/packaging/macos/Info.plist.in | python3 -c '
import plistlib, sys
raw = sys.stdin.buffer.read()
info = plistlib.loads(raw)
assert b"@" not in raw, "a key is not filled in"
for key in "CFBundleExecutable CFBundleIdentifier CFBundleName CFBundlePackageType CFBundleShortVersionString CFBundleVersion LSMinimumSystemVersion".split():
    assert isinstance(info[key], str) and info[key], key
assert info["CFBundleIdentifier"] == sys.argv[1] and info["CFBundleShortVersionString"] == sys.argv[2]
exported = {t["UTTypeIdentifier"] for t in info["UTExportedTypeDeclarations"]}
opened = {c for t in info["CFBundleDocumentTypes"] for c in t["LSItemContentTypes"]}
assert opened <= exported, f"opened, but declared nowhere: {opened - exported}"
' "$(field ID)" "$(field Version)"
echo "The property list: good."

# SQLite is C, and the window partly Objective-C: for these it takes a Mac's compiler.
export GOOS=darwin CGO_ENABLED=0
for arch in arm64 amd64; do
	packages=$(GOARCH=$arch go list -f '{{.ImportPath}} {{join .Deps " "}}' ./data/... ./charts/... ./assets/... | grep -v ' github.com/mattn/go-sqlite3' | cut -d ' ' -f 1)
	# shellcheck disable=SC2086 # a list of packages
	GOARCH=$arch go build $packages
	echo "Reading, extraction, checking, charts and exports compile for macOS, $arch: $(wc -w <<<"$packages") packages."
done
