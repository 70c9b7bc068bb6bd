package main

import (
	"os"
	"os/exec"

	"fyne.io/fyne/v2"

	"figurebook.org/figurebook/app"
	"figurebook.org/figurebook/assets/translations"
)

// refuse shows why the database cannot be opened, in place of the window, since who starts the program from a menu sees no
// standard error.
func refuse(a fyne.App, bare fyne.Window, database string, why error, words *translations.Words) {
	w := app.Refuse(a, database, why, words, app.Background, func() error {
		program, err := os.Executable()
		if err != nil {
			return err
		}
		return exec.Command(program, os.Args[1:]...).Start()
	})
	w.Show()
	bare.Close()
}
