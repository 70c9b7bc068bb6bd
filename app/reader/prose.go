package reader

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Prose is a text broken into lines no wider than width, at the toolkit's size of text, as the reader breaks them: for
// labels, which would break English within words or Chinese before a full stop. Its own line breaks stay.
func Prose(text string, width float32) string { return prose(text, width, theme.TextSize(), false) }

func prose(text string, width, size float32, bold bool) string {
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		b := block{text: []rune(paragraph), words: paragraph, bold: bold}
		from := 0
		for _, to := range breakLines(&b, width/size, measured) {
			lines = append(lines, strings.TrimRight(string(b.text[from:to]), " "))
			from = to
		}
		if from == 0 {
			lines = append(lines, "")
		}
	}
	return strings.Join(lines, "\n")
}

// Passage is a label whose text is broken into lines as the reader breaks them, anew for each width.
type Passage struct {
	widget.Label
	whole string
	width float32
}

// NewPassage is an empty passage.
func NewPassage() *Passage {
	p := &Passage{}
	p.ExtendBaseWidget(p)
	return p
}

// SetText shows a text.
func (p *Passage) SetText(text string) {
	p.whole = text
	p.set()
}

// Whole is the text that is shown, without the breaks of lines.
func (p *Passage) Whole() string { return p.whole }

func (p *Passage) set() {
	size := theme.TextSize()
	if p.SizeName != "" {
		size = theme.Size(p.SizeName)
	}
	text := p.whole
	if room := p.width - 4*theme.InnerPadding(); room > size {
		text = prose(text, room, size, p.TextStyle.Bold)
	}
	if text != p.Text {
		p.Label.SetText(text)
	}
}

// Refresh is part of fyne.Widget: another size of text breaks other lines.
func (p *Passage) Refresh() {
	p.set()
	p.Label.Refresh()
}

// Resize is part of fyne.Widget.
func (p *Passage) Resize(size fyne.Size) {
	if size.Width != p.width {
		p.width = size.Width
		p.set()
	}
	p.Label.Resize(size)
}

// MinSize is as high as the lines, and free to shrink in width.
func (p *Passage) MinSize() fyne.Size { return fyne.NewSize(60, p.Label.MinSize().Height) }
