"""The same import with pandas: reads the file, checks every row, keeps what is refused with its reason, writes SQLite.

    peer.py FILE DATABASE STATES
"""

import json
import sqlite3
import sys

import pandas as pd

COLUMNS = ["alpha3", "indicator", "dimension", "category", "sex", "age", "year", "value"]
INDICATORS = {"victims", "offences", "suspected", "prosecuted", "convicted"}
DIMENSIONS = {"total", "exploitation", "citizenship", "repatriation"}
SEXES, AGES = {"T", "F", "M", "O", "U"}, {"T", "adult", "child", "U"}
KEY = ["alpha3", "indicator", "dimension", "category", "sex", "age", "year"]


def main(path: str, database: str, states_path: str) -> None:
    rows = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    if list(rows.columns) != COLUMNS:
        raise SystemExit(f"the columns are {list(rows.columns)}")
    rows["line"] = rows.index + 2
    states = pd.read_csv(states_path, dtype=str, keep_default_na=False)

    fewer = rows["value"] == "<5"
    number = pd.to_numeric(rows["value"].where(~fewer, "0"), errors="coerce")
    year = pd.to_numeric(rows["year"], errors="coerce")
    reasons = pd.Series("", index=rows.index)

    def refuse(where: pd.Series, reason: str) -> None:
        reasons[where & (reasons == "")] = reason

    refuse(~rows["alpha3"].isin(set(states["alpha3"])), "no such country or area")
    refuse(~rows["indicator"].isin(INDICATORS), "no such indicator")
    refuse(~rows["dimension"].isin(DIMENSIONS), "no such dimension")
    refuse(~rows["sex"].isin(SEXES), "no such sex")
    refuse(~rows["age"].isin(AGES), "no such age")
    refuse(year.isna() | (year < 1990) | (year > 2026), "no such year")
    refuse(number.isna() | (number < 0) | (number % 1 != 0), "not a count")
    refuse(rows["category"].str.match(r"Q\d+\.\d+"), "a question's code stands as the label")
    refuse((number >= 1_000_000) & rows["value"].str.match(r"\d+20[0-2]\d$"), "the value is its own code and year")

    refused = rows[reasons != ""].assign(reason=reasons[reasons != ""])
    kept = rows[reasons == ""].assign(
        low=number[reasons == ""].astype("int64"), high=(number + fewer * 4)[reasons == ""].astype("int64"), year=year[reasons == ""].astype("int64")
    )
    cells = kept.groupby(KEY, as_index=False, sort=False).agg(
        low=("low", "min"), high=("high", "max"), published=("value", "nunique"), times=("value", "size"), line=("line", "min")
    )
    names = {name.casefold(): code for column in states.columns if column.startswith("name_") for name, code in zip(states[column], states["alpha3"])}
    about = cells["dimension"].isin(["citizenship", "repatriation"])
    cells["counterpart"] = cells["category"].str.strip().str.casefold().map(names).where(about)

    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.executescript(
            """
            CREATE TABLE figure (
                alpha3 TEXT NOT NULL, indicator TEXT NOT NULL, dimension TEXT NOT NULL, category TEXT NOT NULL, sex TEXT NOT NULL,
                age TEXT NOT NULL, year INTEGER NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL, published INTEGER NOT NULL,
                times INTEGER NOT NULL, line INTEGER NOT NULL, counterpart TEXT,
                PRIMARY KEY (alpha3, indicator, dimension, category, sex, age, year)
            ) WITHOUT ROWID;
            CREATE TABLE refused (line INTEGER PRIMARY KEY, reason TEXT NOT NULL, content TEXT NOT NULL);
            """
        )
        order = [*KEY, "low", "high", "published", "times", "line", "counterpart"]
        connection.executemany(
            f"INSERT INTO figure ({', '.join(order)}) VALUES ({', '.join('?' * len(order))})",
            cells[order].astype(object).where(cells[order].notna(), None).itertuples(index=False, name=None),
        )
        connection.executemany(
            "INSERT INTO refused (line, reason, content) VALUES (?, ?, ?)",
            ((int(row.line), row.reason, json.dumps([getattr(row, c) for c in COLUMNS])) for row in refused.itertuples()),
        )
    print(json.dumps({
        "rows": len(rows), "refused": len(refused), "cells": len(cells), "duplicate keys": int((cells["times"] > 1).sum()),
        "conflicts": int((cells["published"] > 1).sum()),
    }))


if __name__ == "__main__":
    main(*sys.argv[1:4])
