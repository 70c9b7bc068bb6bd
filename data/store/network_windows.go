package store

import (
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// onNetwork tells whether a folder lies on a network share: by a path \\server\share, or a drive that stands for one.
func onNetwork(folder string) bool {
	whole, err := filepath.Abs(folder)
	if err != nil {
		return false
	}
	volume := filepath.VolumeName(whole)
	if strings.HasPrefix(volume, `\\`) && !strings.HasPrefix(volume, `\\?\`) {
		return true
	}
	root, err := windows.UTF16PtrFromString(volume + `\`)
	return err == nil && windows.GetDriveType(root) == windows.DRIVE_REMOTE
}
