// Package fonts holds Report Sans, the one font of window, charts and documents; make.sh is its recipe.
package fonts

import _ "embed"

// Regular and Bold are TrueType files that cover Latin, Greek, Cyrillic and the Han of GB2312.
var (
	//go:embed ReportSans-Regular.ttf
	Regular []byte
	//go:embed ReportSans-Bold.ttf
	Bold []byte
)
