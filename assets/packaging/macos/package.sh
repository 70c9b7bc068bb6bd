#!/usr/bin/env bash
# Makes Figurebook.app and a .dmg for the processor of this Mac; needs Xcode's command line tools and Go.
# MACOS_IDENTITY (a "Developer ID Application" certificate in the keychain) signs the app; NOTARY_PROFILE (of
# `xcrun notarytool store-credentials`) has it notarised. Without them the app is signed for this machine only.
set -euo pipefail
cd "$(dirname "$0")/../../.."
[ "$(uname -s)" = Darwin ] || { echo "This runs on macOS." >&2 && exit 2; }

field() { sed -n "s/^ *$1 *= *\"\(.*\)\"/\1/p" FyneApp.toml | head -n 1; }
NAME=$(field Name) ID=$(field ID) VERSION=$(field Version)
BUILD=$(sed -n 's/^ *Build *= *\([0-9]*\)/\1/p' FyneApp.toml)
TAGS=$(sed -n 's|^TAGS *:= *||p' Makefile)
COMMIT=$(git rev-parse --short=12 HEAD)
app=dist/$NAME.app
image=dist/figurebook-$VERSION-macos-$(uname -m).dmg

rm -rf "$app" "$image" dist/icon.iconset dist/image
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources" dist/icon.iconset dist/image
export MACOSX_DEPLOYMENT_TARGET=11.0
for program in figurebook figurebook-cli; do
	go build -trimpath -buildvcs=false -tags "$TAGS" -ldflags "-s -w -X 'main.version=$VERSION ($COMMIT)'" -o "$app/Contents/MacOS/" "./cmd/$program"
done
sed -e "s|@NAME@|$NAME|g; s|@ID@|$ID|g; s|@VERSION@|$VERSION|g; s|@BUILD@|$BUILD|g" assets/packaging/macos/Info.plist.in >"$app/Contents/Info.plist"
plutil -lint "$app/Contents/Info.plist"
for size in 16 32 128 256; do
	cp "assets/icons/$size.png" "dist/icon.iconset/icon_${size}x$size.png"
	cp "assets/icons/$((size * 2)).png" "dist/icon.iconset/icon_${size}x$size@2x.png"
done
cp assets/icons/512.png dist/icon.iconset/icon_512x512.png
iconutil --convert icns --output "$app/Contents/Resources/figurebook.icns" dist/icon.iconset
cp LICENSE NOTICE assets/fonts/OFL.txt assets/licences/third-party.txt "$app/Contents/Resources/"

codesign --force --options runtime --timestamp=none --sign "${MACOS_IDENTITY:--}" "$app/Contents/MacOS/figurebook-cli"
if [ -n "${MACOS_IDENTITY:-}" ]; then
	codesign --force --options runtime --timestamp --sign "$MACOS_IDENTITY" "$app/Contents/MacOS/figurebook-cli" "$app"
else
	codesign --force --sign - "$app"
fi
codesign --verify --strict "$app"

cp -R "$app" dist/image/
ln -s /Applications dist/image/Applications
hdiutil create -quiet -volname "$NAME" -srcfolder dist/image -format UDZO -ov "$image"
if [ -n "${NOTARY_PROFILE:-}" ]; then
	xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
	xcrun stapler staple "$image"
fi
rm -rf dist/icon.iconset dist/image
echo "Written: $image"
