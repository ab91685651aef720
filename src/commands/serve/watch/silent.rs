//! File systems that tell of no change made elsewhere: those of other machines, and folders shared with one.

use std::path::Path;

/// Network file systems, and those that a host shares with a virtual machine: NFS, SMB 1 to 3, 9P, FUSE
/// with virtiofs, VirtualBox, VMware, Ceph, AFS, Coda.
/// <https://man7.org/linux/man-pages/man2/statfs.2.html>
#[cfg(target_os = "linux")]
const SILENT: [u32; 11] = [
    0x6969,
    0x517b,
    0xff53_4d42,
    0xfe53_4d42,
    0x0102_1997,
    0x6573_5546,
    0x786f_4256,
    0xbacb_acbc,
    0x00c3_6400,
    0x5346_414f,
    0x7375_7245,
];

/// Whether any of these is on such a file system.
#[cfg(target_os = "linux")]
pub(super) fn is_silent<'a>(mut places: impl Iterator<Item = &'a Path>) -> bool {
    places.any(|place| {
        // The number is wider on some machines, and none of these has its upper half.
        let kind = rustix::fs::statfs(place).map(|system| system.f_type as u32);
        kind.is_ok_and(|kind| SILENT.contains(&kind))
    })
}

/// Elsewhere the system knows, or tells when it does not.
#[cfg(not(target_os = "linux"))]
pub(super) fn is_silent<'a>(_places: impl Iterator<Item = &'a Path>) -> bool {
    false
}
