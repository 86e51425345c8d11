"""Time expressions: where they stand, their TimeML values and EDTF intervals. `find_times` is the step."""

from sayso.reading.times.find import find_times, read_times
from sayso.reading.times.intervals import bounds_of, interval_between, interval_of

__all__ = ["bounds_of", "find_times", "interval_between", "interval_of", "read_times"]
