# Two commands for users: `make demo` and `make test`. Nothing else needs to be set up.
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
PYTHON ?= python3

.PHONY: demo test lint bench torture ui lock clean

demo: $(VENV)/.run
	$(BIN)/tallybook run examples -o report.html

test: $(VENV)/.dev chromium lint
	$(BIN)/python -m pytest

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory ui/node_modules && cd ui && npm run --silent check; \
	  else echo "ui/: not checked, there is no node"; fi

# The script of the report, from its sources. What it builds is committed: users need no node.
ui: ui/node_modules
	cd ui && npm run --silent check && npm run --silent build

ui/node_modules: ui/package-lock.json
	cd ui && npm ci --silent --ignore-scripts
	@touch $@

bench: $(VENV)/.dev
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks

torture: $(VENV)/.dev
	$(BIN)/python -m pytest -m torture

# Debian's browser for the tests of the report; installed only where it is missing.
.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || { \
	  SUDO=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq --no-install-recommends chromium; }

$(VENV)/.run: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@test -x $(UV) || $(BIN)/python -m pip install -q uv
	$(UV) pip install -q --python $(BIN)/python --require-hashes -r requirements.lock
	$(UV) pip install -q --python $(BIN)/python --no-deps -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	$(UV) pip install -q --python $(BIN)/python --require-hashes -r requirements-dev.lock
	@touch $@

# Pin anew after a change of dependencies in pyproject.toml.
lock: $(VENV)/.run
	$(UV) pip compile -q --no-emit-index-url --no-annotate --generate-hashes --python-version 3.11 --universal pyproject.toml -o requirements.lock
	$(UV) pip compile -q --no-emit-index-url --no-annotate --generate-hashes --python-version 3.11 --universal --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis report.html
