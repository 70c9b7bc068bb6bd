package main

import (
	"os"
	"os/exec"

	fyneapp "fyne.io/fyne/v2/app"

	"figurebook.org/figurebook/app"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data/library"
)

// refuse shows why the database cannot be opened, since who starts the program from a menu sees no standard error; where
// no window can be drawn a box of the system says it.
func refuse(database string, why error, words *translations.Words) {
	a := fyneapp.NewWithID("org.figurebook.Figurebook")
	if probeOpenGL() != nil {
		box(library.Sentence(why, words))
		return
	}
	w := app.Refuse(a, database, why, words, app.Background, func() error {
		program, err := os.Executable()
		if err != nil {
			return err
		}
		return exec.Command(program, os.Args[1:]...).Start()
	})
	w.ShowAndRun()
}
