// Package fonts holds Report Sans, the one font of window, charts and documents; make.sh is its recipe.
package fonts

import _ "embed"

// Regular and Bold are TrueType files that cover Latin, Greek, Cyrillic and the Han of GB2312: what charts are drawn by and
// documents carry.
var (
	//go:embed ReportSans-Regular.ttf
	Regular []byte
	//go:embed ReportSans-Bold.ttf
	Bold []byte
)

// RegularCubic and BoldCubic are the same glyphs as OpenType files with cubic outlines (CFF), which the window's toolkit
// holds in a quarter of the memory.
var (
	//go:embed ReportSans-Regular.otf
	RegularCubic []byte
	//go:embed ReportSans-Bold.otf
	BoldCubic []byte
)
