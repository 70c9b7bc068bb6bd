package app

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/theme"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
	"figurebook.org/figurebook/data/store"
)

// Refuse is a window that says why the database at path cannot be opened. Of a damaged one it offers the latest backup:
// when that is in its place, begin starts the program anew. run starts work off the UI goroutine.
func Refuse(a fyne.App, path string, why error, words *translations.Words, run func(work func()), begin func() error) fyne.Window {
	a.Settings().SetTheme(theme.New(a.Preferences().String(prefTheme)))
	w := a.NewWindow("Figurebook")
	text := prose(library.Sentence(why, words))
	leave := newKeyButton(words.Say("window.menu.quit"), a.Quit, a.Quit)
	buttons := container.NewHBox(leave)
	if backup := backupOf(path, why); backup != "" {
		restore := widget.NewButton(words.Say("refuse.restore"), nil)
		restore.Importance = widget.HighImportance
		restore.OnTapped = func() {
			restore.Disable()
			run(func() {
				_, err := store.Restore(context.Background(), backup, path)
				if err == nil {
					err = begin()
				}
				fyne.Do(func() {
					if err != nil {
						text.SetText(prose(library.Sentence(err, words)).Text)
						restore.Enable()
						return
					}
					a.Quit()
				})
			})
		}
		buttons.Add(restore)
	}
	w.SetContent(container.NewPadded(container.NewVBox(text, container.NewCenter(buttons))))
	w.CenterOnScreen()
	w.Canvas().Focus(leave)
	return w
}

// backupOf is the latest backup of a damaged database; "" where there is none, or the database has another fault.
func backupOf(path string, why error) string {
	var fault *data.Fault
	if !errors.As(why, &fault) || fault.Kind != data.DamagedDatabase {
		return ""
	}
	all, err := store.Backups(path)
	if err != nil || len(all) == 0 {
		return ""
	}
	return all[0].Path
}
