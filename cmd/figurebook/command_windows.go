package main

import "figurebook.org/figurebook/cmd/commandline"

func init() { command = commandline.Main }
