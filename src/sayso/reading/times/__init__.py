"""Time expressions: where they stand, their TimeML values and EDTF intervals. `find_times` is the step."""

from sayso.reading.times.find import find_times, read_times

__all__ = ["find_times", "read_times"]
