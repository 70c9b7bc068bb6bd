#!/bin/sh
# Makes testdata/layouts anew. Needs LibreOffice Writer, Liberation Serif and Amiri (Debian: libreoffice-writer-nogui,
# fonts-liberation, fonts-hosny-amiri); Chinese is set in the project's own font. What comes out is what was there, but for
# the dates and identifiers that Writer puts into its files.
set -eu
cd "$(dirname "$0")"
out=../layouts work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/home/.fonts" "$work/made/flow" "$out"
cp ../../../../assets/fonts/*.ttf "$work/home/.fonts/"
go run . "$work/made"
for kind in pdf docx; do
	HOME="$work/home" soffice --headless --convert-to $kind --outdir "$work/made" "$work"/made/*.fodt >/dev/null
done
# Writer parts paragraphs where a column or a page unlike the next one, ends: the record in Word has neither
HOME="$work/home" soffice --headless --convert-to docx --outdir "$work/made" "$work"/made/flow/*.fodt >/dev/null
cp "$work"/made/*.pdf "$work"/made/*.docx "$work"/made/*.txt "$work"/made/*.html "$work"/made/*.json "$out/"
