package store

import "syscall"

// The file systems of network shares, by their numbers in linux/magic.h, cifs and fuse.
var networks = map[int64]bool{0x6969: true, 0x517b: true, 0xff534d42: true, 0xfe534d42: true, 0x5346414f: true, 0x01021997: true, 0x00c36400: true}

// onNetwork tells whether a folder lies on a network share: NFS, SMB, AFS, 9P or Ceph.
func onNetwork(folder string) bool {
	var s syscall.Statfs_t
	return syscall.Statfs(folder, &s) == nil && networks[int64(s.Type)&0xffffffff]
}
