import sys, tempfile, time
from pathlib import Path
from benchmarks.rows import MEASURES, Missing
short = "--short" in sys.argv
names=[a for a in sys.argv[1:] if not a.startswith("-")]
for m in MEASURES:
    if names and not set(names) & {*m.rows, m.measure.__name__}: continue
    with tempfile.TemporaryDirectory() as t:
        s=time.time()
        try:
            for n, r in m.measure(Path(t), m.short if short else m.full):
                row=m.rows[n]
                print(f"| {n} | {row.what} | {row.against} | {r.median:.3f} | {r.low:.3f}–{r.high:.3f} | {row.must} | {row.aim} | {row.unit}", flush=True)
        except Missing as e: print(e)
        print(f"   {time.time()-s:.0f}s", flush=True)
