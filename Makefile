# `make run` and `make test` set up everything that is missing; they need only make and Python 3.11 or newer with venv.
.POSIX:
.PHONY: run test setup bench standin soak faults fuzz mutants lock licences indicators pictures

PORT = 8501
# A folder that cli.py corpus wrote, for the page over many letters: make run CORPUS=folder
CORPUS = $(CIJFERTOETS_CORPUS)
PYTHON = .venv/bin/python

run:
	@sh setup.sh run
	CIJFERTOETS_CORPUS="$(CORPUS)" $(PYTHON) -m streamlit run server.py --server.address 127.0.0.1 --server.port $(PORT) --server.headless true

# The whole suite; then whether it takes the branches of the pure parts. One test by itself: .venv/bin/python -m pytest tests/claims -k streak
test:
	@sh setup.sh test
	$(PYTHON) -m pytest -n 2 --dist loadfile --cov --cov-report=
	$(PYTHON) -m tests.covered

setup:
	@sh setup.sh test

# Every figure of docs/benchmarks.md, measured anew in one run.
bench:
	@sh setup.sh bench
	.venv-bench/bin/python -m benchmarks

# Damaged files through every reader, five minutes each.
fuzz:
	@sh setup.sh test
	$(PYTHON) -m benchmarks.fuzz_readers --minutes 5

# Small errors planted in the pure parts, and how many of them the tests find: docs/mutants.md; the survivors go to mutants.log. Half an hour.
mutants:
	@sh setup.sh bench
	.venv-bench/bin/python -W ignore -m benchmarks.mutants

# Many browser sessions at once, slow fetches and uploads beside them, and half an hour of coming and going: into docs/benchmarks.md.
soak:
	@sh setup.sh test
	$(PYTHON) -m benchmarks.soak --page

# Full disks, shut folders, damage, clocks that jump, kills: brought about for real, into docs/faults.md. Some ten minutes.
faults:
	@sh setup.sh test
	$(PYTHON) -m benchmarks.faults

# A StatLine on this machine to try things against, faults included.
standin:
	@sh setup.sh test
	$(PYTHON) -m tests.standin --port 8123

# What follows is for whoever changes the program.
LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate

lock:
	$(LOCK) requirements.txt -o requirements.lock
	$(LOCK) requirements-dev.txt -c requirements.lock -o requirements-dev.lock
	$(LOCK) requirements-bench.txt -c requirements-dev.lock -o requirements-bench.lock

licences:
	@sh setup.sh run
	$(PYTHON) -m tests.licences

indicators:
	@sh setup.sh test
	$(PYTHON) -m tests.indicators

pictures:
	@sh setup.sh test
	$(PYTHON) -m tests.readme_pictures
