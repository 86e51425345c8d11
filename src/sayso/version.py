"""The version of this program, as it stands in every Reading."""

VERSION = "0.1.0"
