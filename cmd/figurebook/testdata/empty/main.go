// Command empty is the toolkit's window with nothing in it: what Figurebook's start and memory are measured against.
package main

import (
	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := fyneapp.NewWithID("org.figurebook.Empty").NewWindow("Empty")
	w.Resize(fyne.NewSize(1360, 840))
	w.SetContent(widget.NewLabel("Empty"))
	w.ShowAndRun()
}
