#!/bin/sh
# Draws the icon's sizes from figurebook.svg; run it after changing that. Needs librsvg2-bin and icoutils (Debian).
set -eu
cd "$(dirname "$0")"
for size in 16 24 32 48 64 128 256 512; do
	rsvg-convert -w $size -h $size figurebook.svg -o $size.png
done
icotool -c -o figurebook.ico 16.png 24.png 32.png 48.png 64.png 128.png -r 256.png
