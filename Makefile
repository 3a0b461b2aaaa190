# Shotboard. `make run` and `make test` set up what they need; the second time they only do their work.

.DEFAULT_GOAL := help
.PHONY: help run test lint bench pins clean

# pip reads these itself; the second name is for its isolated builds, from 25.3 on.
export PIP_CONSTRAINT := constraints.txt
export PIP_BUILD_CONSTRAINT := constraints.txt
PIP := .venv/bin/python -m pip --disable-pip-version-check --no-input --no-cache-dir --quiet

help:
	@echo "make run     the sample storyboard, drafted on this machine, in a window"
	@echo "make test    format, lint, types, import contracts, tests"
	@echo "make lint    the same without the tests"
	@echo "make bench   the figures of the README"
	@echo "make pins    write constraints.txt anew from the newest versions that fit"
	@echo "make clean   throw away what was made here, .venv too"

# Without the system's libraries drafting still works; the program itself says what it could not do.
run: .venv/.for-running
	@.ci/system-packages window || true
	@.venv/bin/shotboard demo

test: .venv/.for-tests
	@.ci/system-packages tests
	@.ci/checks all $(ARGS)

lint: .venv/.for-tests
	@.ci/checks static

bench: .venv/.for-tests
	@.ci/system-packages tests
	@.venv/bin/python -m tests.bench $(ARGS)

.venv/bin/python:
	@.ci/venv

.venv/.for-running: pyproject.toml constraints.txt | .venv/bin/python
	@echo "Installing what Shotboard needs into .venv"
	@$(PIP) install --editable .
	@touch $@

.venv/.for-tests: pyproject.toml constraints.txt | .venv/bin/python
	@echo "Installing what Shotboard and its tests need into .venv"
	@$(PIP) install --editable '.[test]'
	@touch $@ .venv/.for-running

pins:
	@.ci/pins

clean:
	rm -rf .venv build dist .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find studio tests -name __pycache__ -type d -prune -exec rm -rf {} +
