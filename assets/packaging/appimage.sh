#!/usr/bin/env bash
# Makes an AppImage of the portable archive that `dist.sh linux` wrote; needs appimagetool on the PATH.
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v appimagetool >/dev/null || { echo "Install appimagetool (AppImageKit) first." >&2 && exit 2; }
field() { sed -n "s/^ *$1 *= *\"\(.*\)\"/\1/p" FyneApp.toml | head -n 1; }
ID=$(field ID) VERSION=$(field Version)
folder=dist/figurebook.AppDir
rm -rf $folder
mkdir -p $folder/usr
tar -C $folder/usr --strip-components=1 -xf "dist/figurebook-$VERSION-linux-amd64.tar.xz"
cp "$folder/usr/share/applications/$ID.desktop" "assets/icons/256.png" $folder/
mv $folder/256.png "$folder/$ID.png"
ln -s usr/bin/figurebook $folder/AppRun
ARCH=x86_64 appimagetool --no-appstream $folder "dist/figurebook-$VERSION-x86_64.AppImage"
rm -rf $folder
