# Figurebook's own commands. `make run` and `make test` are all that a newcomer needs; both install what is missing.

VERSION  := $(shell sed -n 's/^ *Version *= *"\(.*\)"/\1/p' FyneApp.toml)
COMMIT   := $(shell git rev-parse --short HEAD 2>/dev/null)
LDFLAGS  := -s -w -X 'main.version=$(VERSION) ($(COMMIT))'
# no_emoji leaves out a font that no report needs, and 5 MB of memory for each style of text
TAGS     := migrated_fynedo,no_emoji
SUDO     := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
OUT      := out

.PHONY: many-reports goldens measure-window watch-window contact-sheet check-macos dist dist-twice try-dist run test check build briefing needs test-needs score bench clean

## run: open the window on the built-in edition; without a display, write the standard briefing to out/
run: build
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname -s)" != Linux ]; then \
		build/figurebook; \
	else \
		echo "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): writing the standard briefing to $(OUT)/ instead."; \
		$(MAKE) --no-print-directory briefing; \
	fi

## briefing: the standard briefing as a document, slides, pages and a folder, and a picture of the window
briefing: build
	@rm -rf $(OUT) && mkdir -p $(OUT)
	@build/figurebook-cli briefing --db $(OUT)/figurebook.db --out $(OUT) >/dev/null
	@build/figurebook --db $(OUT)/figurebook.db --screenshot $(OUT)/window.png
	@rm -rf $(OUT)/figurebook.db $(OUT)/figurebook.db-* $(OUT)/backups
	@echo "Written:"; ls -1 $(OUT) | sed 's|^|  $(OUT)/|'

## build: both programs into build/
build: needs
	@echo "Building; the first time takes some minutes, since the graphics library is compiled from C."
	go build -trimpath -tags $(TAGS) -ldflags "$(LDFLAGS)" -o build/ ./cmd/figurebook-cli
	go build -trimpath -tags $(TAGS) -ldflags "$(LDFLAGS)" -o build/ ./cmd/figurebook

## needs: what the window is compiled against
needs:
	@SUDO="$(SUDO)" sh assets/packaging/needs.sh build

## test-needs: what the tests look at: a virtual display, and the tools that drive it
test-needs:
	@SUDO="$(SUDO)" sh assets/packaging/needs.sh test

## test: all tests; the race detector runs where goroutines meet
test: test-needs
	go test -tags $(TAGS) ./...
	go test -tags $(TAGS) -race -short ./data/store ./data/library

## check: formatting, vet, staticcheck
check: needs
	@test -z "$$(go tool gofumpt -l .)" || { echo "not formatted as gofumpt would:"; go tool gofumpt -l .; exit 1; }
	go vet -tags $(TAGS) ./...
	go tool staticcheck -tags $(TAGS) ./...

## check-macos: what only a Mac can run, as far as it can be told here: scripts, workflow, property list, all but window and database compiled
check-macos:
	@SUDO="$(SUDO)" sh assets/packaging/needs.sh macos
	@bash assets/packaging/macos/check.sh

## bench: the speeds that the README states
bench:
	go test -run '^$$' -bench . -benchtime 2s ./data/... ./charts/...

## many-reports: how well long reports are read that are made for it, of known structure (needs WeasyPrint and LibreOffice Writer)
many-reports:
	data/reading/testdata/make/many.sh $(CURDIR)/build/many-reports 3
	FIGUREBOOK_LAYOUTS=$(CURDIR)/build/many-reports go test -run TestRead_manyReports -v ./data/reading

## goldens: what each pane shows, written anew into the golden files of app/, to be read before it is committed
goldens:
	go test -tags $(TAGS) -run 'Golden|_layout' ./app ./app/figures -update

## measure-window: time to the first frame and memory, each against an empty window of the toolkit; wants a quiet machine
measure-window: test-needs
	go test -tags $(TAGS) -run '^$$' -bench Start -benchtime 1x ./cmd/figurebook

## watch-window: the journeys, which fail where the window does not answer within a tenth of a second; wants a quiet machine
watch-window: test-needs
	FIGUREBOOK_WATCH=100ms go test -tags $(TAGS) -count=1 -run 'Journey|TestWindow' ./cmd/figurebook

## contact-sheet: one chart of each kind from the built-in facts, the picture in the README
contact-sheet:
	go run ./charts/contactsheet assets/pictures/charts.png

## dist: every installer of this commit, into dist/
dist: needs
	@SUDO="$(SUDO)" sh assets/packaging/needs.sh dist
	@bash assets/packaging/dist.sh

## dist-twice: dist, and the Linux packages once more from elsewhere and from an empty cache: the same bytes
dist-twice: dist
	@bash assets/packaging/twice.sh

## try-dist: install, use, upgrade and remove each installer of dist/, in a clean Debian root and under wine
try-dist:
	@SUDO="$(SUDO)" sh assets/packaging/needs.sh try
	@$(SUDO) bash assets/packaging/try.sh

clean:
	rm -rf build dist $(OUT)
