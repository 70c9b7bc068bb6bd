#!/bin/sh
# Installs what building (needs.sh build) or testing (needs.sh test) wants and this machine lacks; says what and why.
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
fi
[ -n "$need" ] || exit 0
command -v apt-get >/dev/null || { echo "Install these with your system's package manager, then try again:$need"; exit 1; }
${SUDO:-} apt-get update -qq
# shellcheck disable=SC2086 # a list of packages
${SUDO:-} env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $need
