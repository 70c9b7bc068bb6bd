package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// compact is the theme of the window with less room between things, for tables and forms. It follows the window's own,
// which may change.
type compact struct{ Theme }

// Size is part of fyne.Theme.
func (c compact) Size(name fyne.ThemeSizeName) float32 {
	size := fyne.CurrentApp().Settings().Theme().Size(name)
	switch name {
	case theme.SizeNameInnerPadding:
		return size / 2
	case theme.SizeNameText:
		return size - 1
	case theme.SizeNameInlineIcon:
		return size - 4
	}
	return size
}

// Color is part of fyne.Theme.
func (c compact) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	return fyne.CurrentApp().Settings().Theme().Color(name, variant)
}

// Compact shows an object with less room between its parts.
func Compact(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewThemeOverride(o, compact{New(System)})
}

// RowHeight is how high a row of a compact table is: a list measures its rows before it knows that it is compact.
func RowHeight() float32 {
	c := compact{}
	return fyne.MeasureText("国", c.Size(theme.SizeNameText), fyne.TextStyle{}).Height + 2*c.Size(theme.SizeNameInnerPadding)
}

// Wrap is how running text in a language ("zh", "en") is wrapped.
func Wrap(language string) fyne.TextWrap {
	if language == "zh" {
		return fyne.TextWrapBreak
	}
	return fyne.TextWrapWord
}
