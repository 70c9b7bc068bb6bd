//go:build !linux && !darwin && !windows

package store

// onNetwork tells whether a folder lies on a network share; it is not known here.
func onNetwork(string) bool { return false }
