// Command figurebook-cli does Figurebook's jobs without a window.
package main

import (
	"os"

	"figurebook.org/figurebook/cmd/commandline"
)

// version is set by the build.
var version = "dev"

func main() { os.Exit(commandline.Main(version, os.Args[1:])) }
