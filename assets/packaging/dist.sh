#!/usr/bin/env bash
# Builds every package of this commit into dist/: .deb, .rpm and a portable archive for Linux, an installer and an .msi for
# Windows, checksums and a list of parts (SBOM). `make dist` calls it; `dist.sh linux` or `dist.sh windows` builds one system's.
# Name, identifier, version and icon come from FyneApp.toml. Two runs on one commit give the same bytes for Linux.
set -euo pipefail
cd "$(dirname "$0")/../.."
packaging=assets/packaging
which=${1:-all}
case $which in all | linux | windows) ;; *) echo "dist.sh [linux|windows]" >&2 && exit 2 ;; esac

field() { sed -n "s/^ *$1 *= *\"\(.*\)\"/\1/p" FyneApp.toml | head -n 1; }
NAME=$(field Name) ID=$(field ID) VERSION=$(field Version) WEBSITE=$(field Website)
# shellcheck disable=SC2034 # fill uses these by their names
COMMENT=$(field Comment)
TAGS=$(sed -n 's/^TAGS *:= *//p' Makefile)
COMMIT=$(git rev-parse --short=12 HEAD)
[ -z "$(git status --porcelain)" ] || COMMIT=$COMMIT-changed
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
DATE=$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)
# shellcheck disable=SC2034 # likewise
TIME=$(date -u -d "@$SOURCE_DATE_EPOCH" +%FT%TZ)
export SOURCE_DATE_EPOCH TZ=UTC LC_ALL=C.UTF-8
umask 022

NFPM=github.com/goreleaser/nfpm/v2/cmd/nfpm@v2.45.2
CYCLONEDX=github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0
LDFLAGS="-s -w -buildid= -X 'main.version=$VERSION ($COMMIT)'"
LARGEST=30000000 # bytes that an installer may have

say() { printf '%s  %s\n' "$(date +%T)" "$*"; }

