# Staff and developers start here: `make` alone lists what there is. Names and variables follow Pelican's quickstart.
PYTHON ?= python3
PELICANOPTS =

BASEDIR = $(CURDIR)
INPUTDIR = $(BASEDIR)/content
OUTPUTDIR = $(BASEDIR)/output
CONFFILE = $(BASEDIR)/pelicanconf.py
PUBLISHCONF = $(BASEDIR)/publishconf.py
BUILD_STORE = $(BASEDIR)/.build
PORT ?= 8000

DEBUG ?= 0
ifeq ($(DEBUG), 1)
	BUILDOPTS += --debug
endif

RELATIVE ?= 0
ifeq ($(RELATIVE), 1)
	BUILDOPTS += --relative-urls
endif

# As they were typed: no shell reads what stands in a title or a file's name.
export FILE := $(value FILE)
export FILES := $(value FILES)
export TITLE := $(value TITLE)
export YEAR := $(value YEAR)
export PYTHONUTF8 = 1

VENV = $(BASEDIR)/.venv
BIN = $(VENV)/bin
NEWSDESK = $(BIN)/newsdesk
PLACES = --content "$(INPUTDIR)" --output "$(OUTPUTDIR)"
STORE = --store "$(BUILD_STORE)"

.DEFAULT_GOAL := help
.PHONY: help html why clean regenerate serve devserver publish import new check test identity bench golden docs verify audit lock
.PHONY: related bench-import bench-related bench-preview
RIVALS = $(BASEDIR)/.build/bench-venv
RELATED_RIVALS = $(BASEDIR)/.build/bench-related-venv

help: ## 列出这些命令 · list the targets
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo
	@echo '  变量 · variables: FILE YEAR TITLE INPUTDIR OUTPUTDIR BUILD_STORE CONFFILE PORT RELATIVE=1 DEBUG=1'

# -- staff ------------------------------------------------------------------------------------------------------

html: $(VENV)/.installed $(VENV)/.compiled ## 检查并生成网站 · check the stories and build the site into output/
	@"$(NEWSDESK)" build $(PLACES) $(STORE) --conf "$(CONFFILE)" $(BUILDOPTS) -- $(PELICANOPTS)

serve: $(VENV)/.installed ## 本机预览，改动自动刷新 · build, serve on 127.0.0.1 and reload at each change
	@"$(NEWSDESK)" serve $(PLACES) --conf "$(CONFFILE)" --port $(PORT) -- $(BUILDOPTS)

devserver: serve ## 同 make serve · the same as serve

regenerate: $(VENV)/.installed ## 改动后自动重新生成 · build at each change, without a server
	@"$(NEWSDESK)" serve --no-server $(PLACES) --conf "$(CONFFILE)" -- $(BUILDOPTS)

publish: $(VENV)/.installed ## 按上线设置生成 · build with publishconf.py
	@"$(NEWSDESK)" build $(PLACES) $(STORE) --conf "$(PUBLISHCONF)" $(BUILDOPTS) -- $(PELICANOPTS)

import: $(VENV)/.installed ## 导入来稿 FILE=文件、文件夹或网址 [YEAR=2026] · a source article becomes a story
	@test -n "$$FILE$$FILES" || { echo '请写明文件，例如：make import FILE=来稿.txt YEAR=2026'; exit 2; }
	@"$(NEWSDESK)" import --content "$(INPUTDIR)" $${YEAR:+--year "$$YEAR"} -- $${FILE:+"$$FILE"} $$FILES

new: $(VENV)/.installed ## 新写一篇 TITLE="标题" · start a story from the template
	@test -n "$$TITLE" || { echo '请写明标题，例如：make new TITLE="槐树里办起春季集市"'; exit 2; }
	@"$(NEWSDESK)" new --content "$(INPUTDIR)" -- "$$TITLE"

check: $(VENV)/.installed ## 只检查稿件 · check the stories
	@"$(NEWSDESK)" check --content "$(INPUTDIR)"

related: $(VENV)/.installed ## 说明一篇下面的相关新闻怎么来的 FILE=稿件 · why these stories are below this one [ALL=1]
	@test -n "$$FILE" || { echo '请写明稿件，例如：make related FILE=content/news/2026/fair.md'; exit 2; }
	@"$(NEWSDESK)" related $(PLACES) $(STORE) --conf "$(CONFFILE)" $(if $(ALL),--all) -- "$$FILE"

why: $(VENV)/.installed ## 一个网页为什么重新做了 FILE=output/… · why the last build made a file anew, or did not
	@test -n "$$FILE" || { echo '请写明网页，例如：make why FILE=output/index.html'; exit 2; }
	@"$(NEWSDESK)" why --output "$(OUTPUTDIR)" $(STORE) -- "$$FILE"

clean: ## 删去生成的网站 · remove the built site
	@[ ! -e "$(OUTPUTDIR)/Makefile" ] && [ "$(abspath $(OUTPUTDIR))" != "$(abspath $(INPUTDIR))" ] || \
	  { echo '这不是生成的网站，没有删：$(OUTPUTDIR)'; exit 1; }
	@[ ! -d "$(OUTPUTDIR)" ] || rm -rf "$(OUTPUTDIR)"

