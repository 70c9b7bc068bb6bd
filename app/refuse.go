package app

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/theme"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
	"figurebook.org/figurebook/data/store"
)

// Refuse is a window that says why the database at path cannot be opened. Of a damaged one it offers its backups, the latest
// chosen: when one is in its place, begin starts the program anew. run starts work off the UI goroutine.
func Refuse(a fyne.App, path string, why error, words *translations.Words, run func(work func()), begin func() error) fyne.Window {
	a.Settings().SetTheme(theme.New(a.Preferences().String(prefTheme)))
	w := a.NewWindow("Figurebook")
	text := prose(library.Sentence(why, words))
	leave := newKeyButton(words.Say("window.menu.quit"), a.Quit, a.Quit)
	buttons := container.NewHBox(leave)
	content := container.NewVBox(text)
	if backups := backupsOf(path, why); len(backups) > 0 {
		var labels []string
		for _, b := range backups {
			labels = append(labels, backupLabel(b, words))
		}
		which := widget.NewSelect(labels, nil)
		which.SetSelectedIndex(0)
		content.Add(container.NewBorder(nil, nil, widget.NewLabel(words.Say("refuse.which")), nil, which))
		restore := widget.NewButton(words.Say("refuse.restore"), nil)
		restore.Importance = widget.HighImportance
		restore.OnTapped = func() {
			restore.Disable()
			backup := backups[which.SelectedIndex()].Path
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
	content.Add(container.NewCenter(buttons))
	w.SetContent(container.NewPadded(content))
	w.CenterOnScreen()
	w.Canvas().Focus(leave)
	return w
}

// backupsOf are the backups of a damaged database, the latest first; none where the database has another fault.
func backupsOf(path string, why error) []store.Backup {
	var fault *data.Fault
	if !errors.As(why, &fault) || fault.Kind != data.DamagedDatabase {
		return nil
	}
	all, err := store.Backups(path)
	if err != nil {
		return nil
	}
	return all
}

// backupLabel is when a backup was made and how large it is.
func backupLabel(b store.Backup, words *translations.Words) string {
	at := b.At.Local()
	return words.Say("refuse.backup", charts.DateText(at.Format("2006-01-02"), words), at.Format("15:04"), float64(b.Size)/1e6)
}
