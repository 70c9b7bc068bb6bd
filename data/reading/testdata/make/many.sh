#!/bin/sh
# many.sh FOLDER [N]: N (5) long reports of each kind and language, of two makers, for the measure of TestRead_manyReports; half an
# hour, or some minutes for N = 1.
# Needs what make.sh needs, and WeasyPrint (Debian: weasyprint).
set -eu
mkdir -p "$1"
to=$(realpath "$1")
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/home/.fonts" "$work/made"
cp ../../../../assets/fonts/*.ttf "$work/home/.fonts/"
go run . -many "${2:-5}" "$work/made"
HOME="$work/home" soffice --headless --convert-to pdf --outdir "$work/made" "$work"/made/*.fodt >/dev/null
rm "$work"/made/*.ar.html "$work"/made/*.ar.page.json # WeasyPrint gives Arabic letters no text of their own
for page in "$work"/made/*.html; do
	stem=${page%.html}
	HOME="$work/home" weasyprint -q "$page" "$stem.page.pdf"
done
cp "$work"/made/*.pdf "$work"/made/*.json "$to/"
