package app

import (
	"encoding/json"

	"fyne.io/fyne/v2"
)

// prefLeft is how the user left the window. It is one preference, not several: the toolkit writes a change at once, but
// what follows it within a tenth of a second later, when the program may have ended.
const prefLeft = "window.left"

// left is how the user left the window.
type left struct {
	Width, Height     float32
	Dividers          map[string]float64 // their places, from 0 to 1, by name
	Report, Paragraph string             // where she was reading
}

// readLeft is how the window was left the last time; of a first start, as it stands at first.
func readLeft(p fyne.Preferences) left {
	l := left{Width: 1360, Height: 840, Dividers: map[string]float64{"divider.left": 0.19, "divider.right": 0.52, "divider.record": 0.64, "divider.below": 0.6}}
	_ = json.Unmarshal([]byte(p.String(prefLeft)), &l) // what cannot be read was never written
	return l
}

// rememberDividers takes down where the dividers stand.
func (w *Window) rememberDividers() {
	for name, split := range w.frame.dividers {
		w.left.Dividers[name] = split.Offset
	}
}

// remember keeps how the user leaves the window, for the next start.
func (w *Window) remember() {
	size, where := w.window.Canvas().Size(), w.session.Where()
	w.rememberDividers()
	w.left.Width, w.left.Height, w.left.Report, w.left.Paragraph = size.Width, size.Height, where.Edition, where.Paragraph
	if raw, err := json.Marshal(w.left); err == nil {
		w.app.Preferences().SetString(prefLeft, string(raw))
	}
}
