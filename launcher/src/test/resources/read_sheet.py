"""Prints a sheet's cells as JSON, as another program reads them: openpyxl, or Python's own csv."""
import csv
import datetime
import json
import sys

how, path = sys.argv[1:]


def cell(value):
    if isinstance(value, datetime.datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    return "" if value is None else value


if how == "csv":
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, strict=True))
else:
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=how == "read-only")
    rows = [[cell(value) for value in row] for row in book.active.iter_rows(values_only=True)]
json.dump(rows, sys.stdout)
