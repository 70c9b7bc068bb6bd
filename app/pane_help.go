package app

import "fyne.io/fyne/v2/dialog"

func (w *Window) helpCommands() []command {
	return []command{
		{menu: "help", name: "about", do: func() {
			dialog.ShowInformation("Figurebook "+w.version, w.words.Say("briefing.disclaimer"), w.window)
		}},
	}
}
