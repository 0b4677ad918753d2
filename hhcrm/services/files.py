"""Files kept with a source: copied into the agency's folder under the hash of their content."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path
from tempfile import NamedTemporaryFile

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import FileFault, RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.models.files import Attachment
from hhcrm.models.sources import ReferralSource
from hhcrm.services.commands import AddFile
from hhcrm.services.records import fetch
from hhcrm.storage.backup import sync_folder
from hhcrm.storage.work import Transaction, UnitOfWork

LARGEST = 100 * 1024 * 1024
"""Bytes. A CRM is no file server; what is larger belongs elsewhere."""


def add_file(work: UnitOfWork, folder: Path, command: AddFile) -> ChangeSet:
    """Copy a file into the attachments folder and note it with its source. Raises FileFault, RuleBroken.

    The copy is complete on disk before the row is written; a copy without a row does no harm.
    """
    try:
        size = command.path.stat().st_size
        if size > LARGEST:
            raise RuleBroken(
                translate("services", "{name} is larger than 100 MB. Keep a shorter version of it.").format(
                    name=command.path.name
                )
            )
        digest = _keep(command.path, folder)
    except OSError as error:
        raise FileFault(
            translate("services", "{name} cannot be kept: {value}.").format(
                name=command.path.name, value=error.strerror or error
            )
        ) from error

    def add(tx: Transaction) -> int | None:
        source = fetch(tx.session, ReferralSource, command.source_id, "source")
        file = Attachment(
            source_id=source.id,
            name=command.path.name,
            sha256=digest,
            size=size,
            added_at=tx.now,
            added_by=tx.actor.name,
        )
        tx.session.add(file)
        tx.session.flush()
        return file.id

    return work.run(f"Add file {command.path.name}", add)


def _keep(path: Path, folder: Path) -> str:
    """Copy the file under the hash of what was copied, whatever else happens to it meanwhile; returns the hash."""
    folder.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=folder, suffix=".part", delete=False) as copy:
        part = Path(copy.name)
        try:
            with path.open("rb") as source:
                shutil.copyfileobj(source, copy)
            copy.flush()
            os.fsync(copy.fileno())
            copy.close()
            with part.open("rb") as copied:
                digest = hashlib.file_digest(copied, "sha256").hexdigest()
            part.replace(folder / digest)
            sync_folder(folder)
        finally:
            copy.close()
            part.unlink(missing_ok=True)
    return digest
