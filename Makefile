# make env    the environment in .venv        make demo   read the example reports, show them, serve the desk
# make test   all fast checks and tests       make proof  what is slower: faults, browser, scale
SHELL := /bin/bash
PY := .venv/bin/python
STAMP := .venv/.made
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: screenshots web web-check borders gazetteer model env demo test lint proof pins quality wheel clean

env: $(STAMP)

$(STAMP): requirements/dev.txt pyproject.toml
	test -x $(PY) || python3 -m venv .venv
	command -v uv >/dev/null || test -x .venv/bin/uv || .venv/bin/python -m pip install -q uv
	UV="$$(command -v uv || echo .venv/bin/uv)"; \
	"$$UV" pip install -q --python $(PY) --require-hashes -r requirements/dev.txt && \
	"$$UV" pip install -q --python $(PY) --no-deps -e .
	touch $(STAMP)

# the example reports in the terminal, then on the desk until Ctrl-C; `make demo SERVE=` (or $CI) ends before the desk
SERVE ?= $(if $(CI),,1)

demo: env
	@$(PY) -m bench.demo $(if $(SERVE),,--no-serve)

# pictures of every page, wide, narrow and dark, in build/screenshots: needs Debian's Chromium
screenshots: env
	$(PY) -m tests.desk.screenshots

lint: env
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

test: env lint
	.venv/bin/pytest -n 2 --dist loadfile -q -m "not proof"

proof: env
	.venv/bin/pytest -q -m proof

pins:
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --group dev --extra exports --extra desk pyproject.toml -o requirements/dev.txt

wheel: env
	rm -rf dist && .venv/bin/python -m hatchling build -t wheel

# The reading model, from $SAYSO_DATA: `make model`, or `make model ATTRIBUTION=open` from openly licensed data alone.
# A run stopped half-way goes on where it stood. Needs the `train` extra; TRAIN_PY may name another environment.
ATTRIBUTION ?= full
EPOCHS ?= 3
MINUTES ?= 600
THREADS ?= 2
RUN ?= training/runs/$(ATTRIBUTION)
MODEL_OUT ?= $(if $(filter full,$(ATTRIBUTION)),src/sayso/model,$(RUN)/model)
# GUM attributes less than news does; chosen on our own example reports
CUE_BIAS ?= $(if $(filter full,$(ATTRIBUTION)),0.0,3.0)
TRAIN_PY ?= $(PY)

model:
	PYTHONPATH=src $(TRAIN_PY) -m training.train --data "$$SAYSO_DATA" --run $(RUN) --epochs $(EPOCHS) --minutes $(MINUTES) \
		--threads $(THREADS) --attribution $(ATTRIBUTION)
	PYTHONPATH=src $(TRAIN_PY) -m training.export --run $(RUN) --cue-bias $(CUE_BIAS) --out $(MODEL_OUT)
	PYTHONPATH=src $(TRAIN_PY) -m training.likeness --treebank "$$SAYSO_DATA/treebanks/ewt-train.conllu" --out $(MODEL_OUT)

# the desk's islands, from web/ into the package; a user of sayso needs no node
web: web/node_modules/.made
	cd web && npm run -s check && npm run -s test && npm run -s build

web/node_modules/.made: web/package-lock.json
	cd web && npm ci --no-progress && touch node_modules/.made

# whether the built files in the package are those that web/ gives
web-check:
	@if ! command -v npm >/dev/null; then echo "web-check skipped: there is no node here"; \
	elif ! $(MAKE) -s web/node_modules/.made; then echo "web-check skipped: its packages can't be had here"; \
	else built="$$(mktemp -d)" && cd web && npm run -s check && npm run -s test && \
	node build.mjs "$$built" && for file in desk.js theme.js; do cmp "$$built/$$file" ../src/sayso/desk/static/$$file || \
	{ echo "run make web"; exit 1; }; done; rm -rf "$$built"; echo "the built files are those of web/"; fi

# the borders of the map, from the npm package in web/
borders: env web/node_modules/.made
	$(PY) -m sayso.desk.charts.borders_build

# the gazetteer that comes with sayso, from the libraries of the `gazetteer` extra
gazetteer:
	$(PY) -m sayso.packs.gazetteer_default

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

# what the scorers print, into docs/quality.md ($SAYSO_DATA names the folder of the data)
quality: env
	$(PY) bench/quality.py
