package main

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// frame is what the system puts around a window, about, in pixels: its title above all.
const frame = 40

// fit makes a window that shows no larger than the screen, which the toolkit does not ask: a small one would cut its right
// side and its foot off.
func fit(w fyne.Window) {
	screen := glfw.GetPrimaryMonitor()
	if screen == nil {
		return
	}
	_, _, width, height := screen.GetWorkarea()
	scale := w.Canvas().Scale()
	room, size := fyne.NewSize(float32(width)/scale, float32(height-frame)/scale), w.Canvas().Size()
	if within := fyne.NewSize(min(size.Width, room.Width), min(size.Height, room.Height)); within != size && room.Width > 0 && room.Height > 0 {
		w.Resize(within)
	}
}
