# `make run` and `make test` set up everything that is missing; they need only make and Python 3.11 or newer.
.POSIX:
.PHONY: run test setup setup-test bench standin soak fuzz mutants lock

PORT = 8501
PYTHON = .venv/bin/python

run:
	@sh setup.sh run
	$(PYTHON) -m streamlit run server.py --server.address 127.0.0.1 --server.port $(PORT) --server.headless true

test:
	@sh setup.sh test
	$(PYTHON) -m pytest

setup:
	@sh setup.sh test
