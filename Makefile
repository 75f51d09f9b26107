# Needs python3 and make; everything else is put into .venv.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
REPORT := build/report.html

PLATFORM ?= win_amd64

.PHONY: audit bundle release help demo test quick fix check format lint types floors docs-check docs bench slips simplified new-rule clean desk visit migrations pictures

help:  ## list what can be made
	@grep -hE '^[a-z-]+:.*##' Makefile | sed 's/:.*##/ —/'

demo: $(READY)-core  ## check the bundled example: findings here, and a report to open in a browser
	@$(BIN)/duizhao check examples/faulty.txt || [ $$? -eq 1 ]
	@mkdir -p build
	@$(BIN)/duizhao check examples/faulty.txt -o $(REPORT) || [ $$? -eq 1 ]
	@echo "在浏览器里用 / in the browser: make visit"

test: $(READY)-test  ## run all tests
	$(BIN)/python -m pytest -n 2

quick: format lint types floors  ## format, lint, types, floors and the tests of what was touched: about a minute
	$(BIN)/python tools/touched.py | xargs $(BIN)/python -m pytest -n 2 -x

fix: $(READY)-quality  ## mend what a machine can: imports, format, generated pages
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/python tools/write_docs.py

check: format lint types floors docs-check test  ## all that a change must pass

format: $(READY)-quality
	$(BIN)/ruff format --check

lint: $(READY)-quality
	$(BIN)/ruff check

types: $(READY)-quality
	$(BIN)/mypy

floors: $(READY)-quality
	$(BIN)/lint-imports

docs-check: $(READY)-core
	$(BIN)/python tools/write_docs.py --check

docs: $(READY)-core  ## write the pages of docs/ that follow from the code
	$(BIN)/python tools/write_docs.py

bench: $(READY)-bench  ## measure, and write docs/benchmarks.md
	$(BIN)/python -m bench.check.measure --write
	$(BIN)/python -m bench.word.measure --write
	$(BIN)/python -m bench.desk.measure --write
	$(BIN)/python -m bench.load.measure --write
	$(BIN)/python -m bench.load.opinions --write
	$(BIN)/python -m bench.faults.measure --write
	$(BIN)/python -m bench.editor.measure --write
	$(BIN)/python -m bench.slips.measure --write
	$(BIN)/python -m bench.grave.measure --write
	$(BIN)/python -m bench.wording.measure --write
	$(BIN)/python -m bench.shapes.measure --write
	$(BIN)/python -m bench.chain.measure --write
	$(BIN)/python -m bench.points.measure --write
	$(BIN)/python -m bench.first_sight.measure --write
	$(BIN)/python -m bench.ledger.measure --write
	$(BIN)/python -m bench.typeset.measure --write
	$(BIN)/python -m bench.review.measure --write
	$(BIN)/python -m bench.pdf.measure --write
	$(BIN)/python -m bench.screen.measure --documents 20000 --write
	$(BIN)/python -m bench.screen.growth --write

slips: $(READY)-core  ## build the slip lexicon from its sources
	$(BIN)/python -m pip install --quiet --no-deps jieba pypinyin pycorrector
	$(BIN)/python tools/build_slips.py
	$(BIN)/python tools/build_grave.py

simplified: $(READY)-core  ## build the table of Traditional characters from its source
	$(BIN)/python -m pip install --quiet --no-deps opencc-python-reimplemented
	$(BIN)/python tools/build_simplified.py

new-rule: $(READY)-core  ## a new rule's two files: make new-rule CODE=DZ412 NAME=some-fault
	@$(BIN)/python tools/new_rule.py "$(CODE)" "$(NAME)"

migrations: $(READY)-test  ## write the migrations of the site's models
	$(BIN)/python tools/make_migrations.py accounts audit desk roster meetings opinions talks submissions minutes rectification announcements papers overview archive supervision

desk: $(READY)-desk  ## open the desk: put files in, see what is found, in a browser
	$(BIN)/duizhao desk

visit: $(READY)-desk  ## open an office that does not exist, in a browser: nothing of yours is touched
	$(BIN)/duizhao desk --demo

pictures: $(READY)-test  ## take the pictures of README and docs/ anew
	$(BIN)/python tools/desk_pictures.py
	$(BIN)/python tools/opinion_pictures.py
	$(BIN)/python tools/statement_pictures.py
	$(BIN)/python tools/row_pictures.py
	$(BIN)/python tools/meeting_pictures.py
	$(BIN)/python tools/talk_pictures.py
	$(BIN)/python tools/board_pictures.py
	$(BIN)/python tools/units_pictures.py
	$(BIN)/python tools/visit_pictures.py

bundle: $(READY)-quality  ## build what offices are given: make bundle PLATFORM=win_amd64
	$(BIN)/python -m tools.bundle $(PLATFORM) $(if $(PYTHON_ARCHIVE),--python $(PYTHON_ARCHIVE))

release: $(READY)-quality $(READY)-audit  ## build all that offices are given, with digests: docs/release.md
	$(BIN)/python -m tools.bundle.vulnerabilities || [ $$? -eq 3 ]
	$(BIN)/python -m tools.bundle release

audit: $(READY)-audit  ## ask whether a locked package has a known vulnerability
	$(BIN)/python -m tools.bundle.vulnerabilities

clean:  ## remove what was made
	rm -rf .venv build .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(READY)-core: pyproject.toml tools/environment.py
	@$(PYTHON) tools/environment.py
	@touch $@

$(READY)-desk: pyproject.toml tools/environment.py
	@$(PYTHON) tools/environment.py web
	@touch $@ $(READY)-core

$(READY)-test: pyproject.toml tools/environment.py
	@$(PYTHON) tools/environment.py test
	@touch $@ $(READY)-core

$(READY)-quality: pyproject.toml tools/environment.py
	@$(PYTHON) tools/environment.py test quality
	@touch $@ $(READY)-core $(READY)-test

$(READY)-audit: pyproject.toml tools/environment.py
	@$(PYTHON) tools/environment.py audit
	@touch $@ $(READY)-core

# With what the tests of Spark need, which is large: half a gigabyte, and built here.
$(READY)-spark: pyproject.toml tools/environment.py
	@$(PYTHON) tools/environment.py test spark
	@touch $@ $(READY)-core $(READY)-test

$(READY)-bench: pyproject.toml tools/environment.py
	@$(PYTHON) tools/environment.py bench
	@touch $@
