# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How long the program takes until its window could be there, and which imports it spends it on.

python tests/benchmarks/bench_start.py [RUNS]

Each run is a process of its own, as a person starts it; the first, cold, is told apart. Ends with status 1 when a package that
belongs to a later moment is loaded, or when the median is over the budget.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUDGET = 1.0
"""Seconds of imports, on the two cores the project is tested on."""
IMPORT = "import revmentor_desktop.app"
LATE = ("scipy", "numpy", "reportlab", "pypdf", "python_calamine", "xlsxwriter", "holidays", "icalendar", "babel")
SHOWN = 15


def python(*options: str) -> tuple[float, subprocess.CompletedProcess[str]]:
    """Run one Python on the program's imports; return its seconds and what it said."""
    start = time.perf_counter()
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, *options], cwd=ROOT, env=surroundings, capture_output=True, text=True, check=True)
    return time.perf_counter() - start, done


def slowest(report: str) -> list[tuple[int, int, str]]:
    """Read a report of ``-X importtime``: (µs with all it brings in, µs alone, module), longest alone first."""
    rows: list[tuple[int, int, str]] = []
    for line in report.splitlines():
        alone, _, rest = line.removeprefix("import time:").partition("|")
        whole, _, name = rest.partition("|")
        if alone.strip().isdigit():
            rows.append((int(whole), int(alone), name.strip()))
    return sorted(rows, key=lambda row: -row[1])


def main(runs: int) -> int:
    """Measure, print, judge."""
    empty = statistics.median(python("-c", "")[0] for _ in range(runs))
    cold, *warm = (python("-c", IMPORT)[0] for _ in range(runs + 1))
    median = statistics.median(warm)
    rows = slowest(python("-X", "importtime", "-c", IMPORT)[1].stderr)
    late = sorted({name.split(".")[0] for _, _, name in rows} & set(LATE))
    lines = [
        f"Python alone    {empty:6.2f} s",
        f"the first time  {cold:6.2f} s",
        f"median of {runs:<5} {median:6.2f} s   (budget {BUDGET:.2f} s)",
        f"modules         {len(rows):6}",
        f"too early       {', '.join(late) or '–'}",
        "",
        *(f"{alone / 1000:8.1f} ms alone {whole / 1000:8.1f} ms in all  {name}" for whole, alone, name in rows[:SHOWN]),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if late or median > BUDGET else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 7))
