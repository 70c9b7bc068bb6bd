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
