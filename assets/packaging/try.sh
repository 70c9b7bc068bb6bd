#!/usr/bin/env bash
# Tries every package of dist/ as a person would: installs it where nothing else is, does the main job, opens the window,
# upgrades a database that a person has worked on, removes the program and looks that the data is still there.
# Needs root, for the clean Debian root. `make try-dist` calls it; `try.sh deb`, `rpm`, `portable` or `windows` tries one.
set -euo pipefail
cd "$(dirname "$0")/../.."
project=$PWD
VERSION=$(sed -n 's/^ *Version *= *"\(.*\)"/\1/p' FyneApp.toml)
TAGS=$(sed -n 's|^TAGS *:= *||p' Makefile)
work=$(mktemp -d "${TMPDIR:-/var/tmp}/figurebook-try.XXXXXX")
root=$work/root
database=/home/analyst/.local/share/figurebook/figurebook.db # within the root
export TZ=UTC LC_ALL=C.UTF-8

say() { printf '%s  %s\n' "$(date +%T)" "$*"; }
fail() {
	echo "FAILED: $*" >&2
	exit 1
}
cleanup() {
	umount "$root/proc" "$root/dev/shm" 2>/dev/null || true
	[ ! -d "$work/wine" ] || WINEPREFIX=$work/wine wineserver -kw 2>/dev/null || true
	rm -rf "$work"
}
trap cleanup EXIT

# A report in words of our own, for the main job.
cat >"$work/valley.txt" <<'TEXT'
A/99/1
Report on the valley

I. Introduction

1. The valley has more than 7,000 residents, including some 1,200 children.

2. Between 500 and 600 teachers work in its schools.
TEXT

# main_job PROGRAM DATABASE FOLDER [OUTSIDE]: a report becomes figures, and figures a chart. PROGRAM may be several words;
# OUTSIDE is where FOLDER lies for this script.
main_job() {
	local program=$1 database=$2 folder=$3 outside=${4:-$3} figures
	cp "$work/valley.txt" "$outside/"
	# shellcheck disable=SC2086 # PROGRAM is split on purpose
	{
		$program import "$folder/valley.txt" --db "$database" >/dev/null
		figures=$($program figures --report A/99/1 --format csv --db "$database")
		$program chart --measure fighters --by group --lang zh --out "$folder/chart.png" --db "$database" >/dev/null
	}
	if ! grep -q 7000 <<<"$figures" || ! grep -q more_than <<<"$figures"; then fail "the figures of the report: $figures"; fi
	[ "$(head -c 4 "$outside/chart.png" | tail -c 3)" = PNG ] || fail "the chart is no PNG"
}

# earlier_commits: the last commits before the newest form of the database, and before the reviews of figures got the form of
# today: what people have, and the longest way up.
earlier_commits() {
	local newest
	newest=$(git ls-files 'data/store/migrations/*.sql' | sort | tail -n 1)
	for migration in "$newest" data/store/migrations/00003_work.sql; do
		git log --diff-filter=A --format=%h -- "$migration" | tail -n 1 | sed 's/$/~1/'
	done
}

# earlier_deb COMMIT: a package of what the program was, made with today's recipe
earlier_deb() {
	local commit=$1 stage=$work/earlier
	rm -rf "$stage" "$work/earlier.deb"
	git worktree add --force --detach "$work/tree" "$commit" >/dev/null 2>&1
	mkdir -p "$stage/usr/bin"
	(cd "$work/tree" && go build -trimpath -buildvcs=false -tags "$TAGS" -ldflags "-s -w -X main.version=0.0.1" -o "$stage/usr/bin/" ./cmd/figurebook ./cmd/figurebook-cli)
	git worktree remove --force "$work/tree"
	sed -e "s|@ARCH@|amd64|; s|@VERSION@|0.0.1|; s|@STAGE@|$stage|; s|@WEBSITE@|https://figurebook.org|; s|@COMMENT@|earlier|; s|@TIME@|2026-01-01T00:00:00Z|" \
		assets/packaging/linux/nfpm.yaml.in >"$work/earlier.yaml"
	go run github.com/goreleaser/nfpm/v2/cmd/nfpm@v2.45.2 package --config "$work/earlier.yaml" --packager deb --target "$work/earlier.deb" >/dev/null
}

in_root() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/analyst LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive LIBGL_ALWAYS_SOFTWARE=1 "$@"; }
analyst() { in_root setpriv --reuid=1000 --regid=1000 --clear-groups "$@"; }

