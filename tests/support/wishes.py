"""What tests/soak/faults.c, linked into dnsd, is to do: in memory that it shares with us."""
import mmap
import os
import struct

FIELDS = ("jump_s", "fail_every", "sends", "refused", "fail_allocation", "allocations_every", "allocations",
          "allocations_refused")


class Wishes:
    """Each field of struct wishes, as an attribute."""

    def __init__(self, folder):
        self.__dict__["path"] = os.path.join(folder, "wishes")
        with open(self.path, "wb") as f:
            f.write(bytes(8 * len(FIELDS)))
        with open(self.path, "r+b") as f:
            self.__dict__["shared"] = mmap.mmap(f.fileno(), 8 * len(FIELDS))

    def environment(self):
        return dict(os.environ, DNSD_FAULTS=self.path)

    def __getattr__(self, name):
        return struct.unpack_from("=q", self.shared, 8 * FIELDS.index(name))[0]

    def __setattr__(self, name, value):
        struct.pack_into("=q", self.shared, 8 * FIELDS.index(name), value)
