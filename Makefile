# Every target sets up what it needs in .venv, once; `make demo` and `make test` are all a new
# machine needs. Setting PIP_ARGS passes options to pip, for instance another package index.

PYTHON ?= python3
PIP_ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
NEEDS := setup.cfg pyproject.toml constraints.txt
RUNS := $(VENV)/.ready-to-run
ALL := $(VENV)/.ready-to-test
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check $(PIP_ARGS) -c constraints.txt
# Once, so that commands start at full speed even where Python is told to write no bytecode.
COMPILE := $(BIN)/python -m compileall -q factcheck
ONE_THREAD := OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
WORKERS ?= 2

.PHONY: demo test lint types docs docs-check eval eval-reading eval-relations floors bench evidence check

demo: $(RUNS)
	$(BIN)/factcheck scan corpus --fail-on never

test: $(ALL)
	$(ONE_THREAD) $(BIN)/python -m pytest -n $(WORKERS)

lint: $(ALL)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(ALL)
	$(BIN)/mypy

# The generated pages: `docs` writes them, `docs-check` fails when one is stale.
docs: $(ALL)
	@set -e; for script in docs/generate_*.py; do \
		if [ -e "$$script" ]; then echo "$$script"; $(BIN)/python "$$script"; fi; done

docs-check: $(ALL)
	@status=0; for script in docs/generate_*.py; do \
		if [ -e "$$script" ]; then echo "$$script --check"; \
		$(BIN)/python "$$script" --check || status=1; fi; done; exit $$status

eval: $(ALL)
	$(ONE_THREAD) $(BIN)/python -m benchmarks.accuracy

eval-reading: $(ALL)
	$(ONE_THREAD) $(BIN)/python -m benchmarks.reading

eval-relations: $(ALL)
	$(ONE_THREAD) $(BIN)/python -m benchmarks.relations

# Scores that may not fall.
floors: $(ALL)
	@status=0; for name in reading relations accuracy; do \
		if [ -e "benchmarks/$$name.py" ] || [ -d "benchmarks/$$name" ]; then \
		echo "benchmarks.$$name --floors"; \
		$(ONE_THREAD) $(BIN)/python -m "benchmarks.$$name" --floors || status=1; fi; \
		done; exit $$status

bench: $(ALL)
	$(ONE_THREAD) $(BIN)/python -m benchmarks.archive

# Every report format of one real scan, opened by what reads it; see bench-out/formats/summary.md.
evidence: $(ALL)
	$(ONE_THREAD) $(BIN)/python -m benchmarks.formats

check: test lint types docs-check floors

$(BIN)/python:
	$(PYTHON) -m venv --clear $(VENV)

$(RUNS): $(NEEDS) | $(BIN)/python
	$(PIP) -e .
	$(COMPILE)
	@touch $@

$(ALL): $(NEEDS) | $(BIN)/python
	$(PIP) -e ".[all]"
	$(COMPILE)
	@touch $@ $(RUNS)
