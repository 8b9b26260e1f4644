"""Packed files are looked at before they are unpacked."""

from __future__ import annotations

import io
import zipfile

from factcheck.errors import InputError
from factcheck.limits import PACKED_FILES, UNPACKED_BYTES
from factcheck.tables.notices import Notice


def check_zip(data: bytes) -> None:
    """Raise InputError where a packed file is broken, encrypted or unpacks to far too much.

    The sizes that a file states may be false, so they are counted, a piece at a time.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            members = packed.infolist()
            if len(members) > PACKED_FILES:
                raise InputError(Notice("many_packed", most=PACKED_FILES))
            total = 0
            for member in members:
                total += _unpacked(packed, member, UNPACKED_BYTES - total)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise InputError(Notice("broken_zip")) from error
    except RuntimeError as error:  # zipfile's word for a password
        raise InputError(Notice("locked_zip")) from error


def _unpacked(packed: zipfile.ZipFile, member: zipfile.ZipInfo, room: int) -> int:
    size = 0
    with packed.open(member) as file:
        while piece := file.read(1 << 20):
            size += len(piece)
            if size > room:
                raise InputError(Notice("bomb", most=UNPACKED_BYTES))
    return size
