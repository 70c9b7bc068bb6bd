package store

import (
	"strings"
	"syscall"
)

// onNetwork tells whether a folder lies on a network share.
func onNetwork(folder string) bool {
	var s syscall.Statfs_t
	if syscall.Statfs(folder, &s) != nil {
		return false
	}
	var name strings.Builder
	for _, c := range s.Fstypename {
		if c == 0 {
			break
		}
		name.WriteByte(byte(c))
	}
	switch name.String() {
	case "smbfs", "nfs", "afpfs", "webdav", "ftp":
		return true
	}
	return false
}
