"""The sample agency: a believable agency in the Nashville area, all of it made up."""

from hhcrm.services.sample.fill import fill_sample

__all__ = ["fill_sample"]
