// Package app is the window: a frame with places for panes, the main menu made of what each pane adds, and the wiring of
// panes to the session. Each pane has a file here (pane_….go) that builds it, tells it of the session's events and lists
// its commands.
package app

import (
	"log/slog"
	"mime"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"figurebook.org/figurebook/app/compare"
	"figurebook.org/figurebook/app/figures"
	"figurebook.org/figurebook/app/findings"
	reports "figurebook.org/figurebook/app/library"
	"figurebook.org/figurebook/app/reader"
	"figurebook.org/figurebook/app/review"
	"figurebook.org/figurebook/app/search"
	"figurebook.org/figurebook/app/session"
	"figurebook.org/figurebook/app/theme"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
)

// preferences: what the user chose, and how she left the window
const (
	prefLanguage = "language"
	prefTheme    = "theme"
	prefWelcomed = "welcomed" // whether the first steps were shown
)

// Window is the program's one window.
type Window struct {
	app     fyne.App
	window  fyne.Window
	words   *translations.Words
	books   *library.Library
	session *session.Session
	version string
	run     func(work func())
	recent  []string // files opened last, the latest first
	press   bool     // whether what only the press says is shown
	stays   bool     // see Stay
	waiting waiting
	turn    turn
	place   *fyne.Container // all that stands in the window; to give that another content has the toolkit refresh all of it
	left    left            // as it stands now, but for what is open and the size

	library  *reports.Library
	search   *search.Search
	reader   *reader.Reader
	find     *reader.FindBar
	pages    pages
	compare  *compare.Compare
	review   *review.Pane
	figures  *figures.Table
	findings *findings.Pane
	frame    frame
	steps    stepItems
}

// Background runs work on a goroutine of its own.
func Background(work func()) { go work() }

// Bare is the window in its size and colours, with nothing in it, so that it can show while the library is opened: Over
// gives it that.
func Bare(a fyne.App) fyne.Window {
	fyne.SetCurrentApp(reader.OwnWords(a))                              // whom the toolkit's labels ask for the clipboard
	a.Settings().SetTheme(theme.New(a.Preferences().String(prefTheme))) // before any window, which would keep the old font
	window := a.NewWindow("Figurebook")
	restoreSize(a.Preferences(), window)
	return window
}

// New is a window on an open library, still without content: Fill gives it that. Reading, storing and drawing are started
// by run: Background on a display; at once where the window is drawn without one, since Fyne's software driver has no UI
// goroutine to come back to.
func New(a fyne.App, books *library.Library, version string, run func(work func())) *Window {
	return Over(a, Bare(a), books, version, run)
}

// Over is New in a window that shows already.
func Over(a fyne.App, window fyne.Window, books *library.Library, version string, run func(work func())) *Window {
	w := &Window{app: a, books: books, run: run, window: window, version: version, left: readLeft(a.Preferences()), place: container.NewStack()}
	w.session = session.New(books, run, w.fail)
	a.Settings().AddListener(func(fyne.Settings) {
		if w.compare != nil {
			w.compare.Redraw()
		}
	})
	w.window.SetOnDropped(func(_ fyne.Position, files []fyne.URI) { w.drop(files) })
	w.window.Canvas().SetOnTypedKey(w.escape)
	a.Lifecycle().SetOnEnteredForeground(w.session.Look)
	w.window.SetCloseIntercept(func() {
		w.remember()
		w.window.Close()
	})
	return w
}

// Fyne is the window of the toolkit.
func (w *Window) Fyne() fyne.Window { return w.window }

// Fill builds the content in a language; an empty one takes the user's last, or the system's. then is called when all panes
// are in their places and the reading of what they show has begun: what is asked or brought in before would find no pane, and
// be lost to what that reading shows. It is nil for nothing.
func (w *Window) Fill(language string, then func()) {
	w.setLanguage(Language(w.app, language), func() {
		w.opensRecent("")
		w.readPress()
		if then != nil {
			then()
		}
	})
}

// Language is a language; of an empty one, the user's last, or the system's.
func Language(a fyne.App, language string) string {
	if language == "" {
		return a.Preferences().StringWithFallback(prefLanguage, systemLanguage())
	}
	return language
}

// Welcome shows a new user the first steps, once.
func (w *Window) Welcome() {
	if p := w.app.Preferences(); !p.Bool(prefWelcomed) {
		p.SetBool(prefWelcomed, true)
		w.showFirstSteps()
	}
}

// preparing says that the reader of PDF is made ready, which takes some seconds the first time on a machine.
func (w *Window) preparing() { fyne.Do(func() { w.Say(w.words.Say("window.preparing_pdf")) }) }

