# make run    builds Concord and serves it at http://127.0.0.1:8080 (PORT= and DATA= change that)
# make test   every test on SQLite and PostgreSQL, and the pages in a real browser
# make check  exactly what the continuous integration runs: make test and the lints
SHELL := /bin/bash
.DEFAULT_GOAL := run

PORT ?= 8080
DATA ?= data/

# The stamp is as old as the start of the last release build that succeeded; anything newer builds again.
BUILT   := .build/stamps/release
SOURCES := Package.swift $(shell find Sources 2>/dev/null)

.PHONY: run build test check format lint screenshots clean

run: build
	@exec .build/release/concord serve --data "$(DATA)" --port "$(PORT)"

build: $(BUILT)
	@Scripts/packages run

$(BUILT): $(SOURCES)
	@Scripts/packages run
	@echo "Building Concord. The first time takes ten minutes or more on a small machine; later ones take seconds."
	@mkdir -p $(@D) && touch $@.started
	swift build -c release --static-swift-stdlib --product concord
	@mv $@.started $@

test:
	@Scripts/test

check:
	@bash .ci/run

lint:
	@Scripts/lints

format:
	swift format --in-place --recursive --parallel Sources Tests Package.swift

# The three pictures of the README, taken from the running program.
screenshots:
	@Scripts/screenshots

clean:
	rm -rf .build .venv
