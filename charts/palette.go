package charts

import "image/color"

// Palette is the colours of a theme. Series differ in their marks' shape too, so that no meaning rests on colour alone.
type Palette struct {
	Page   color.RGBA
	Ink    color.RGBA // words
	Quiet  color.RGBA // words of less weight, axes
	Grid   color.RGBA
	Strong color.RGBA   // what is emphasised
	Series []color.RGBA // of the series, by Series.Color
}

// The series' colours are those of Okabe and Ito, "Color Universal Design" (2008), which the common kinds of colour-blind
// eyes tell apart, without their yellow, too pale on white; for print they are the four greys that differ plainly from each other and have a contrast of 3 to 1 with the page, which WCAG 2.2
// (1.4.11) asks of signs: further series are told apart by their signs, which their bars then hold too.
var palettes = map[string]Palette{
	"light": {
		Page: rgb(0xffffff), Ink: rgb(0x222222), Quiet: rgb(0x5f6368), Grid: rgb(0xdddddd), Strong: rgb(0xd55e00),
		Series: []color.RGBA{rgb(0x0072b2), rgb(0xe69f00), rgb(0x009e73), rgb(0xcc79a7), rgb(0x56b4e9), rgb(0xd55e00), rgb(0x666666)},
	},
	"dark": {
		Page: rgb(0x1c1f24), Ink: rgb(0xeeeeee), Quiet: rgb(0xa8adb5), Grid: rgb(0x3a3f47), Strong: rgb(0xe69f00),
		Series: []color.RGBA{rgb(0x56b4e9), rgb(0xe69f00), rgb(0x29c79a), rgb(0xe39ac4), rgb(0x4d8fd1), rgb(0xf0803c), rgb(0x9aa0a6)},
	},
	"print": {
		Page: rgb(0xffffff), Ink: rgb(0x000000), Quiet: rgb(0x4a4a4a), Grid: rgb(0xd0d0d0), Strong: rgb(0x000000),
		Series: []color.RGBA{rgb(0x262626), rgb(0x949494), rgb(0x4c4c4c), rgb(0x707070)},
	},
}

func rgb(hex uint32) color.RGBA {
	return color.RGBA{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 255}
}

// Palette is the colours of the chart's theme.
func (c *Chart) Palette() Palette { return palettes[c.Spec.Theme] }
