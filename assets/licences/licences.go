// Package licences holds the licences of everything that the programs contain.
package licences

import _ "embed"

// ThirdParty lists every library with its version and the text of its licence. It is written by
// `go run ./assets/packaging/licences`.
//
//go:embed third-party.txt
var ThirdParty string
