"""The pictures of the desk: pure functions from small frozen records to SVG that needs no script and loads nothing.

Each takes marks that a page makes of what it found, and gives a `figure` element: both layouts, a note, and the same as
a table.
"""

from sayso.desk.charts.figure_chart import figure_chart, figure_table
from sayso.desk.charts.figures import FigureMark
from sayso.desk.charts.map_chart import Ground, map_chart, place_table
from sayso.desk.charts.map_labels import Town, towns_of
from sayso.desk.charts.origin_graph import origin_graph, origin_table
from sayso.desk.charts.origins import Carrier, OriginNode
from sayso.desk.charts.palette import key_of, slot, slots_of
from sayso.desk.charts.places import PlaceMark
from sayso.desk.charts.spark import spark
from sayso.desk.charts.tables import Cell, Table, table_markup
from sayso.desk.charts.timeline import event_table, timeline
from sayso.desk.charts.timeline_marks import Event

__all__ = [
    "Carrier",
    "Cell",
    "Event",
    "FigureMark",
    "Ground",
    "OriginNode",
    "PlaceMark",
    "Table",
    "Town",
    "event_table",
    "figure_chart",
    "figure_table",
    "key_of",
    "map_chart",
    "origin_graph",
    "origin_table",
    "place_table",
    "slot",
    "slots_of",
    "spark",
    "table_markup",
    "timeline",
    "towns_of",
]
