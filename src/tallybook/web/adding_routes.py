"""What people add: pages by upload, paste or address, and files that prove claims by hand."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, File, Path, Request, UploadFile
from fastapi.responses import FileResponse, Response, StreamingResponse

from tallybook.errors import UnreadableInput
from tallybook.ledger import keep_file, path_of
from tallybook.model import Document, KeptFile
from tallybook.settings import Settings
from tallybook.web import shapes
from tallybook.web.answers import packed
from tallybook.web.asking import AShelf
from tallybook.web.bodies import AddressesBody, TextBody
from tallybook.web.described import one
from tallybook.web.jobs import Given, Job, Jobs
from tallybook.web.problems import Problem

if TYPE_CHECKING:
    from tallybook.read import Capture

router = APIRouter(tags=["adding"])
MAX_PAGES = 100
Files = Annotated[list[UploadFile], File(min_length=1, max_length=MAX_PAGES)]
MAX_FILE = 20_000_000
"""Bytes of a file that proves a claim by hand."""
_HEARTBEAT = 15.0
_LOOK = 0.3


@router.post("/pages/files", status_code=202, responses=one(shapes.JobItem, status=202))
def post_files(request: Request, shelf: AShelf, files: Files) -> Response:
    """Add pages from files. Answers with the job that reads them."""
    given = [_from_bytes(file.filename, _within(file, shelf.settings.max_bytes), shelf.settings) for file in files]
    return _accepted(_jobs(request).add(given))


@router.post("/pages/text", status_code=202, responses=one(shapes.JobItem, status=202))
def post_text(request: Request, shelf: AShelf, body: TextBody) -> Response:
    """Add a page from text that was pasted."""
    content = body.text.encode("utf-8", "replace")
    if body.url is None:
        return _accepted(_jobs(request).add([_from_bytes(body.name, content, shelf.settings)]))
    read = partial(_from_text, content, body.url, shelf.settings)
    return _accepted(_jobs(request).add([Given(body.url, read, size=len(content))]))


@router.post("/pages/urls", status_code=202, responses=one(shapes.JobItem, status=202))
def post_urls(request: Request, shelf: AShelf, body: AddressesBody) -> Response:
    """Add pages from the web. Nothing else in this program asks for anything from the network."""
    given = [Given(url, partial(_from_web, url, shelf.settings, request.app.state.fetch)) for url in body.urls]
    return _accepted(_jobs(request).add(given))


@router.get("/jobs", responses=one(shapes.JobList))
def get_jobs(request: Request) -> Response:
    """Every job that is known, the newest first."""
    return _told({"items": [job.as_json() for job in _jobs(request).all()]})


@router.get("/jobs/{job_id}", responses=one(shapes.JobItem))
def get_job(request: Request, job_id: str) -> Response:
    """How far the pages of one job are."""
    job = _jobs(request).get(job_id)
    if job is None:
        raise Problem(404, "there is no such job")
    return _told(job.as_json())


@router.post("/files", status_code=201, responses=one(shapes.FileItem, status=201))
def post_file(shelf: AShelf, file: Annotated[UploadFile, File()]) -> Response:
    """Keep a file that proves a claim by hand, beside the book. Answers with its hash, by which a decision names it."""
    kept = keep_file(shelf.files, file.filename or "file", _within(file, MAX_FILE))
    headers = {"Location": f"/api/v1/files/{kept.sha256}"}
    told: shapes.FileItem = {"name": kept.name, "sha256": kept.sha256, "size": file.size}
    return Response(packed(told), status_code=201, media_type="application/json", headers=headers)


@router.get("/files/{sha256}", response_class=FileResponse)
def get_file(shelf: AShelf, sha256: Annotated[str, Path(pattern="^[0-9a-f]{64}$")]) -> Response:
    """A file that was kept, to be saved and never shown as a page of this server."""
    path = path_of(shelf.files, KeptFile(name="", sha256=sha256))
    if not path.is_file():
        raise Problem(404, "there is no such file")
    return FileResponse(path, media_type="application/octet-stream", filename=sha256)


@router.get("/events", response_class=StreamingResponse)
async def get_events(request: Request) -> Response:
    """Server-sent events: `book` whenever the book or its picture is another, `job` whenever a page is further on."""
    return StreamingResponse(_events(request), media_type="text/event-stream", headers={"Cache-Control": "no-store"})


async def _events(request: Request) -> AsyncIterator[str]:
    """What changed, looked at three times a second; a comment now and then, so that a broken line is seen."""
    shelf, jobs = request.app.state.shelf, request.app.state.jobs
    seen: object = None
    told: dict[str, Job] = {}
    idle = 0.0
    yield "retry: 2000\n\n"
    while not (await request.is_disconnected() or request.app.state.closing.is_set()):
        for job in jobs.all():
            if told.get(job.id) != job:
                told[job.id] = job
                yield _event("job", job.as_json())
                idle = 0.0
        if (mark := shelf.mark()) != seen:
            seen, idle = mark, 0.0
            yield _event("book", shelf.progress())
        idle += _LOOK
        if idle > _HEARTBEAT:
            idle = 0.0
            yield ": still here\n\n"
        await asyncio.sleep(_LOOK)


def _event(name: str, data: object) -> str:
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"


def _jobs(request: Request) -> Jobs:
    found: Jobs = request.app.state.jobs
    return found


def _accepted(job: Job) -> Response:
    headers = {"Location": f"/api/v1/jobs/{job.id}"}
    return Response(packed(job.as_json()), status_code=202, media_type="application/json", headers=headers)


def _told(value: object) -> Response:
    return Response(packed(value), media_type="application/json", headers={"Cache-Control": "no-store"})


def _within(file: UploadFile, limit: int) -> bytes:
    content = file.file.read(limit + 1)
    if len(content) > limit:
        raise Problem(413, f"the file is larger than {limit / 1e6:.1f} MB")
    return content


def _from_bytes(name: str | None, content: bytes, settings: Settings) -> Given:
    """A page under a path of its own: two files of one name are two pages, the same file twice is one."""
    shown = (name or "page").replace("\\", "/").rsplit("/", 1)[-1][:200] or "page"
    shown = "".join(character if character.isprintable() else "_" for character in shown)
    path = f"added/{hashlib.sha256(content).hexdigest()[:12]}/{shown}"
    return Given(shown, partial(_from_file, content, path, settings), size=len(content))


def _from_file(content: bytes, path: str, settings: Settings) -> Iterator[Document | UnreadableInput]:
    """The pages in a file of any format. What reads them takes long to load, and only who adds a page needs it."""
    from tallybook.read import captures_in, read_captures

    return read_captures(captures_in(content, path, settings), settings)


def _from_text(content: bytes, url: str, settings: Settings) -> Iterator[Document]:
    """As `_from_file`, of the text of the page at an address."""
    from tallybook.read import read_page

    yield read_page(content, url=url, settings=settings)


def _from_web(url: str, settings: Settings, fetch: Callable[[str], Capture]) -> Iterator[Document | UnreadableInput]:
    """As `_from_file`, of what stands at an address."""
    from tallybook.read import read_captures

    return read_captures([fetch(url)], settings)