# window [review]: opens the window in the clean root and waits until it shows a report; with "review" it also confirms one
# figure and rejects another by keys, and goes on pressing until the database says so
window() {
	cat >"$root/tmp/window.sh" <<'SH'
status() { figurebook-cli figures --format jsonl 2>/dev/null | grep -c "\"status\":\"$1\""; }
press() { xdotool key --delay 150 "$@"; sleep 0.5; }
cd && rm -f log.jsonl
figurebook --lang en --log log.jsonl 2>window.txt & program=$!
trap 'kill $program; wait $program 2>/dev/null' EXIT
for _ in $(seq 240); do
	grep -q '"report shown"' log.jsonl 2>/dev/null && id=$(xdotool search --onlyvisible --name Figurebook | head -n 1) && [ -n "$id" ] && break
	kill -0 $program 2>/dev/null || { cat window.txt; exit 1; }
	sleep 0.5
done
[ -n "$id" ] || { echo "no window after two minutes"; cat log.jsonl window.txt; exit 1; }
[ "$1" = review ] || exit 0
xdotool mousemove --window "$id" 700 500 # without a window manager keys go where the pointer is
press Return # leaves the first steps, where they are shown
for _ in $(seq 30); do
	[ "$(status confirmed)" = 0 ] || break
	press ctrl+j ctrl+Return
done
for _ in $(seq 30); do
	[ "$(status rejected)" = 0 ] || break
	press ctrl+j ctrl+BackSpace
done
echo "confirmed $(status confirmed), rejected $(status rejected)"
[ "$(status confirmed)" != 0 ] && [ "$(status rejected)" != 0 ]
SH
	analyst xvfb-run -a -s "-screen 0 1440x900x24" sh /tmp/window.sh "$@"
}

# upgrade_from COMMIT: a person's work of then is there after the package of today is installed over it
upgrade_from() {
	local commit=$1 before after
	say ".deb: as of $commit, with a person's work"
	earlier_deb "$commit" || fail "it does not build"
	cp "$work/earlier.deb" "$root/tmp/"
	in_root apt-get install -y -qq /tmp/earlier.deb >/dev/null 2>&1 || fail "it does not install"
	window review || fail "nothing could be reviewed"
	before=$(reviewed)
	rm -rf "$work/data" && mkdir "$work/data" && cp "$root$database"* "$work/data/" && echo "$before" >"$work/reviewed.txt" # for Windows
	say ".deb: upgrade"
	in_root apt-get install -y -qq /tmp/figurebook.deb >/dev/null 2>&1 || fail "it does not install over it"
	[ "$(analyst figurebook-cli version | cut -d ' ' -f 1)" = "$VERSION" ] || fail "it says another version"
	after=$(reviewed)
	[ "$before" = "$after" ] || fail "of a person's work was: $before; is: $after"
	analyst figurebook-cli verify >/dev/null || fail "the upgraded database is not sound"
	window || fail "the window does not open on the upgraded database"
	in_root apt-get purge -y -qq figurebook >/dev/null 2>&1
	in_root test -s $database || fail "the person's data is gone"
	in_root rm -r "$(dirname $database)"
}

# reviewed [PROGRAM]: the figures that a person confirmed or rejected, one a line: what she did, paragraph and words
reviewed() {
	# shellcheck disable=SC2086 # PROGRAM is split on purpose
	${1:-analyst figurebook-cli} figures --format jsonl 2>/dev/null | python3 -c '
import json, sys
for f in map(json.loads, sys.stdin):
    if f["status"] != "found": print(f["status"], f["report"], f["language"], f["paragraph"], f["text"])' | sort
}

try_deb() {
	local deb
	deb=$(ls "$project"/dist/figurebook_"$VERSION"_amd64.deb)
	say ".deb: a clean Debian root"
	debootstrap --variant=minbase bookworm "$root" "$(sed -n 's/^deb \(\[[^]]*\] \)\?\([^ ]*\) .*/\2/p; s/^URIs: *\([^ ]*\).*/\1/p' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | grep -v security | head -n 1)" >"$work/debootstrap.log" 2>&1 || fail "debootstrap: $(tail -n 3 "$work/debootstrap.log")"
	cp -r /etc/apt/. "$root/etc/apt/"
	cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
	mount -t proc proc "$root/proc"
	mkdir -p "$root/dev/shm" && mount -t tmpfs tmpfs "$root/dev/shm"
	in_root apt-get update -qq
	in_root apt-get install -y -qq --no-install-recommends xvfb xauth xdotool libgl1-mesa-dri procps >/dev/null 2>&1
	in_root useradd --create-home analyst
	cp "$deb" "$root/tmp/figurebook.deb"
	for commit in $(earlier_commits); do upgrade_from "$commit"; done
	in_root apt-get install -y -qq /tmp/figurebook.deb >/dev/null 2>&1 || fail "it does not install"
	say ".deb: the main job, the window"
	main_job "analyst figurebook-cli" $database /home/analyst "$root/home/analyst"
	window || fail "the window did not open"
	in_root test -f /usr/share/man/man1/figurebook-cli.1.gz || fail "no man page"
	say ".deb: removed"
	in_root apt-get purge -y -qq figurebook >/dev/null 2>&1
	if in_root sh -c 'command -v figurebook || command -v figurebook-cli'; then fail "programs are left"; fi
	in_root test -s $database || fail "the person's data is gone"
	say ".deb: good"
}

