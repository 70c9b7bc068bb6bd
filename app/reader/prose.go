package reader

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Prose is a text broken into lines no wider than width, at the toolkit's size of text, as the reader breaks them: for
// labels, which would break English within words or Chinese before a full stop. Its own line breaks stay.
func Prose(text string, width float32) string {
	lines := strings.Split(prose(text, width, theme.TextSize(), false), soft+"\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

// soft stands at the end of a line that was broken for want of room, in a text that can be copied. It is Unicode's word
// joiner, which shows nothing and takes no room.
const soft = "\u2060"

// OwnWords is an app from which a text is copied without the line breaks that it has on the screen alone.
func OwnWords(a fyne.App) fyne.App { return ownWords{a} }

type ownWords struct{ fyne.App }

// Clipboard is part of fyne.App.
func (a ownWords) Clipboard() fyne.Clipboard { return whole{a.App.Clipboard()} }

type whole struct{ fyne.Clipboard }

// SetContent is part of fyne.Clipboard.
func (c whole) SetContent(text string) { c.Clipboard.SetContent(joined(text)) }

// joined is a text without the line breaks that it has for want of room.
func joined(text string) string { return strings.NewReplacer(soft+"\n", "", soft, "").Replace(text) }

// prose is a text in lines; where one ends for want of room, soft stands before the break.
func prose(text string, width, size float32, bold bool) string {
	var paragraphs []string
	for _, paragraph := range strings.Split(text, "\n") {
		b := block{text: []rune(paragraph), words: paragraph, bold: bold}
		var lines []string
		from := 0
		for _, to := range breakLines(&b, width/size, measured) {
			lines = append(lines, string(b.text[from:to]))
			from = to
		}
		paragraphs = append(paragraphs, strings.Join(lines, soft+"\n"))
	}
	return strings.Join(paragraphs, "\n")
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
