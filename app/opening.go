package app

import (
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/assets/translations"
)

// Opening is what a bare window shows while its library is opened and that takes a while, as where a database of an older
// version is brought up to date.
type Opening struct {
	words *translations.Words
	text  *widget.Label
	bar   *widget.ProgressBar
}

// ShowOpening fills a bare window with it, in a language; an empty one takes the user's last, or the system's.
func ShowOpening(a fyne.App, bare fyne.Window, language string) *Opening {
	words := translations.For(Language(a, language))
	o := &Opening{words: words, text: prose(words.Say("window.opening")), bar: widget.NewProgressBar()}
	o.bar.Hide()
	bare.SetContent(container.NewCenter(container.NewVBox(o.text, o.bar)))
	slog.Info("opening")
	return o
}

// Progress shows how many of all reports are brought up to date.
func (o *Opening) Progress(done, total int) {
	o.text.SetText(prose(o.words.Say("window.bringing_up", done, total)).Text)
	o.bar.Max = float64(total)
	o.bar.SetValue(float64(done))
	o.bar.Show()
	slog.Info("bringing up to date", "done", done, "total", total)
}
