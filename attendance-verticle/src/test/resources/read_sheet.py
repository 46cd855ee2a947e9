"""Prints a sheet's cells as JSON, as another program reads them: openpyxl, pandas, csvkit or Python's csv."""
import csv
import datetime
import io
import json
import subprocess
import sys

how, path = sys.argv[1:]


def cell(value):
    if isinstance(value, datetime.datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    return "" if value is None else value


def by_csv():
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


def by_openpyxl():
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=how == "read-only")
    return [[cell(value) for value in row] for row in book.active.iter_rows(values_only=True)]


def by_pandas():
    import pandas

    read = pandas.read_csv if path.endswith(".csv") else pandas.read_excel
    table = read(path, dtype=str, keep_default_na=False)
    return [list(table.columns)] + table.values.tolist()


def by_csvkit():
    """Its commands convert both kinds to CSV; a type is guessed of no cell."""
    text = subprocess.run(["in2csv", "--no-inference", path], check=True, capture_output=True).stdout
    return list(csv.reader(io.StringIO(text.decode("utf-8"), newline=""), strict=True))


readers = {"csv": by_csv, "pandas": by_pandas, "csvkit": by_csvkit}
json.dump(readers.get(how, by_openpyxl)(), sys.stdout)
