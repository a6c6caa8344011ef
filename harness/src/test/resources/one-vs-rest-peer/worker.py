"""Each class against the rest by proximal gradient steps, in Python's standard library alone."""

import math
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "..", "..", "bench", "peers"))
import l1peer


class OneVsRest:
    def version(self):
        return "one-vs-rest for tests, 1"

    def fit(self, problem, setting, seed):
        rows = [problem.x[i * problem.p : (i + 1) * problem.p] for i in range(problem.n)]
        step = 4 / (1 + sum(v * v for row in rows for v in row) / problem.n)
        return [self.against_rest(problem, rows, k, float(setting["tol"]), step) for k in range(problem.k)]

    def against_rest(self, problem, rows, k, tol, step):
        w, b = [0.0] * problem.p, 0.0
        while True:
            g, gb = [0.0] * problem.p, 0.0
            for row, label in zip(rows, problem.y):
                sign = 1 if label == k else -1
                slope = -sign / (1 + math.exp(sign * (b + sum(u * v for u, v in zip(w, row))))) / problem.n
                gb += slope
                g = [a + slope * v for a, v in zip(g, row)]
            moved = [a - step * c for a, c in zip(w, g)]
            moved = [math.copysign(max(abs(a) - step * problem.lam, 0), a) for a in moved]
            change = max([abs(a - c) for a, c in zip(moved, w)] + [abs(step * gb)])
            w, b = moved, b - step * gb
            if change <= tol:
                return w, b

    def answer(self, problem, fitted):
        return [w for w, _ in fitted], [b for _, b in fitted], "every class converged"


l1peer.serve(OneVsRest())