# -- developers -------------------------------------------------------------------------------------------------

test: $(VENV)/.installed-dev ## run the tests
	@"$(BIN)/pytest" -q -n auto

identity: $(VENV)/.installed-dev ## 1,000 random sequences of edits, 200 kills, 20 surroundings: the same bytes (hours; EXAMPLES=20 KILLS=5)
	@ENVIRONMENTS=20 "$(BIN)/pytest" -q tests/identity/test_environments.py
	@KILLS=$(or $(KILLS),200) "$(BIN)/pytest" -q tests/identity/test_kill.py
	@IDENTITY_EXAMPLES=$(or $(EXAMPLES),1000) IDENTITY_STEPS=$(or $(STEPS),10) "$(BIN)/pytest" -q tests/identity/test_identity.py

bench: $(VENV)/.installed-dev ## time the build beside Hugo, Eleventy and stock Pelican (hours; BENCHOPTS="--sizes 200 --rounds 2")
	@"$(BIN)/python" -m bench.building $(BENCHOPTS)

bench-preview: $(VENV)/.installed-dev ## how long after an edit make serve shows it (BENCHOPTS="--size 1000 --edits 9")
	@"$(BIN)/python" -m bench.building.preview $(BENCHOPTS)

golden: $(VENV)/.installed-dev ## accept what the code now gives in cases.md and golden files; then read the diff
	@"$(BIN)/pytest" -q --update-golden tests
	@git --no-pager diff --stat -- tests

docs: $(VENV)/.installed-dev ## write the generated pages of docs/ anew
	@"$(BIN)/python" -m tools.generated_docs

verify: $(VENV)/.installed-dev ## lint, types, layers, docs fresh, tests
	@"$(BIN)/ruff" check .
	@"$(BIN)/ruff" format --check -q .
	@"$(BIN)/mypy"
	@"$(BIN)/lint-imports"
	@"$(BIN)/python" -m tools.generated_docs --check
	@"$(BIN)/pytest" -q -n auto

audit: $(VENV)/.installed-dev html ## Lighthouse, axe, HTML checker, weights of home and article
	@"$(BIN)/python" -m tools.audit --output "$(OUTPUTDIR)"

bench-import: $(VENV)/.installed-dev $(RIVALS)/.installed ## import: ours beside other tools, on labelled public pages and on texts; speed
	@"$(BIN)/python" -m bench.importing.run
	@"$(BIN)/python" -m bench.importing.texts
	@"$(BIN)/python" -m bench.importing.speed
	@"$(BIN)/python" -m bench.importing.limits

bench-related: $(VENV)/.installed-dev $(RELATED_RIVALS)/.installed ## related stories: ours beside other methods, on public articles; costs [LARGE=1]
	@"$(BIN)/python" -m bench.related.run
	@"$(BIN)/python" -m bench.related.made $(if $(LARGE),--large)

$(RELATED_RIVALS)/.installed: bench/related/requirements-rivals.lock
	@"$(PYTHON)" -m venv "$(RELATED_RIVALS)"
	@"$(RELATED_RIVALS)/bin/python" -m pip --disable-pip-version-check install --quiet --no-deps --require-hashes -r "$<"
	@touch "$@"

$(RIVALS)/.installed: bench/importing/requirements-rivals.lock
	@"$(PYTHON)" -m venv "$(RIVALS)"
	@"$(RIVALS)/bin/python" -m pip --disable-pip-version-check install --quiet --no-deps --require-hashes -r "$<"
	@touch "$@"

lock: $(VENV)/.installed-dev ## resolve the dependencies anew into the two locks
	@"$(BASEDIR)/tools/lock" "$(BIN)/python"

# -- set-up: everything lives in .venv/, from locks with hashes -------------------------------------------------

# Once, also where Python itself may not keep compiled modules (PYTHONDONTWRITEBYTECODE): a tenth of a second a build.
$(VENV)/.compiled: $(VENV)/.installed $(wildcard $(addprefix $(BASEDIR)/,$(foreach it,article newsdesk plugins,$(it)/*.py $(it)/*/*.py)))
	@cd "$(BASEDIR)" && "$(BIN)/python" -m compileall -q article newsdesk plugins
	@touch "$@"

PIP = "$(BIN)/python" -m pip --disable-pip-version-check install --quiet
ITSELF = $(PIP) --no-deps --no-build-isolation --editable "$(BASEDIR)"

$(VENV)/.created:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo '需要 Python 3.11 或更新的版本 · Python 3.11 or newer is needed (make PYTHON=/path/to/python3.12)'; exit 1; }
	@echo '首次使用，正在准备（约一分钟）… · setting up .venv/'
	@"$(PYTHON)" -m venv "$(VENV)"
	@touch "$@"

$(VENV)/.installed: $(VENV)/.created requirements.lock pyproject.toml
	@$(PIP) --require-hashes -r "$(BASEDIR)/requirements.lock"
	@$(ITSELF)
	@touch "$@"

$(VENV)/.installed-dev: $(VENV)/.created requirements-dev.lock pyproject.toml
	@$(PIP) --require-hashes -r "$(BASEDIR)/requirements-dev.lock"
	@$(ITSELF)
	@touch "$@" "$(VENV)/.installed"
