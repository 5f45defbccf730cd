# Two commands matter: `make run` and `make test`. Each sets up what it lacks, once.

VENV := .venv
ORACLE := .venv-conformance
PY := $(VENV)/bin/python

# Override with `make PYTHON=/path/to/python3 …`.
PYTHON ?= $(shell sh tools/find_python.sh 2>/dev/null)
APP ?= samples/tour.py

.DEFAULT_GOAL := help
.PHONY: help run test lint bench speed readme conformance conformance-venv fuzz system clean

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*##  */\1\t/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name what; \
		do printf '  make %-18s %s\n' "$$name" "$$what"; done

run: $(VENV)/.installed  ## open the tour (or APP=path/to/app.py) in a window; without a display, render it
	@$(PY) tools/run_sample.py $(APP)

test: lint  ## lint, then all tests, offscreen
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest

lint: $(VENV)/.installed-test .cache/typing/desklit  ## ruff, mypy --strict, the layer rule
	@$(PY) -m ruff check .
	@$(PY) -m mypy && $(PY) -m mypy --strict tools
	@$(PY) -m pytest -q tests/test_layers.py

bench: $(VENV)/.installed-test $(if $(WITH_STREAMLIT),$(ORACLE)/.installed)  ## hold the budgets, beside what is written by hand; WITH_STREAMLIT=1 beside it, too
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q tests/benchmarks --full --benchmark-quiet --json benchmarks.json $(if $(WITH_STREAMLIT),--with-streamlit)

speed:  ## README's table of speeds, from what `make bench` has found last
	@$(PY) tools/speed.py

readme: $(VENV)/.installed  ## README's list of commands and its picture, made anew
	@$(PY) tools/supported.py
	@QT_QPA_PLATFORM=offscreen $(PY) -m desklit samples/tour.py --screenshot docs/tour.png --size 1280x800 >/dev/null

conformance-venv: $(ORACLE)/.installed  ## an environment with the real Streamlit, to compare with

conformance: $(VENV)/.installed-test $(ORACLE)/.installed  ## the same scenarios here and in Streamlit, a table by command
	@status=0; $(PY) tests/conformance/run.py || status=1; \
		$(PY) tests/conformance/docstrings.py --quiet || status=1; exit $$status

fuzz: $(VENV)/.installed-test $(ORACLE)/.installed  ## random small apps here and in Streamlit: N=1000 SEED=1
	@$(PY) tests/conformance/fuzz/fuzz.py --cases $(or $(N),1000) --seed $(or $(SEED),1)

system:  ## install the system libraries that Qt needs (done by run and test, too)
	@$(PYTHON) tools/system_packages.py

clean:  ## remove environments, caches and what was built
	rm -rf $(VENV) $(ORACLE) .cache .mypy_cache .ruff_cache .pytest_cache .benchmarks .hypothesis build dist *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	rm -f tour.png benchmarks.json

# The stamps: a second `make` finds them and installs nothing, until pyproject.toml changes.
$(VENV)/.installed: EXTRA :=
$(VENV)/.installed-test: EXTRA := [test]
$(VENV)/.installed $(VENV)/.installed-test: pyproject.toml
	@sh tools/find_python.sh "$(PYTHON)" >/dev/null
	@$(PYTHON) tools/system_packages.py $(if $(EXTRA),--tests)
	@$(PY) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@echo "Installing desklit$(EXTRA) into $(VENV) …"
	@$(PY) -m pip install --quiet --quiet --disable-pip-version-check --no-compile --editable '.$(EXTRA)'
	@touch $@ $(VENV)/.installed

# Only the extra's own requirements: desklit and Streamlit never share an environment.
$(ORACLE)/.installed: pyproject.toml | $(VENV)/.installed-test
	@$(ORACLE)/bin/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(ORACLE)
	@echo "Installing Streamlit into $(ORACLE) …"
	@$(PY) tools/extra.py conformance > $(ORACLE)/requirements.txt
	@$(ORACLE)/bin/python -m pip install --quiet --quiet --disable-pip-version-check --no-compile -r $(ORACLE)/requirements.txt
	@touch $@

# mypy wants a folder that holds the package by its name.
.cache/typing/desklit:
	@mkdir -p $(@D)
	@ln -sfn ../.. $@
