"""The worker's side of l1bench's protocol for peers, version 1, in Python's standard library: see docs/peers.md.

A worker imports this and calls serve() with an object that has

    version()                        what does the work, with its version
    load(problem)                    optional: turns the problem into what the library takes, off the clock
    fit(problem, setting, seed)      solves it afresh; setting is a dict of strings, such as {"tol": "1e-3"}; on the clock
    answer(problem, fitted)          (K rows of p weights, K intercepts, a note of what the library says), off the clock

Any exception becomes the answer "failed" with its message, and the worker lives on.
"""

import array
import os
import sys
import time
import traceback

# Standard output belongs to the protocol; whatever a library prints, even from C, goes to standard error, which is log.
_wire = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
os.dup2(2, 1)
sys.stdout = sys.stderr


def say(kind, **fields):
    words = ["l1peer", kind] + [key + "=" + " ".join(str(value).split()) for key, value in fields.items()]
    _wire.write("\t".join(words) + "\n")
    _wire.flush()


def numbers(file, code):
    """The little-endian numbers in a file, of type code 'd', 'i' or 'q': something like an array, read at once."""
    content = memoryview(bytearray(os.path.getsize(file)))
    with open(file, "rb", buffering=0) as stream:
        rest = content
        while len(rest):
            count = stream.readinto(rest)
            if not count:
                raise EOFError("%s ends early" % file)
            rest = rest[count:]
    if sys.byteorder == "little":
        return content.cast(code)
    values = array.array(code, content.tobytes())
    values.byteswap()
    return values


class Problem:
    """n, p, k, lam, lam_max and y, n classes from 0 to k - 1. A dense design is x, n p numbers by rows; of a sparse one
    indptr (n + 1), indices and values hold the nonzeros by rows (CSR), and x is None."""

    def __init__(self, folder):
        with open(os.path.join(folder, "problem.txt"), encoding="utf-8") as lines:
            told = dict(line.strip().split("=", 1) for line in lines if "=" in line)
        self.n, self.p, self.k = int(told["n"]), int(told["p"]), int(told["k"])
        self.lam, self.lam_max = float(told["lambda"]), float(told["lambdamax"])
        self.y = numbers(os.path.join(folder, "y.i32"), "i")
        self.x = None
        if told["storage"] == "dense":
            self.x = numbers(os.path.join(folder, "x.f64"), "d")
        else:
            self.indptr = numbers(os.path.join(folder, "indptr.i64"), "q")
            self.indices = numbers(os.path.join(folder, "indices.i32"), "i")
            self.values = numbers(os.path.join(folder, "values.f64"), "d")


def matrix(problem):
    """The design as numpy's array, n x p, or scipy's CSR matrix: both libraries have to be there."""
    import numpy

    if problem.x is not None:
        return numpy.frombuffer(problem.x, dtype="f8").reshape(problem.n, problem.p)
    from scipy.sparse import csr_matrix

    values = numpy.frombuffer(problem.values, dtype="f8")
    indices = numpy.frombuffer(problem.indices, dtype="i4")
    indptr = numpy.frombuffer(problem.indptr, dtype="i8").astype("i4")
    return csr_matrix((values, indices, indptr), shape=(problem.n, problem.p))


def _write(file, values):
    values = array.array("d", values)
    if sys.byteorder == "big":
        values.byteswap()
    with open(file, "wb") as stream:
        values.tofile(stream)


class _Session:
    def __init__(self, worker):
        self.worker = worker
        self.problem = self.fitted = None

    def load(self, folder):
        self.problem = Problem(folder)
        self.fitted = None
        if hasattr(self.worker, "load"):
            self.worker.load(self.problem)
        say("loaded")

    def solve(self, *words):
        if self.problem is None:
            raise ValueError("no problem is loaded")
        setting = dict(word.split("=", 1) for word in words)
        seed = int(setting.pop("seed", 0))
        self.fitted = None
        start, cpu = time.perf_counter(), time.process_time()
        self.fitted = self.worker.fit(self.problem, setting, seed)
        seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
        say("solved", seconds="%.9f" % seconds, cpu="%.9f" % cpu)

    def write(self, folder):
        if self.fitted is None:
            raise ValueError("nothing is solved")
        weights, intercept, note = self.worker.answer(self.problem, self.fitted)
        _write(os.path.join(folder, "coef.f64"), [w for row in weights for w in row])
        _write(os.path.join(folder, "intercept.f64"), intercept)
        say("written", note=note)


def serve(worker):
    try:
        say("hello", protocol=1, version=worker.version(), runtime="Python " + sys.version.split()[0])
    except Exception as error:
        say("failed", reason="%s: %s" % (type(error).__name__, error))
        sys.exit(3)
    session = _Session(worker)
    commands = {"load": session.load, "solve": session.solve, "write": session.write}
    for line in sys.stdin:
        command, *words = line.rstrip("\n").split("\t")
        if command == "quit":
            break
        try:
            if command not in commands:
                raise ValueError("there is no command " + command)
            commands[command](*words)
        except Exception as error:
            traceback.print_exc()
            say("failed", reason="%s: %s" % (type(error).__name__, error))
    say("bye")
