"""Work goes to its lane, its outcome comes home once, and it can be stopped."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from hhcrm.jobs import Cancelled, Job, Progress, Report, Runner

LONG = 10.0


class Outcome:
    """What came home of one job."""

    def __init__(self) -> None:
        self.answers: list[Any] = []
        self.errors: list[Exception] = []
        self.threads: list[str] = []

    def done(self, answer: Any) -> None:
        self.answers.append(answer)
        self.threads.append(threading.current_thread().name)

    def failed(self, error: Exception) -> None:
        self.errors.append(error)
        self.threads.append(threading.current_thread().name)


class Gate:
    """Work that has begun and stays until it is let go."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.go = threading.Event()

    def stay(self, progress: Progress | None = None) -> str:
        self.begun.set()
        assert self.go.wait(LONG)
        if progress is not None:
            progress.check()
        return "stayed"


@pytest.fixture
def runner() -> Iterator[Runner]:
    made = Runner()
    yield made
    assert made.close(LONG)


@pytest.fixture
def outcome() -> Outcome:
    return Outcome()


@pytest.fixture
def gate() -> Iterator[Gate]:
    made = Gate()
    yield made
    made.go.set()


def ignore(_: object) -> None:
    """A callback that nobody needs."""


def hold_readers(runner: Runner, gates: list[Gate]) -> None:
    for gate in gates:
        runner.read(gate.stay, ignore, ignore)
        assert gate.begun.wait(LONG)


def test_a_read_brings_its_answer_home_on_a_reader(runner: Runner, outcome: Outcome) -> None:
    assert runner.read(lambda: 42, outcome.done, outcome.failed).wait(LONG)
    assert outcome.answers == [42]
    assert outcome.threads[0].startswith("hhcrm-reader")


def test_writes_happen_one_at_a_time_in_the_order_they_came(runner: Runner, outcome: Outcome) -> None:
    inside = threading.Lock()

    def write(number: int) -> Callable[[Progress], int]:
        def work(_: Progress) -> int:
            assert inside.acquire(blocking=False), "two writes at once"
            inside.release()
            return number

        return work

    jobs = [runner.write(write(number), outcome.done, outcome.failed) for number in range(50)]
    assert all(job.wait(LONG) for job in jobs)
    assert outcome.errors == []
    assert outcome.answers == list(range(50))
    assert set(outcome.threads) == {"hhcrm-writer"}


def test_reads_go_on_while_a_write_is_long(runner: Runner, outcome: Outcome, gate: Gate) -> None:
    writing = runner.write(gate.stay, ignore, ignore)
    assert gate.begun.wait(LONG)
    assert runner.read(lambda: "row", outcome.done, outcome.failed).wait(LONG)
    assert outcome.answers == ["row"]
    gate.go.set()
    assert writing.wait(LONG)


def test_three_readers_work_at_the_same_time(runner: Runner, outcome: Outcome) -> None:
    together = threading.Barrier(3, timeout=LONG)
    jobs = [runner.read(together.wait, outcome.done, outcome.failed) for _ in range(3)]
    assert all(job.wait(LONG) for job in jobs)
    assert sorted(outcome.answers) == [0, 1, 2]


@pytest.mark.parametrize("error", [ValueError("wrong"), OSError(28, "full"), AssertionError(), MemoryError()])
def test_an_error_of_any_kind_comes_home_and_the_lane_goes_on(
    runner: Runner, outcome: Outcome, error: Exception
) -> None:
    def fail(_: Progress) -> None:
        raise error

    assert runner.write(fail, outcome.done, outcome.failed).wait(LONG)
    assert runner.write(lambda _: "next", outcome.done, outcome.failed).wait(LONG)
    assert outcome.errors == [error]
    assert outcome.answers == ["next"]


def test_a_cancelled_waiting_write_never_runs_and_tells_nobody(runner: Runner, outcome: Outcome, gate: Gate) -> None:
    holding = runner.write(gate.stay, ignore, ignore)
    ran: list[str] = []
    waiting = runner.write(lambda _: ran.append("ran"), outcome.done, outcome.failed)
    assert waiting.cancel()
    assert waiting.wait(0)
    gate.go.set()
    last = runner.write(lambda _: None, ignore, ignore)
    assert holding.wait(LONG)
    assert last.wait(LONG)
    assert (ran, outcome.answers, outcome.errors) == ([], [], [])


def test_a_cancelled_running_write_stops_at_its_next_check(runner: Runner, outcome: Outcome, gate: Gate) -> None:
    job = runner.write(gate.stay, outcome.done, outcome.failed)
    assert gate.begun.wait(LONG)
    assert not job.cancel()
    gate.go.set()
    assert job.wait(LONG)
    assert outcome.answers == []
    assert [type(error) for error in outcome.errors] == [Cancelled]


def test_a_write_past_its_last_check_is_done_although_cancelled(runner: Runner, outcome: Outcome, gate: Gate) -> None:
    job = runner.write(lambda _: gate.stay(), outcome.done, outcome.failed)
    assert gate.begun.wait(LONG)
    job.cancel()
    gate.go.set()
    assert job.wait(LONG)
    assert outcome.answers == ["stayed"]


def test_a_cancelled_running_read_does_not_deliver_its_answer(runner: Runner, outcome: Outcome, gate: Gate) -> None:
    job = runner.read(gate.stay, outcome.done, outcome.failed)
    assert gate.begun.wait(LONG)
    job.cancel()
    gate.go.set()
    assert job.wait(LONG)
    assert outcome.answers == []
    assert [type(error) for error in outcome.errors] == [Cancelled]


