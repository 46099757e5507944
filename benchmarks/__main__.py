"""Run every benchmark, or those that are named: `python -m benchmarks writing reading`."""

import sys
from importlib import import_module
from pathlib import Path

_PARTS = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if not path.stem.startswith("__"))


def main(chosen: list[str]) -> int:
    missed = 0
    for part in chosen or _PARTS:
        module = import_module(f"benchmarks.{part}")
        if not hasattr(module, "measure") or (not chosen and getattr(module, "IS_LONG", False)):
            continue
        print(f"\n{part}: {(module.__doc__ or '').splitlines()[0]}")
        for figure in module.measure():
            print(f"  {figure}", flush=True)
            missed += not figure.good
    print(f"\n{missed} off target" if missed else "\nall on target")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