// preparePDF makes the reader of PDF ready, before a PDF is opened.
func (w *Window) preparePDF() {
	if library.PDFPrepared() {
		return
	}
	if err := library.PreparePDF(w.preparing); err != nil {
		slog.Error("the PDF reader", "error", err.Error()) // the user is told when she opens a PDF
	}
	fyne.Do(func() {
		if w.frame.status.Text == w.words.Say("window.preparing_pdf") {
			w.Say("")
		}
	})
}

// SetLanguage builds the window's content in a language. What is open stays so, and how figures are chosen and compared.
func (w *Window) SetLanguage(language string) { w.setLanguage(language, nil) }

// setLanguage is SetLanguage, and then calls what waits for the content, nil for nothing.
func (w *Window) setLanguage(language string, then func()) {
	w.words = translations.For(language)
	speak(w.words)
	w.app.Preferences().SetString(prefLanguage, w.words.Tag.String())
	w.session.Silence()
	again := w.frame.places.reader != nil
	steps := w.building()
	if again {
		steps = append(steps, nil) // the new panes have their size then
	}
	steps = append(steps, func() {
		w.frame.panes()[0].show()
		w.session.Listen(session.Events{Opened: w.opened, Steps: w.showSteps, Did: w.showStep})
		w.setMenu()
		w.session.Again(w.openOne)
		if then != nil {
			then()
		}
	})
	if again {
		steps = append(steps, w.revealing()...)
	}
	w.inTurns(steps...)
}

// SetTheme changes the window's colours and remembers them. The toolkit brings the colours to all that stands in the window
// before it answers again, each thing as often as there are others around it: the panes are taken out meanwhile, and follow
// one by one.
func (w *Window) SetTheme(name string) {
	w.app.Preferences().SetString(prefTheme, name)
	if !w.frame.whole { // the panes that are there already would keep the old colours
		w.app.Settings().SetTheme(theme.New(name))
		w.SetLanguage(w.words.Tag.String())
		return
	}
	panes := w.place.Objects
	w.place.Objects = nil
	w.window.SetMainMenu(nil)
	w.app.Settings().SetTheme(theme.New(name))
	w.place.Objects = panes
	w.setMenu()
	slog.Info("colours", "theme", name)
	steps := []func(){w.library.Recolour}
	for _, p := range w.frame.panes() {
		steps = append(steps, nil, p.pane.Refresh)
	}
	w.inTurns(append(steps, w.assemble)...)
}

// openOne opens a report where none is open, at first the one that was open last or the fullest in the window's language, or the
// open one's edition in that.
func (w *Window) openOne() {
	switch r := w.session.Report(); {
	case r == nil:
		w.openFirst()
		if w.stays {
			time.AfterFunc(startOver, func() {
				mime.TypeByExtension(".pdf") // reads the system's kinds of files, which a dialog for files would wait for
				tidy()
				w.preparePDF()
			})
		}
	case r.Digest && r.Language != w.words.Short(): // the language changed
		w.session.Open((&data.Report{Symbol: r.Symbol, Language: w.words.Short()}).Key())
	}
}

// Stay says that the window will be there for a while: once the first report shows, what the start took is given back, and
// what takes long the first time is made ready, neither of which the start has to wait for.
func (w *Window) Stay() { w.stays = true }

// startOver is how long after the first report shows the start is over.
const startOver = 2 * time.Second

// tidy gives back to the system what the start took: reading the fonts and the edition leaves as much behind as is kept.
// From then on less may be left behind at a time.
func tidy() {
	debug.SetGCPercent(50)
	debug.FreeOSMemory()
}

func (w *Window) openFirst() {
	if last := w.spokenEdition(w.left.Report); last != "" && w.session.Go(session.Place{Edition: last, Paragraph: w.left.Paragraph}) {
		return
	}
	key, paragraphs := "", 0
	for _, r := range w.session.Reports() {
		if r.Language == w.words.Short() && len(r.Paragraphs) > paragraphs {
			key, paragraphs = r.Key(), len(r.Paragraphs)
		}
	}
	w.session.Open(key)
}

// spokenEdition is the key of a report, or where that is a digest in another language, of its digest in the window's: a digest
// says the same in both.
func (w *Window) spokenEdition(key string) string {
	for _, r := range w.session.Reports() {
		if r.Key() != key || !r.Digest || r.Language == w.words.Short() {
			continue
		}
		for _, other := range w.session.Reports() {
			if other.Symbol == r.Symbol && other.Language == w.words.Short() {
				return other.Key()
			}
		}
	}
	return key
}

// opened writes to the log what the window shows.
func (w *Window) opened(report *data.Report, own []data.Figure) {
	id, at := w.reader.FirstFigure()
	slog.Info("report shown", "report", report.Key(), "paragraphs", len(report.Paragraphs), "figures", len(own), "language", w.words.Short(), "figure", id, "x", at.X, "y", at.Y)
}