def test_only_the_newest_waiting_read_of_a_key_runs(runner: Runner, outcome: Outcome) -> None:
    gates = [Gate() for _ in range(3)]
    hold_readers(runner, gates)
    ran: list[int] = []

    def ask(number: int) -> Job:
        return runner.read_latest("search", lambda: ran.append(number), outcome.done, outcome.failed)

    jobs = [ask(number) for number in range(10)]
    other = runner.read_latest("today", lambda: ran.append(99), outcome.done, outcome.failed)
    for gate in gates:
        gate.go.set()
    assert all(job.wait(LONG) for job in [*jobs, other])
    assert sorted(ran) == [9, 99]
    assert outcome.errors == []


def test_it_says_what_holds_the_writer(runner: Runner, gate: Gate) -> None:
    assert runner.busy_writing() is None
    job = runner.write(gate.stay, ignore, ignore, label="Importing sources")
    assert gate.begun.wait(LONG)
    assert runner.busy_writing() == "Importing sources"
    gate.go.set()
    assert job.wait(LONG)
    assert runner.busy_writing() is None


def test_the_writer_is_free_when_the_outcome_is_told(runner: Runner) -> None:
    held: list[str | None] = []
    job = runner.write(lambda _: None, lambda _: held.append(runner.busy_writing()), ignore)
    assert job.wait(LONG)
    assert held == [None]


def test_reports_reach_the_listener_of_the_write(runner: Runner) -> None:
    reports: list[Report] = []
    job = runner.write(lambda steps: steps.report("rows", 1, 2), ignore, ignore, reports.append)
    assert job.wait(LONG)
    assert reports == [Report("rows", 1, 2)]


def writer_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "hhcrm-writer"]


def ended(threads: list[threading.Thread]) -> None:
    """A thread that an error ends is told of at its very end, when the next one is at work already."""
    for thread in threads:
        thread.join(LONG)


def test_an_interrupt_is_not_an_outcome_and_does_not_leave_the_queue_alone(
    runner: Runner, outcome: Outcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: seen.append(args.exc_type))

    def interrupt(_: Progress) -> None:
        raise KeyboardInterrupt

    first = writer_threads()
    assert runner.write(interrupt, outcome.done, outcome.failed).wait(LONG)
    assert runner.write(lambda _: "next", outcome.done, outcome.failed).wait(LONG)
    assert runner.close(LONG)
    ended(first)
    assert seen == [KeyboardInterrupt]
    assert (outcome.answers, outcome.errors) == (["next"], [])


def test_a_callback_that_fails_goes_to_the_thread_hook_and_not_to_failed(
    runner: Runner, outcome: Outcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: seen.append(args.exc_value))
    wrong = LookupError("in the callback")

    def fail(_: object) -> None:
        raise wrong

    assert runner.write(lambda _: "saved", fail, outcome.failed).wait(LONG)
    assert runner.write(lambda _: "next", outcome.done, outcome.failed).wait(LONG)
    assert seen == [wrong]
    assert outcome.errors == []


def test_closing_finishes_the_writes_and_drops_the_reads(outcome: Outcome) -> None:
    runner = Runner(readers=1)
    gates = [Gate(), Gate()]
    runner.read(gates[0].stay, ignore, ignore)
    runner.write(gates[1].stay, ignore, ignore)
    assert all(gate.begun.wait(LONG) for gate in gates)
    asked: list[str] = []
    runner.read(lambda: asked.append("asked"), outcome.done, outcome.failed)
    runner.write(lambda _: "saved", outcome.done, outcome.failed)
    closing = threading.Thread(target=runner.close)
    closing.start()
    for gate in gates:
        gate.go.set()
    closing.join(LONG)
    assert not closing.is_alive()
    assert asked == []
    assert (outcome.answers, outcome.errors) == (["saved"], [])
    with pytest.raises(RuntimeError, match="closed"):
        runner.write(lambda _: None, ignore, ignore)


def test_closing_in_time_stops_what_is_long_and_says_so() -> None:
    runner = Runner()
    running, waiting = Outcome(), Outcome()
    begun = threading.Event()

    def endless(steps: Progress) -> None:
        begun.set()
        pause = threading.Event()
        while not pause.wait(0.001):
            steps.check()

    runner.write(endless, running.done, running.failed)
    runner.write(lambda _: "late", waiting.done, waiting.failed)
    assert begun.wait(LONG)
    assert runner.close(0.01) is False
    assert [type(error) for error in running.errors + waiting.errors] == [Cancelled, Cancelled]
    assert runner.close(LONG) is True


def test_closing_leaves_no_thread_behind() -> None:
    runner = Runner(readers=2)
    assert runner.close(LONG)
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("hhcrm-")] == []


def test_an_idle_reader_keeps_neither_the_question_nor_the_answer_alive(runner: Runner) -> None:
    class Pane:
        """Whoever asks, and is closed before the next question comes."""

        def ask(self) -> Pane:
            return self

        def show(self, _: Pane) -> None:
            """Fill the pane."""

    gone = threading.Event()
    pane = Pane()
    weakref.finalize(pane, gone.set)
    runner.read(pane.ask, pane.show, ignore)
    del pane
    assert gone.wait(LONG)
