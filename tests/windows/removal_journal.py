"""The journal of removals as it is in a prefix' file."""
import sqlite3


def rows(windows, question):
    for file in windows.drive.rglob("removals.db"):
        database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        try:
            return list(database.execute(question))
        except sqlite3.DatabaseError:   # looked at while it was written
            return []
        finally:
            database.close()
    return []
