# Regesta: two commands, `make demo` and `make test`. They need Python 3.11+, git and make.
# Everything else is put into .venv; a stamp file keeps the second run quick.

VENV := .venv
BIN := $(VENV)/bin
FITS := -c 'import sys; sys.exit(sys.version_info < (3, 11))'
PYTHON ?= $(firstword $(foreach p,python3 python3.11 python3.12 python3.13 python3.14 python,\
	$(shell $(p) $(FITS) >/dev/null 2>&1 && echo $(p))))
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LEDGER := demo.db

.DEFAULT_GOAL := help
.PHONY: help demo test lint format bench examples clean

help: ## Say what can be made.
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1	/'

demo: $(VENV)/.runtime ## Read the samples into demo.db; print the register, open commitments, one followed, a comparison, the findings.
	@rm -f $(LEDGER) $(LEDGER)-wal $(LEDGER)-shm
	$(BIN)/regesta --ledger $(LEDGER) add --topics samples/pack.yml --manifest samples/SOURCES.tsv samples
	$(BIN)/regesta --ledger $(LEDGER) register
	$(BIN)/regesta --ledger $(LEDGER) commitments --open
	$(BIN)/regesta --ledger $(LEDGER) follow --topic islander_visits
	$(BIN)/regesta --ledger $(LEDGER) compare --topics samples/pack.yml 2024-06-13-xb-ministry-comment.txt
	$(BIN)/regesta --ledger $(LEDGER) check
	@echo "To open it in a browser: $(BIN)/regesta --ledger $(LEDGER) serve --topics samples/pack.yml"

test: lint ## Style, types, import contracts and all tests.
	$(BIN)/pytest

lint: $(VENV)/.development
	$(BIN)/ruff check --no-cache .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.development ## Put every file into the house style.
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

bench: $(VENV)/.development ## Measure speed and memory on the samples.
	$(BIN)/python -m benchmarks.readouts

examples: $(VENV)/.development ## Take the examples of README.md, docs/rules.md and the notebook anew, and what is written from the code.
	$(BIN)/python tools/readme.py
	$(BIN)/python tools/walk.py
	$(BIN)/python tools/notebook.py
	$(BIN)/python tools/tables.py
	$(BIN)/python tools/jsonl_schema.py

clean: ## Remove what the other targets made, the environment too.
	rm -rf $(VENV) $(LEDGER) $(LEDGER)-wal $(LEDGER)-shm .mypy_cache .ruff_cache .pytest_cache \
		.hypothesis .import_linter_cache

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Regesta needs Python 3.11 or newer; none was found on PATH." >&2; exit 1; }
	@echo "Setting up $(VENV) with $(PYTHON) (once)"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "$(PYTHON) has no venv module; install it (Debian: apt install python3-venv)." >&2; exit 1; }

$(VENV)/.runtime: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --constraint constraints.txt --editable '.[web,fetch]'
	@touch $@

$(VENV)/.development: $(VENV)/.runtime
	$(PIP) --constraint constraints.txt --editable '.[web,fetch,formats,exports,frames,mcp,dev]'
	@touch $@
