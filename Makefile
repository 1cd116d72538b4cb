# Every recipe is a few plain commands; README.md has them for people without make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SITE := site
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve test check lint mutants golden fuzz audit lock clean help

site: $(VENV)/site.stamp ## build the site into site/
	$(BIN)/mkdocs build --strict --site-dir $(SITE).new  # pages first, by the hook; beside: the last good site stays
	rm -rf $(SITE).old; mv $(SITE) $(SITE).old 2>/dev/null; mv $(SITE).new $(SITE) && rm -rf $(SITE).old
	@echo "The site is in $(CURDIR)/$(SITE)/. To see it: make serve, then http://127.0.0.1:8000/"

serve: $(VENV)/site.stamp ## serve the site and rebuild it when corpus/ or taxonomy/ changes
	$(BIN)/mkdocs serve

test: lint ## form, types and all tests but the slow ones, on all cores
	$(BIN)/python tests/chromium.py --install
	$(BIN)/python -m pytest -n auto --dist loadfile -m "not slow"

check: test ## make test, and the slow tests
	$(BIN)/python -m pytest -m slow

lint: $(VENV)/test.stamp ## form and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

golden: $(VENV)/test.stamp ## accept the present output as the expected one; read the diff before you commit
	$(BIN)/python -m pytest --update-golden

fuzz: $(VENV)/test.stamp ## try made-up input on stages, manifest, verify and whole archives for a minute
	$(BIN)/python -m fuzz --seconds $(or $(SECONDS),60)

mutants: $(VENV)/test.stamp ## plant faults and print those that no test notices
	test -x $(VENV)/mutants/bin/cosmic-ray || { $(PYTHON) -m venv $(VENV)/mutants && $(VENV)/mutants/bin/pip install --quiet cosmic-ray==8.7.0; }
	$(VENV)/mutants/bin/python tools/mutants.py $(or $(WHERE),synoptic) --sample $(or $(SAMPLE),150)

audit: $(VENV)/site.stamp ## licences and, where the network allows, known vulnerabilities
	-test -x $(VENV)/audit/bin/pip-audit || { $(PYTHON) -m venv $(VENV)/audit && $(VENV)/audit/bin/pip install --quiet pip-audit; }
	$(BIN)/python tools/audit.py $(VENV)/audit/bin/pip-audit

lock: ## renew constraints.txt and requirements.lock from the newest versions that are allowed
	rm -rf $(VENV)/lock && $(PYTHON) -m venv $(VENV)/lock
	grep -vh '^-c' requirements.txt requirements-dev.txt | grep -v '^-r' > $(VENV)/lock/requirements.txt
	$(VENV)/lock/bin/pip install --quiet -r $(VENV)/lock/requirements.txt
	{ head -2 constraints.txt; $(VENV)/lock/bin/pip freeze; } > $(VENV)/lock/constraints.txt
	mv $(VENV)/lock/constraints.txt constraints.txt
	$(VENV)/lock/bin/pip install --quiet pip-tools
	$(VENV)/lock/bin/pip-compile --quiet --upgrade --generate-hashes --strip-extras --no-header --no-annotate \
	  --no-emit-index-url --no-emit-find-links --output-file $(VENV)/lock/hashes requirements.txt
	{ head -3 requirements.lock; cat $(VENV)/lock/hashes; } > $(VENV)/lock/requirements.lock
	mv $(VENV)/lock/requirements.lock requirements.lock

clean: ## remove everything that is generated
	rm -rf $(VENV) .cache $(SITE) $(SITE).new $(SITE).old docs/policies docs/compare docs/changes docs/data docs/_parts

help: ## print what can be made
	@sed -nE 's/^([a-z]+):.*## (.*)/make \1@\2/p' Makefile | tr @ '\t' | expand -t 14

$(VENV)/site.stamp: requirements.txt constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5) and "Python 3.11.5 or newer is needed; name it with make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/test.stamp: $(VENV)/site.stamp requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@
