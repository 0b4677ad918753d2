"""Thread pools, progress and cancel. Standard library only."""

from __future__ import annotations

from hhcrm.jobs.lanes import Job
from hhcrm.jobs.progress import Cancelled, Progress, Report
from hhcrm.jobs.runner import Runner

__all__ = ["Cancelled", "Job", "Progress", "Report", "Runner"]
