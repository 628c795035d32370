# Everything the project needs, from a machine with Python 3.11, 3.12 or 3.13, git and this file.
# `make help` lists what there is. Another Python: make PYTHON=/path/to/python3.12 ...

SHELL := /bin/sh
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help

PYTHON ?=
VENV := .venv
BIN := $(VENV)/bin
DEPENDENCIES := $(VENV)/.dependencies
READY := $(VENV)/.ready
ARGS ?=

# What another environment or an earlier shell has set must not reach into this one.
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV

# The theme's note on its successor is for whoever maintains the site, not for whoever reads this output.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help
help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

.PHONY: run
run: $(READY) ## Set up, check and score the packs, and build the site
	@echo "Checking the packs ..."
	@$(BIN)/pmcoach lint
	@echo "Scoring the packs ..."
	@$(BIN)/pmcoach score --output-format concise
	@echo "Building the site ..."
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict
	@echo
	@echo "The packs are checked and scored, and the site is on disk: site/index.html. To read it in a browser: make serve"

.PHONY: test
test: $(READY) ## Set up, a browser included, and run every test (ARGS="-k table" for some)
	@PMCOACH_CHROMIUM=$$(.ci/browser) && export PMCOACH_CHROMIUM && \
		PMCOACH_SARIF_SCHEMA=$$(.ci/sarif-schema) && export PMCOACH_SARIF_SCHEMA && \
		$(BIN)/python -m pytest --numprocesses auto --dist loadfile $(ARGS)

.PHONY: serve
serve: $(READY) ## Show the site at http://127.0.0.1:8000, and again after every change
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs serve $(ARGS)

.PHONY: bench
bench: $(READY) ## Time the linter beside four others, and the site (ARGS="--packs 1 100 --sites 100 --serve 0")
	@$(BIN)/python -m tests.bench.bench $(ARGS)

.PHONY: table
table: $(READY) ## Count anew how many texts each rule is held to, for the docs
	@$(BIN)/python -m tests.rules.table

.PHONY: lint
lint: $(READY) ## Check the code: style, format, types and layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

.PHONY: format
format: $(READY) ## Settle the code's style and format
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

.PHONY: setup
setup: $(READY) ## Set up only

$(READY): $(DEPENDENCIES) pyproject.toml
	@echo "Installing the project into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q pmcoach_lint
	@touch $@

$(DEPENDENCIES): requirements.lock
	@echo "Setting up $(VENV): about a minute, once ..."
	@python=$$(.ci/find-python $(PYTHON)) && "$$python" -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes \
		--requirement requirements.lock
	@touch $@

.PHONY: lock
lock: $(READY) ## Choose the newest allowed version of every dependency again
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check 'uv>=0.9,<1'
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--custom-compile-command "make lock" --extra site --group dev --output-file $(VENV)/requirements.lock pyproject.toml
	@cmp -s $(VENV)/requirements.lock requirements.lock || cp $(VENV)/requirements.lock requirements.lock

.PHONY: clean
clean: ## Remove everything that was made here
	rm -rf $(VENV) .bench site build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
