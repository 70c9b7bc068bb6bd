//go:build windows || darwin

package clipboard

import (
	"sync"

	"golang.design/x/clipboard"
)

// Kept tells whether the picture stays on the clipboard when the program ends.
const Kept = true

var initialize = sync.OnceValue(clipboard.Init)

// SetPNG puts a picture, given as a PNG, on the clipboard. That there is none, or that it refuses, is a *data.Fault.
func SetPNG(picture []byte) error {
	if err := initialize(); err != nil {
		return unavailable("refused", err)
	}
	if clipboard.Write(clipboard.FmtImage, picture) == nil {
		return unavailable("busy", nil)
	}
	return nil
}
