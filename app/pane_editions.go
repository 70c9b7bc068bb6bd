package app

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"figurebook.org/figurebook/app/choice"
)

// editionEnding is that of an edition packed into one file.
const editionEnding = ".figurebook"

func isEdition(file string) bool { return strings.EqualFold(filepath.Ext(file), editionEnding) }

func (w *Window) editionCommands() []command {
	press := command{menu: "view", name: "press", begins: true, do: w.togglePress}
	press.checked = func() bool { return w.press }
	return []command{{menu: "file", name: "edition", do: w.askEdition}, press}
}

// askEdition asks for an edition in one file.
func (w *Window) askEdition() {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		if file != nil {
			path := file.URI().Path()
			_ = file.Close()
			w.ImportEdition(path)
		}
	}, w.window)
	d.SetFilter(storage.NewExtensionFileFilter([]string{editionEnding, ".zip"}))
	d.SetTitleText(strings.TrimSuffix(w.words.Say("window.menu.edition"), "…"))
	choice.ShowFiles(d, w.window, w.words)
}

// ImportEdition adds an edition to the library and shows what it knows.
func (w *Window) ImportEdition(file string) {
	w.long(w.words.Say("window.reading", filepath.Base(file)), func(ctx context.Context, _ func(done, total int)) error {
		_, err := w.books.ImportEdition(ctx, file)
		return err
	}, func() { w.session.Reload(nil) })
}

// togglePress shows or hides what only the press says of reports that nobody here has read.
func (w *Window) togglePress() {
	shown := !w.press
	w.long(w.words.Say("window.menu.press"), func(ctx context.Context, _ func(done, total int)) error {
		return w.books.ShowPress(ctx, shown)
	}, func() {
		w.press = shown
		w.setMenu()
		w.session.Reload(nil)
	})
}

// readPress reads whether it is shown.
func (w *Window) readPress() {
	w.run(func() {
		shown, err := w.books.PressShown(context.Background())
		fyne.Do(func() {
			if err == nil && shown != w.press {
				w.press = shown
				w.setMenu()
			}
		})
	})
}
