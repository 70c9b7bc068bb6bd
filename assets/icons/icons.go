// Package icons holds Figurebook's icon, drawn in figurebook.svg.
package icons

import _ "embed"

// Window is the icon of the window, a PNG of 256 × 256 pixels.
//
//go:embed 256.png
var Window []byte
