// Package theme is the look of the window: the bundled font for every style, and colours named by their role.
package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"figurebook.org/figurebook/assets/fonts"
)

// Theme is Fyne's own with the bundled font and less room.
type Theme struct {
	fyne.Theme
	forced *fyne.ThemeVariant // nil follows the system
}

// The names under which a choice of colours is remembered.
const (
	System = "system"
	Light  = "light"
	Dark   = "dark"
)

// New is the theme in the named colours; anything but Light and Dark follows the system.
func New(name string) Theme {
	t := Theme{Theme: theme.DefaultTheme()}
	switch name {
	case Light:
		v := theme.VariantLight
		t.forced = &v
	case Dark:
		v := theme.VariantDark
		t.forced = &v
	}
	return t
}

// Color is Fyne's own, in the chosen variant, but for what it shows too pale to read.
func (t Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if t.forced != nil {
		variant = *t.forced
	}
	if c, ok := readable[name]; ok {
		if variant == theme.VariantLight {
			return c.light
		}
		return c.dark
	}
	return t.Theme.Color(name, variant)
}

// readable are the colours of quiet words, which the toolkit has too pale: against the ground at least 3 to 1 for what
// cannot be used now, 4.5 to 1 for hints and notes (WCAG 2.2, 1.4.3 and 1.4.11).
var readable = map[fyne.ThemeColorName]struct{ light, dark color.Color }{
	theme.ColorNameDisabled:    {color.NRGBA{0x87, 0x8a, 0x91, 0xff}, color.NRGBA{0x82, 0x86, 0x8d, 0xff}},
	theme.ColorNamePlaceHolder: {color.NRGBA{0x66, 0x69, 0x70, 0xff}, color.NRGBA{0xb2, 0xb2, 0xb2, 0xff}},
}

// Size is Fyne's own with less room between things, for tables and forms. It holds for the whole window: the toolkit reads
// the fonts anew, and keeps them, for each part of a window that has a theme of its own.
func (t Theme) Size(name fyne.ThemeSizeName) float32 {
	size := t.Theme.Size(name)
	switch name {
	case theme.SizeNameInnerPadding:
		return size / 2
	case theme.SizeNameText:
		return size - 1
	case theme.SizeNameInlineIcon:
		return size - 4
	case theme.SizeNameModalBlurRadius:
		return 0 // what lies behind a dialog is dimmed only: to blur it takes a tenth of a second a frame without a graphics card
	}
	return size
}

// RowHeight is how high a row of a table is.
func RowHeight() float32 {
	return fyne.MeasureText("国", theme.TextSize(), fyne.TextStyle{}).Height + 2*theme.InnerPadding()
}

// IsDark tells whether the window is dark now.
func IsDark() bool {
	settings := fyne.CurrentApp().Settings()
	if t, ok := settings.Theme().(Theme); ok && t.forced != nil {
		return *t.forced == theme.VariantDark
	}
	return settings.ThemeVariant() != theme.VariantLight // as the toolkit itself takes an unknown one
}

// The bundled font takes the place of the toolkit's own, which it would read, and keep, beside any other.
var (
	regular = inPlaceOf(theme.DefaultTextFont(), "ReportSans-Regular.otf", fonts.RegularCubic)
	bold    = inPlaceOf(theme.DefaultTextBoldFont(), "ReportSans-Bold.otf", fonts.BoldCubic)
)

func inPlaceOf(own fyne.Resource, name string, font []byte) fyne.Resource {
	r, ok := own.(*fyne.StaticResource)
	if !ok {
		return fyne.NewStaticResource(name, font)
	}
	r.StaticName, r.StaticContent = name, font
	return r
}

// Font is the bundled font, so that Chinese and Latin share one line.
func (Theme) Font(style fyne.TextStyle) fyne.Resource {
	if style.Symbol {
		return theme.DefaultTheme().Font(style)
	}
	if style.Bold {
		return bold
	}
	return regular
}

// Tint is the background of a figure in the text, by what it counts; selected is its outline.
func Tint(unit string, dark bool) color.Color {
	alpha := uint8(70)
	if dark {
		alpha = 95
	}
	switch unit {
	case "person", "child", "woman", "household":
		return color.NRGBA{0x56, 0xb4, 0xe9, alpha}
	case "percent", "percentage_point", "basis_point":
		return color.NRGBA{0xcc, 0x79, 0xa7, alpha}
	case "USD", "EUR", "GBP", "CNY", "JPY", "CHF":
		return color.NRGBA{0xe6, 0x9f, 0x00, alpha}
	}
	return color.NRGBA{0x00, 0x9e, 0x73, alpha}
}

// Outline is the frame of the chosen figure.
var Outline = color.NRGBA{0xd5, 0x5e, 0x00, 0xff}

// Found is the background of words that were looked for.
var Found = color.NRGBA{0xf0, 0xe4, 0x42, 0x90}