# fill TEMPLATE FILE [KEY=VALUE…]: the template with its @KEYS@ filled in
fill() {
	local text key pair
	text=$(cat "$1")
	for key in NAME ID VERSION WEBSITE COMMENT DATE TIME; do text=${text//@$key@/${!key}}; done
	for pair in "${@:3}"; do text=${text//@${pair%%=*}@/${pair#*=}}; done
	printf '%s\n' "$text" >"$2"
}

# documents FOLDER: licences and instructions that every package carries
documents() {
	mkdir -p "$1"
	cp LICENSE NOTICE README.md assets/guide/README.zh.md assets/fonts/OFL.txt "$1"
	cp assets/licences/third-party.txt "$1/THIRD-PARTY-LICENCES.txt"
}

linux() { # linux ARCHITECTURE FOLDER
	local stage=$2
	say "Linux: building"
	mkdir -p "$stage"/usr/bin "$stage"/usr/share/{applications,metainfo,mime/packages}
	for program in figurebook figurebook-cli; do
		go build -trimpath -buildvcs=false -tags "$TAGS" -ldflags "$LDFLAGS" -o "$stage/usr/bin/" ./cmd/$program
	done
	say "Linux: files of the desktop, man pages, completions"
	fill $packaging/linux/figurebook.desktop.in "$stage/usr/share/applications/$ID.desktop"
	fill $packaging/linux/figurebook.metainfo.xml.in "$stage/usr/share/metainfo/$ID.metainfo.xml"
	cp $packaging/linux/figurebook-mime.xml "$stage/usr/share/mime/packages/$ID.xml"
	for size in 16 24 32 48 64 128 256 512; do
		install -D -m 644 assets/icons/$size.png "$stage/usr/share/icons/hicolor/${size}x$size/apps/$ID.png"
	done
	install -D -m 644 assets/icons/figurebook.svg "$stage/usr/share/icons/hicolor/scalable/apps/$ID.svg"
	"$stage/usr/bin/figurebook-cli" --lang en manual "$stage/usr/share" --date "$DATE"
	gzip -9n "$stage"/usr/share/man/man1/*.1
	documents "$stage/usr/share/doc/figurebook"
	desktop-file-validate "$stage/usr/share/applications/$ID.desktop"
	appstreamcli validate --no-net "$stage/usr/share/metainfo/$ID.metainfo.xml"
	find "$stage" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

# Both programs hold the same fonts, libraries and PDF engine: a dictionary as large as one program keeps these once. The quick
# preset makes 23 MB in a third of the time that -9 takes for 20 MB.
squeeze() { xz -T1 --lzma2=preset=1,dict=64MiB; }

# nfpm's own xz has a small dictionary, so it packs nothing and its members are put together again with data.tar squeezed.
deb() {
	local arch=$1 stage=$2 parts=dist/stage/deb
	fill $packaging/linux/nfpm.yaml.in dist/stage/nfpm.yaml ARCH="$arch" STAGE="$stage"
	mkdir -p $parts
	go run $NFPM package --config dist/stage/nfpm.yaml --packager deb --target $parts/plain.deb >/dev/null
	(cd $parts && ar x plain.deb && squeeze <data.tar >data.tar.xz)
	ar rcD "dist/figurebook_${VERSION}_$arch.deb" $parts/debian-binary $parts/control.tar.gz $parts/data.tar.xz
	say "Linux: .deb written"
}

rpm() {
	local stage=$2
	fill $packaging/linux/figurebook.spec.in dist/stage/figurebook.spec STAGE="$PWD/$stage"
	rpmbuild -bb --quiet --target "$(uname -m)" --define "_topdir $PWD/dist/stage/rpm" --define "_rpmdir $PWD/dist" \
		--define "_rpmfilename %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm" dist/stage/figurebook.spec >/dev/null
	say "Linux: .rpm written"
}

portable() {
	local stage=$2 folder=figurebook-$VERSION-linux-$1
	mkdir -p "dist/stage/$folder"
	cp -r "$stage/usr/." "dist/stage/$folder/"
	find "dist/stage/$folder" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
	tar -C dist/stage --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -cf - "$folder" | squeeze >"dist/$folder.tar.xz"
	say "Linux: portable archive written"
}

windows() { # windows FOLDER
	local stage=$1 cross=x86_64-w64-mingw32 syso
	say "Windows: building (the first time compiles the graphics library and SQLite, which takes minutes)"
	mkdir -p "$stage"
	fill $packaging/windows/figurebook.rc.in dist/stage/figurebook.rc NUMBERS="${VERSION//./,},$(field_number Build)"
	cp $packaging/windows/figurebook.manifest assets/icons/figurebook.ico dist/stage/
	syso=cmd/figurebook/figurebook_windows_amd64.syso
	(cd dist/stage && $cross-windres -O coff figurebook.rc "../../$syso")
	export CGO_ENABLED=1 GOOS=windows GOARCH=amd64 CC=$cross-gcc
	go build -trimpath -buildvcs=false -tags "$TAGS" -ldflags "$LDFLAGS -H=windowsgui" -o "$stage/figurebook.exe" ./cmd/figurebook
	rm -f $syso
	go build -trimpath -buildvcs=false -tags "$TAGS" -ldflags "$LDFLAGS" -o "$stage/figurebook-cli.exe" ./cmd/console
	unset CGO_ENABLED GOOS GOARCH CC
	documents "$stage"
	for file in LICENSE NOTICE; do mv "$stage/$file" "$stage/$file.txt"; done
	sign_windows "$stage/figurebook.exe" "$stage/figurebook-cli.exe"

	say "Windows: installer and .msi"
	makensis -V2 -NOCD -DNAME="$NAME" -DID="$ID" -DVERSION="$VERSION" -DWEBSITE="$WEBSITE" -DSTAGE="$PWD/$stage" \
		-DOUT="$PWD/dist/figurebook-$VERSION-windows-amd64.exe" -DICON="$PWD/assets/icons/figurebook.ico" $packaging/windows/figurebook.nsi
	msi "$stage" "dist/figurebook-$VERSION-windows-amd64.msi"
	sign_windows "dist/figurebook-$VERSION-windows-amd64.exe" "dist/figurebook-$VERSION-windows-amd64.msi"
}

msi() { # msi FOLDER FILE: with its cabinet packed anew, and looked through by another reader of cabinets
	local cabinet=figurebook.cab
	wixl -a x64 -D Name="$NAME" -D Id="$ID" -D Version="$VERSION" -D Stage="$1" -o "$2" $packaging/windows/figurebook.wxs
	msiinfo extract "$2" $cabinet >dist/stage/plain.cab
	python3 $packaging/windows/cabinet.py dist/stage/plain.cab dist/stage/$cabinet
	cabextract --quiet --test dist/stage/$cabinet >/dev/null
	msibuild "$2" -q "DELETE FROM \`_Streams\` WHERE \`Name\` = '$cabinet'"
	msibuild "$2" -a $cabinet dist/stage/$cabinet
}

field_number() { sed -n "s/^ *$1 *= *\([0-9]*\)/\1/p" FyneApp.toml | head -n 1; }

# sign_windows FILE…: with the certificate in $WINDOWS_CERTIFICATE (a PKCS#12 file) and $WINDOWS_PASSWORD, where given
sign_windows() {
	local file
	[ -n "${WINDOWS_CERTIFICATE:-}" ] || return 0
	for file; do
		osslsigncode sign -pkcs12 "$WINDOWS_CERTIFICATE" -pass "${WINDOWS_PASSWORD:-}" -n "$NAME" -i "$WEBSITE" -in "$file" -out "$file.signed"
		mv "$file.signed" "$file"
	done
}

# parts SYSTEM PROGRAM…: the list of parts of each program; stops unless the list and the licences name every module that it holds
parts() {
	local system=$1 program list module version
	for program in "${@:2}"; do
		list=dist/$(basename "$program" .exe)-$VERSION-$system.cdx.json
		GOFLAGS=-trimpath go run $CYCLONEDX bin -json -licenses -assert-licenses -noserial -notimestamp -version "v$VERSION" -output "$list" "$program" 2>dist/stage/parts.log || { cat dist/stage/parts.log >&2 && exit 1; }
		go version -m "$program" | awk '$1 == "dep" { print $2, $3 }' | while read -r module version; do
			grep -qF "pkg:golang/$module@$version?" "$list" || { echo "the list of parts lacks $module $version" >&2 && exit 1; }
			grep -qxF "$module $version" assets/licences/third-party.txt || { echo "the licence of $module $version is missing" >&2 && exit 1; }
		done
	done
}

rm -rf dist
mkdir -p dist/stage
jobs=()
# shellcheck disable=SC2046 # a list of processes
trap 'kill $(jobs -p) 2>/dev/null || true; rm -f cmd/figurebook/figurebook_windows_amd64.syso' EXIT
if [ "$which" != windows ]; then
	arch=$(go env GOARCH)
	linux "$arch" dist/stage/linux
	for package in deb rpm portable; do
		$package "$arch" dist/stage/linux &
		jobs+=($!)
	done
	parts linux dist/stage/linux/usr/bin/figurebook dist/stage/linux/usr/bin/figurebook-cli
fi
if [ "$which" != linux ]; then
	windows dist/stage/windows
	parts windows dist/stage/windows/figurebook.exe dist/stage/windows/figurebook-cli.exe
fi
for job in "${jobs[@]}"; do wait "$job"; done
rm -rf dist/stage
(cd dist && sha256sum figurebook* >SHA256SUMS)
if [ -n "${SIGNING_KEY:-}" ]; then
	gpg --batch --yes --local-user "$SIGNING_KEY" --armor --detach-sign dist/SHA256SUMS
fi
too_large=$(find dist -type f -size +${LARGEST}c ! -name '*.json')
[ -z "$too_large" ] || { echo "larger than $LARGEST bytes: $too_large" >&2 && exit 1; }
say "Written to dist/:"
find dist -type f -printf '%s %f\n' | sort -k 2 | awk '{ printf "  %6.1f MB  %s\n", $1 / 1e6, $2 }'
