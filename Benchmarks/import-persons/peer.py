"""A million person records with pandas, 50,000 at a time: codes checked, dates made quarters, ages made bands, SQLite written.

    peer.py FILE DATABASE
"""

import json
import sqlite3
import sys
from pathlib import Path

import pandas as pd

PIECE = 50_000
STANDARD = json.loads((Path(__file__).resolve().parents[2] / "share/reference/htcds_2_0.json").read_text("utf-8"))
CODES = {field["field"]: {code["code"] for code in field["codes"]} for field in STANDARD["fields"] if "codes" in field}
SINGLE = ["vic_TraffickingStatus", "prs_Gender", "vic_ForcedLabourIndustry"]
SEVERAL = ["vic_TypeOfExploitation", "vic_MethodsOfControl", "vic_MethodOfRecruitment"]
FORBIDDEN = {"prs_FirstName", "prs_SecondName", "prs_Birthdate", "prs_IdentityNumber", "prs_Email", "prs_MobilePhone"}


def main(path: str, database: str) -> None:
    states = pd.read_csv(Path(__file__).resolve().parents[2] / "share/reference/states.csv", dtype=str, keep_default_na=False)
    known = set(states["alpha3"])
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(
            """
            CREATE TABLE person_record (
                record INTEGER PRIMARY KEY, year INTEGER NOT NULL, quarter INTEGER, status TEXT NOT NULL, sex TEXT NOT NULL,
                age_band TEXT NOT NULL, citizenship TEXT NOT NULL, exploited_in TEXT NOT NULL, forms TEXT NOT NULL, sector TEXT NOT NULL,
                control_methods TEXT NOT NULL, recruitment_methods TEXT NOT NULL
            )
            """
        )
        connection.execute("CREATE TABLE refused (line INTEGER PRIMARY KEY, reason TEXT NOT NULL)")
        taken = refused = 0
        cube: dict[tuple, int] = {}
        for rows in pd.read_csv(path, dtype=str, keep_default_na=False, chunksize=PIECE):
            if FORBIDDEN & set(rows.columns):
                raise SystemExit("the file holds identities")
            reasons = pd.Series("", index=rows.index)
            date = pd.to_datetime(rows["cas_IncomingReferralDate"].where(rows["cas_IncomingReferralDate"] != "", rows["hte_Date"]), errors="coerce")
            reasons[date.isna()] = "not a date"
            age = pd.to_numeric(rows["vic_AgeWhenTrafficked"].replace("", None), errors="coerce")
            reasons[(rows["vic_AgeWhenTrafficked"] != "") & (age.isna() | (age < 0) | (age > 125))] = "not an age"
            for column in SINGLE:
                reasons[(rows[column] != "") & ~rows[column].isin(CODES[column])] = f"{column} is not a code"
            for column in SEVERAL:
                parts = rows[column].str.split(";").explode()
                wrong = parts[(parts != "") & ~parts.isin(CODES[column])].index.unique()
                reasons[wrong] = f"{column} holds something that is not a code"
            for column in ("prs_Citizenship", "hte_Country"):
                reasons[(rows[column] != "") & ~rows[column].isin(known)] = f"{column} is not a country"
            good = reasons == ""
            kept = rows[good]
            band = pd.cut(age[good], [-1, 8, 14, 17, 24, 29, 39, 49, 59, 125], labels=False).map(lambda n: "unknown" if pd.isna(n) else f"band {int(n)}")
            table = pd.DataFrame({
                "year": date[good].dt.year, "quarter": date[good].dt.quarter,
                "status": kept["vic_TraffickingStatus"].replace("", "unknown"), "sex": kept["prs_Gender"].replace("", "unknown"), "age_band": band,
                "citizenship": kept["prs_Citizenship"].replace("", "unknown"), "exploited_in": kept["hte_Country"].replace("", "unknown"),
                "forms": kept["vic_TypeOfExploitation"], "sector": kept["vic_ForcedLabourIndustry"].replace("", "unknown"),
                "control_methods": kept["vic_MethodsOfControl"], "recruitment_methods": kept["vic_MethodOfRecruitment"],
            })
            connection.executemany(
                "INSERT INTO person_record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ((int(line), *values) for line, values in zip(kept.index + 2, table.astype(object).itertuples(index=False, name=None))),
            )
            connection.executemany("INSERT INTO refused VALUES (?, ?)", ((int(n) + 2, why) for n, why in reasons[~good].items()))
            counts = table.groupby(["year", "quarter", "status", "sex", "age_band", "citizenship", "exploited_in", "forms", "sector"]).size()
            for key, count in counts.items():
                cube[key] = cube.get(key, 0) + int(count)
            taken += int(good.sum())
            refused += int((~good).sum())
        connection.execute("CREATE TABLE person_cube (combination TEXT PRIMARY KEY, persons INTEGER NOT NULL) WITHOUT ROWID")
        connection.executemany("INSERT INTO person_cube VALUES (?, ?)", (("|".join(map(str, key)), n) for key, n in cube.items()))
    print(json.dumps({"taken": taken, "refused": refused, "combinations": len(cube)}))


if __name__ == "__main__":
    main(*sys.argv[1:3])
