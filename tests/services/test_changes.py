"""Changes: everybody who asked hears of everything, in order, until they stop."""

from __future__ import annotations

from studio.core.board import Change
from studio.core.ids import ShotId
from studio.services.changes import Changes

ONE, OTHER = Change(shots=frozenset({ShotId("1")})), Change(shots=frozenset({ShotId("2")}), ledger=True)


def test_subscribers_hear_in_order_until_they_stop() -> None:
    changes, heard = Changes(), list[tuple[str, Change]]()
    stop = changes.subscribe(lambda change: heard.append(("first", change)))
    changes.subscribe(lambda change: heard.append(("second", change)))
    changes.publish(ONE)
    stop()
    stop()
    changes.publish(OTHER)
    assert heard == [("first", ONE), ("second", ONE), ("second", OTHER)]


def test_a_subscriber_may_stop_while_it_hears() -> None:
    changes, heard = Changes(), list[Change]()

    def once(change: Change) -> None:
        heard.append(change)
        stop()

    stop = changes.subscribe(once)
    changes.subscribe(heard.append)
    changes.publish(ONE)
    changes.publish(OTHER)
    assert heard == [ONE, ONE, OTHER]


def test_changes_add_up() -> None:
    both = ONE | OTHER
    assert both == Change(shots=frozenset({ShotId("1"), ShotId("2")}), ledger=True)
