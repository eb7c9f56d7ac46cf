"""What a trail says of the pages that workers were lost on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tallybook.batch.trail import Loss, Place, Trail, condemned, losses_in, note_end, suspected

FIND, READ, NEXT = Place(0, 3, False), Place(0, 3, True), Place(0, 4, True)
ENDED = "its process ended"


@pytest.mark.parametrize(
    ("trail", "losses"),
    [
        ("", ()),
        ("start\n", (Loss((), ENDED),)),
        ("start\nfind 0:3\n", (Loss((FIND,), ENDED),)),
        ("start\nfind 0:3\nread 0:3\nidle\n", (Loss((), ENDED),)),
        ("start\nread 0:3 0:4\nended -9\n", (Loss((READ, NEXT), "its process was ended by SIGKILL"),)),
        ("start\nread 0:3\nended 7\n", (Loss((READ,), "its process ended with code 7"),)),
        (
            "start\nread 0:3\nTimeout (0:00:05)!\nThread 1:\n  File x\n",
            (Loss((READ,), "it took longer than 5 seconds"),),
        ),
        (
            "start\nread 0:3\nFatal Python error: Segmentation fault\n\nCurrent\nended -11\nstart\nread 0:4\n",
            (Loss((READ,), "segmentation fault"), Loss((NEXT,), ENDED)),
        ),
        ("start\nread 0:3\nread 0:", (Loss((READ,), ENDED),)),
    ],
)
def test_losses(tmp_path: Path, trail: str, losses: tuple[Loss, ...]) -> None:
    (tmp_path / "trail").write_text(trail, encoding="utf-8")
    assert losses_in(tmp_path / "trail", limit=5) == losses


@pytest.mark.parametrize(
    ("places", "left_out"),
    [
        ([], set()),
        ([(READ,)], set()),
        ([(READ,), (READ,)], {READ}),
        ([(READ,), (NEXT,)], set()),
        ([(READ, NEXT), (READ, NEXT)], set()),
        ([(READ, NEXT), (NEXT,)], {NEXT}),
        ([(FIND,), (READ,)], set()),
        ([(), ()], set()),
    ],
)
def test_a_page_is_condemned_by_a_second_loss_when_it_was_alone(
    places: list[tuple[Place, ...]], left_out: set[Place]
) -> None:
    losses = [Loss(lost, "why") for lost in places]
    assert condemned(losses) == dict.fromkeys(left_out, "why")
    assert suspected(losses) == {place for lost in places for place in lost}


def test_what_is_noted_is_found_again(tmp_path: Path) -> None:
    path = tmp_path / "trails" / "0"
    assert losses_in(path, limit=5) == ()
    assert not note_end(path, -9)
    with Trail(path, limit=60) as trail:
        trail.at(FIND)
        trail.at(READ, NEXT)
    assert note_end(path, -9)
    with Trail(path, limit=60) as trail:
        trail.at(READ)
        trail.idle()
    assert losses_in(path, limit=60) == (
        Loss((READ, NEXT), "its process was ended by SIGKILL"),
        Loss((), "its process ended"),
    )
