"""A worker that misbehaves as it is told: python3 worker.py MODE. Python's standard library only."""

import array
import os
import subprocess
import sys
import time

mode = sys.argv[1]


def say(*words):
    sys.stdout.write("\t".join(("l1peer",) + words) + "\n")
    sys.stdout.flush()


def log(text):
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


if mode == "no-package":
    import a_package_that_nobody_has
if mode == "refuses":
    say("failed", "reason=needs a licence file")
    sys.exit(3)
if mode == "garbage":
    os.write(1, b"\xff\xfe\x00 hello\n" * 1000)
if mode == "mute":
    time.sleep(1000)
if mode == "flood":
    while True:
        os.write(1, b"x" * 65536)
if mode == "chatter":
    while True:
        say("hello", "protocol=1")
say("hello", "protocol=" + ("9" if mode == "future" else "1"), "version=faulty " + mode, "runtime=" + sys.version.split()[0])
if mode == "tell-threads":
    log("threads " + os.environ["OMP_NUM_THREADS"] + os.environ["OPENBLAS_NUM_THREADS"] + os.environ["MKL_NUM_THREADS"])

problem = {}
solves = 0
for line in sys.stdin:
    command, *words = line.rstrip("\n").split("\t")
    if command == "load":
        with open(os.path.join(words[0], "problem.txt"), encoding="utf-8") as lines:
            problem = dict(l.strip().split("=", 1) for l in lines)
        if mode == "tells-folder":
            log("problem in " + words[0])
        say("loaded")
        if mode == "eager":
            say("loaded")
    elif command == "solve" and problem:
        solves += 1
        if mode == "crash":
            log("about to crash\nin three\nlines\nof which the last count")
            os.kill(os.getpid(), 11)
        if mode == "exit":
            os._exit(7)
        if mode == "hang-and-detached-child":
            subprocess.Popen(["sleep", "1000"], start_new_session=True)
            time.sleep(1000)
        if mode == "hang" or mode == "hangs-later" and solves > 1:
            time.sleep(1000)
        if mode == "no-published-run" and words[0] == "tol=0.1":
            say("failed", "reason=ValueError: tolerance must be a power of ten")
            continue
        if mode == "throw":
            say("failed", "reason=ValueError: tolerance must be positive")
            continue
        if mode == "no-line-end":
            os.write(1, b"half a line")
            time.sleep(1000)
        if mode == "other-answer":
            say("written")
            continue
        if mode == "large-child":
            memory = "x = bytearray(1 << 26); print(len(x), flush=True); import time; time.sleep(1000)"
            subprocess.Popen([sys.executable, "-c", memory], stdout=subprocess.PIPE).stdout.readline()
        elif mode == "detached-child":
            # The child has a child in a session of its own, and is gone before anybody can look.
            subprocess.call([sys.executable, "-c", "import subprocess; subprocess.Popen(['sleep', '1000'], start_new_session=True)"])
        elif mode.endswith("child"):
            subprocess.Popen(["sleep", "1000"])
            if mode == "crashing-child":
                time.sleep(0.2)
                os._exit(1)
        if mode == "noisy":
            print("iteration 1")
            sys.stdout.flush()
        if mode == "slow":
            time.sleep(0.3)
        if mode == "half-a-second":
            time.sleep(0.55)
        if mode == "flood-error":
            while True:
                os.write(2, b"y" * 65536)
        if mode == "silent-clock":
            say("solved", "cpu=1")
            continue
        cpu = {"no-cpu": ["cpu=much"], "tells-cpu": ["cpu=12.5"]}.get(mode, [])
        say("solved", "seconds=" + {"boasts": "1000", "no-clock": "soon"}.get(mode, "0.001"), *cpu)
    elif command == "write":
        k, p = int(problem["k"]), int(problem["p"])
        weights, intercept = [0.0] * (k * p), [0.0] * k
        if mode == "short":
            weights.pop()
        if mode == "long":
            weights.append(0.0)
        if mode == "short-intercept":
            intercept.pop()
        if mode == "infinite":
            intercept[0] = float("inf")
        if mode == "drifts":
            intercept[0] = 1.0 / solves
        if mode == "full-disk":
            os.symlink("/dev/full", os.path.join(words[0], "coef.f64"))
        if mode == "nan":
            weights[0] = float("nan")
        if mode != "nothing":
            for name, values in (("coef.f64", weights), ("intercept.f64", intercept)):
                with open(os.path.join(words[0], name), "wb") as stream:
                    array.array("d", values).tofile(stream)
        if mode == "painter":
            log("\x1b[31mred\x07")
        say("written", "note=" + {"painter": "\x1b[2Jgone", "talker": "word " * 2000}.get(mode, "zero, as always"))
    elif command == "quit":
        if mode == "stays":
            time.sleep(1000)
        if mode == "lives-on":
            say("bye")
            time.sleep(1000)
        break
    else:
        say("failed", "reason=unknown")
say("bye")
