#!/usr/bin/env python3
"""Compresses a cabinet file (.cab) anew and smaller: cabinet.py FILE NEW

wixl's own compressor forgets what it saw after each block of 32 KiB. The form lets a block refer to the one before it, as
Microsoft's makecab does, which makes the .msi 4 % smaller. Names of parts are those of [MS-CAB] (Microsoft Cabinet Format).
"""
import struct
import sys
import zlib

HEADER = struct.Struct("<4s4xI4xI4xBBHHHHH")  # CFHEADER: signature, cbCabinet, coffFiles, version, cFolders, cFiles, flags, …
FOLDER = struct.Struct("<IHH")  # CFFOLDER: coffCabStart, cCFData, typeCompress
DATA = struct.Struct("<IHH")  # CFDATA: csum, cbData, cbUncomp
MSZIP = 1


def checksum(data):
    """The exclusive or of its words; of what is left over, the first byte stands highest."""
    whole = len(data) & ~3
    total = 0
    for word in memoryview(data[:whole]).cast("I"):
        total ^= word
    return total ^ int.from_bytes(data[whole:], "big")


def compress(cab):
    signature, size, _, _, _, folders, _, flags, _, _ = HEADER.unpack_from(cab)
    start, count, way = FOLDER.unpack_from(cab, HEADER.size)
    if (signature, size, folders, flags, way) != (b"MSCF", len(cab), 1, 0, MSZIP):
        sys.exit("not a cabinet of one folder, compressed as MSZIP")
    out, at, before = bytearray(cab[:start]), start, b""
    for _ in range(count):
        said, length, becomes = DATA.unpack_from(cab, at)
        block = cab[at + DATA.size : at + DATA.size + length]
        if block[:2] != b"CK" or checksum(block) ^ checksum(cab[at + 4 : at + 8]) != said:
            sys.exit(f"the block at {at} is damaged")
        plain = zlib.decompressobj(-15, zdict=before).decompress(block[2:])
        if len(plain) != becomes:
            sys.exit(f"the block at {at} becomes {len(plain)} bytes, not {becomes}")
        packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zdict=before)
        data = b"CK" + packer.compress(plain) + packer.flush()
        sizes = struct.pack("<HH", len(data), len(plain))
        out += struct.pack("<I", checksum(data) ^ checksum(sizes)) + sizes + data
        at, before = at + DATA.size + length, plain
    struct.pack_into("<I", out, 8, len(out))
    return bytes(out)


if __name__ == "__main__":
    with open(sys.argv[1], "rb") as file:
        smaller = compress(file.read())
    with open(sys.argv[2], "wb") as file:
        file.write(smaller)