try_rpm() {
	local package files
	package=$(ls "$project"/dist/figurebook-"$VERSION"*.rpm)
	say ".rpm: contents and dependencies"
	grep -q OK <<<"$(rpm -K --nosignature "$package")" || fail "its digests"
	files=$(rpm -qlp "$package")
	for file in /usr/bin/figurebook /usr/bin/figurebook-cli /usr/share/man/man1/figurebook-cli.1.gz /usr/share/doc/figurebook/THIRD-PARTY-LICENCES.txt; do
		grep -qx "$file" <<<"$files" || fail "$file is missing"
	done
	grep -q 'libGL.so.1' <<<"$(rpm -qRp "$package")" || fail "it does not ask for OpenGL"
	mkdir -p "$work/rpm"
	(cd "$work/rpm" && rpm2cpio "$package" | cpio -idm --quiet)
	main_job "$work/rpm/usr/bin/figurebook-cli" "$work/rpm/a.db" "$work/rpm"
	say ".rpm: good"
}

try_portable() {
	say "portable: unpacked and run"
	mkdir -p "$work/portable"
	tar -C "$work/portable" --strip-components=1 -xf "$project/dist/figurebook-$VERSION-linux-amd64.tar.xz"
	main_job "$work/portable/bin/figurebook-cli" "$work/portable/a.db" "$work/portable"
	"$work/portable/bin/figurebook" --db "$work/portable/a.db" --screenshot "$work/portable/window.png"
	[ -s "$work/portable/window.png" ] || fail "no picture of the window"
	say "portable: good"
}

# under_wine COMMAND…: without the messages of wine itself
under_wine() { WINEPREFIX=$work/wine WINEDEBUG=-all WINEARCH=win64 LIBGL_ALWAYS_SOFTWARE=1 wine "$@" 2>/dev/null; }

# windows_job FOLDER: what a person does after installing
windows_job() {
	local folder="$1" unix job="$work/wine/drive_c/job"
	unix="$work/wine/drive_c/${folder#C:/}"
	for file in figurebook.exe figurebook-cli.exe LICENSE.txt THIRD-PARTY-LICENCES.txt OFL.txt; do
		[ -s "$unix/$file" ] || fail "$file was not installed"
	done
	mkdir -p "$job"
	cp "$work/valley.txt" "$job/"
	under_wine "$folder/figurebook-cli.exe" import 'C:\job\valley.txt' --db 'C:\job\a.db' >/dev/null
	grep -q more_than <<<"$(under_wine "$folder/figurebook-cli.exe" figures --report A/99/1 --format csv --db 'C:\job\a.db')" || fail "the figures of the report"
	under_wine "$folder/figurebook-cli.exe" chart --measure fighters --by group --lang zh --out 'C:\job\chart.png' --db 'C:\job\a.db'
	[ -s "$job/chart.png" ] || fail "no chart"
	if under_wine "$folder/figurebook-cli.exe" import 'C:\job\none.txt' --db 'C:\job\a.db'; then fail "a failure has no exit status"; fi
	for run in $(seq "${WINDOWS_RUNS:-2}"); do
		windows_window "$folder" "$job" || fail "the window did not open (run $run): $(cat "$job/said.txt" "$job/log.jsonl" 2>/dev/null | tail -n 20)"
	done
	rm -rf "$job"
}

# windows_cli …: the installed command line
windows_cli() { under_wine "C:/Program Files/Figurebook/figurebook-cli.exe" "$@"; }

# associated: Windows opens Figurebook's own files by a double click
associated() {
	local command
	command=$(under_wine reg query 'HKLM\Software\Classes\org.figurebook.Figurebook.edition\shell\open\command' /ve || true)
	grep -q 'org.figurebook.Figurebook.edition' <<<"$(under_wine reg query 'HKLM\Software\Classes\.figurebook' /ve || true)" && grep -qF '\figurebook.exe" "%1"' <<<"$command"
}

