#!/bin/sh
# Makes Report Sans: Noto Sans (Latin, Greek, Cyrillic) and Noto Sans SC (Han of GB2312) merged, one TrueType file a
# weight, so that window, charts and PDF share one font; and the same once more with the outlines of Noto Sans CJK SC, from
# which Noto Sans SC was made. Needs npm, fonttools, python3-cffsubr, fonts-noto-core and fonts-noto-cjk (Debian).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent @expo-google-fonts/noto-sans-sc@0.4.3 >/dev/null
tar xzf expo-google-fonts-noto-sans-sc-0.4.3.tgz
python=/usr/bin/python3
$python - <<'PY'
points = set(range(0x20, 0x7f)) | set(range(0x2010, 0x2028)) | set(range(0x2190, 0x21ff)) | set(range(0x3000, 0x3020)) | set(range(0xff01, 0xff5f)) | set(range(0x2460, 0x2474))
for a in range(0xa1, 0xf8):
    for b in range(0xa1, 0xff):
        try:
            points.add(ord(bytes([a, b]).decode("gb2312")))
        except UnicodeDecodeError:
            pass
points |= {0x2212, 0x2264, 0x2265, 0x2248, 0x2030, 0x25cb, 0x25cf, 0x25b2, 0x25b6, 0x2192}
open("gb2312.txt", "w").write("\n".join(f"U+{p:04X}" for p in sorted(points)))
PY
for weight in Regular Bold; do
	case $weight in Regular) source=400Regular ;; *) source=700Bold ;; esac
	file=$(find package -name "NotoSansSC_$source.ttf" | head -n 1)
	pyftsubset "$file" --unicodes-file=gb2312.txt --layout-features='' --no-hinting --name-IDs='*' --notdef-outline \
		--drop-tables+=GSUB,GPOS,GDEF,vhea,vmtx,VORG,BASE,DSIG,STAT --output-file=han.ttf
	latin=$(find /usr/share/fonts -name "NotoSans-$weight.ttf" | head -n 1)
	pyftsubset "$latin" --unicodes="U+20-24F,U+370-3FF,U+400-52F,U+1E00-1EFF,U+2010-2027,U+2030-205E,U+20AC,U+2116,U+2122" --layout-features='' \
		--no-hinting --notdef-outline --drop-tables+=GSUB,GPOS,GDEF,STAT,DSIG --output-file=latin.ttf
	WEIGHT=$weight OUT="$here/ReportSans-$weight.ttf" $python - <<'PY'
import os
from fontTools import merge, subset
from fontTools.ttLib import TTFont
latin, han = TTFont("latin.ttf"), TTFont("han.ttf")
have = set(latin.getBestCmap())
keep = [c for c in han.getBestCmap() if c not in have]
options = subset.Options(layout_features=[], notdef_outline=True)
s = subset.Subsetter(options)
s.populate(unicodes=keep)
s.subset(han)
han.save("han2.ttf")
font = merge.Merger().merge(["latin.ttf", "han2.ttf"])
weight = os.environ["WEIGHT"]
for record in list(font["name"].names):
    value = {1: "Report Sans", 2: weight, 3: f"Report Sans {weight}", 4: f"Report Sans {weight}", 6: f"ReportSans-{weight}", 16: None, 17: None}.get(record.nameID, False)
    if value is None:
        font["name"].removeNames(nameID=record.nameID)
    elif value:
        record.string = value
font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = 1069, -293, 0
font["OS/2"].sTypoAscender, font["OS/2"].sTypoDescender, font["OS/2"].sTypoLineGap = 1069, -293, 0
font["OS/2"].usWinAscent, font["OS/2"].usWinDescent = 1069, 293
font["head"].created = font["head"].modified = 3786912000
font.recalcTimestamp = False
font.save(os.environ["OUT"])
print(os.environ["OUT"], len(font.getGlyphOrder()), "glyphs")
PY
done
# The outlines of the window: the toolkit keeps the points of every glyph of a TrueType file, 7 MB a weight, but only the
# bytes of the other kind.
for weight in Regular Bold; do
	IN="$here/ReportSans-$weight.ttf" HAN="$(find /usr/share/fonts -name "NotoSansCJK-$weight.ttc")" OUT="$here/ReportSans-$weight.otf" /usr/bin/python3 - <<'PY'
import os
import cffsubr
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTCollection, TTFont
font = TTFont(os.environ["IN"], recalcTimestamp=False)
han = next(f for f in TTCollection(os.environ["HAN"]).fonts if f["name"].getDebugName(1).startswith("Noto Sans CJK SC"))
theirs, ours, names = han.getGlyphSet(), font.getGlyphSet(), han.getBestCmap()
points = {}
for point, glyph in font.getBestCmap().items():
    points.setdefault(glyph, point)


def bounds(glyphs, name):
    pen = BoundsPen(glyphs)
    glyphs[name].draw(pen)
    return pen.bounds or (0, 0, 0, 0)


def same(glyph, other):  # one was made from the other
    return other and theirs[other].width == ours[glyph].width and all(abs(a - b) <= 2 for a, b in zip(bounds(ours, glyph), bounds(theirs, other)))


strings, taken = {}, 0
for glyph in font.getGlyphOrder():
    other = names.get(points.get(glyph))
    drawn = DecomposingRecordingPen(theirs if same(glyph, other) else ours)
    (theirs[other] if same(glyph, other) else ours[glyph]).draw(drawn)
    taken += same(glyph, other) or 0
    pen = T2CharStringPen(ours[glyph].width, None)
    drawn.replay(pen)
    strings[glyph] = pen.getCharString()
for table in ("glyf", "loca", "gasp"):
    del font[table]
font.sfntVersion, font["maxp"].tableVersion, font["post"].formatType = "OTTO", 0x00005000, 3.0
build = FontBuilder(font=font)
build.isTTF = False
build.setupCFF(font["name"].getDebugName(6), {"FullName": font["name"].getDebugName(4), "FamilyName": "Report Sans", "Weight": font["name"].getDebugName(2)}, strings, {})
cffsubr.subroutinize(font)
font.save(os.environ["OUT"])
print(os.environ["OUT"], taken, "of", len(strings), "glyphs by the outlines of Noto Sans CJK SC")
PY
done
cp "$(find package -name 'LICENSE_FONT*' | head -n 1)" "$here/OFL.txt"