# windows_data: a person's work of before, put where an earlier version kept it, is there in this version
windows_data() {
	local data after
	data=$(echo "$work"/wine/drive_c/users/*/AppData/Local)/figurebook
	[ -s "$work/data/figurebook.db" ] || { say "Windows: no earlier database (try.sh deb windows makes one)" && return; }
	rm -rf "$data" && mkdir -p "$data" && cp "$work/data/"* "$data/"
	after=$(reviewed windows_cli | tr -d '\r')
	[ "$after" = "$(cat "$work/reviewed.txt")" ] || fail "of a person's work is under Windows: $after"
	kept=$data/figurebook.db
}

# windows_window FOLDER JOB: opens the window and waits until it stands on the screen and shows a report and a chart
windows_window() {
	# Whatever wine still runs was started without this screen, and its desktop would take in no window.
	WINEPREFIX=$work/wine wineserver -w
	rm -f "$2/log.jsonl"
	# shellcheck disable=SC2016 # the inner shell expands it
	WINEPREFIX=$work/wine WINEDEBUG=err+all,fixme-all LIBGL_ALWAYS_SOFTWARE=1 folder=$1 job=$2 xvfb-run -a -s "-screen 0 1440x900x24" sh -c '
		wine "$folder/figurebook.exe" --db "C:\job\a.db" --log "C:\job\log.jsonl" >"$job/said.txt" 2>&1 & program=$!
		open=1
		for _ in $(seq 240); do
			grep -q "report shown" "$job/log.jsonl" 2>/dev/null && grep -q "chart drawn" "$job/log.jsonl" && xdotool search --onlyvisible --name Figurebook >/dev/null 2>&1 && open=0 && break
			kill -0 $program 2>/dev/null || { wait $program; echo "it ended with status $?" >>"$job/said.txt"; break; }
			sleep 0.5
		done
		wineserver -k
		wait
		exit $open'
}

try_windows() {
	say "Windows: a fresh wine"
	cat >"$work/shim.c" <<'C'
// wine 8 lacks this function, which every Go program of today calls; real Windows has it.
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) { return SystemFunction036(data, (ULONG)size); }
C
	x86_64-w64-mingw32-gcc -shared -o "$work/bcryptprimitives.dll" "$work/shim.c" -ladvapi32
	under_wine wineboot --init >/dev/null || true
	WINEPREFIX=$work/wine wineserver -w
	cp "$work/bcryptprimitives.dll" "$work/wine/drive_c/windows/system32/"
	say "Windows: the installer"
	under_wine "$project/dist/figurebook-$VERSION-windows-amd64.exe" /S
	windows_job "C:/Program Files/Figurebook"
	associated || fail "a double click opens none of Figurebook's files"
	say "Windows: an earlier database, and the installer once more over what is there"
	local kept=""
	windows_data
	under_wine "$project/dist/figurebook-$VERSION-windows-amd64.exe" /S
	[ -z "$kept" ] || [ "$(reviewed windows_cli | tr -d '\r')" = "$(cat "$work/reviewed.txt")" ] || fail "a person's work is gone"
	under_wine "C:/Program Files/Figurebook/uninstall.exe" /S
	for _ in $(seq 60); do [ -e "$work/wine/drive_c/Program Files/Figurebook" ] || break; sleep 0.5; done
	[ ! -e "$work/wine/drive_c/Program Files/Figurebook" ] || fail "left behind: $(ls "$work/wine/drive_c/Program Files/Figurebook")"
	[ -z "$kept" ] || [ -s "$kept" ] || fail "the person's data is gone"
	if associated; then fail "the uninstaller leaves Figurebook's files to a program that is gone"; fi
	say "Windows: the .msi"
	under_wine msiexec /i "$(WINEPREFIX=$work/wine winepath -w "$project/dist/figurebook-$VERSION-windows-amd64.msi" 2>/dev/null)" /qn
	windows_job "C:/Program Files/Figurebook"
	associated || fail "a double click opens none of Figurebook's files"
	under_wine msiexec /x "$(WINEPREFIX=$work/wine winepath -w "$project/dist/figurebook-$VERSION-windows-amd64.msi" 2>/dev/null)" /qn
	[ ! -e "$work/wine/drive_c/Program Files/Figurebook/figurebook.exe" ] || fail "the .msi leaves the program behind"
	if associated; then fail "the .msi leaves Figurebook's files to a program that is gone"; fi
	[ -z "$kept" ] || [ -s "$kept" ] || fail "the person's data is gone"
	say "Windows: good"
}

for part in "${@:-deb rpm portable windows}"; do
	for one in $part; do "try_$one"; done
done
