"""FISTA (Beck and Teboulle 2009) with restarts (O'Donoghue and Candes 2015), in Python's standard library alone."""

import math
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import l1peer


def rows_of(problem):
    """Each row as a list of (feature, value), so that dense and sparse designs are one."""
    if problem.x is not None:
        p = problem.p
        return [[(j, v) for j, v in enumerate(problem.x[i * p : (i + 1) * p]) if v] for i in range(problem.n)]
    ends = problem.indptr
    return [list(zip(problem.indices[a:b], problem.values[a:b])) for a, b in zip(ends, ends[1:])]


def gradient(problem, rows, w, b):
    """Mean loss and its gradient in the weights, k lists of p, and in the intercepts."""
    loss, gw, gb = 0.0, [[0.0] * problem.p for _ in range(problem.k)], [0.0] * problem.k
    for row, label in zip(rows, problem.y):
        scores = [b[c] + sum(w[c][j] * v for j, v in row) for c in range(problem.k)]
        top = max(scores)
        powers = [math.exp(s - top) for s in scores]
        total = sum(powers)
        loss += math.log(total) + top - scores[label]
        for c in range(problem.k):
            residual = (powers[c] / total - (c == label)) / problem.n
            gb[c] += residual
            for j, v in row:
                gw[c][j] += residual * v
    return loss / problem.n, gw, gb


def soft(value, threshold):
    return math.copysign(max(abs(value) - threshold, 0.0), value)


class Fista:
    def version(self):
        return "FISTA with restarts, 1"

    def load(self, problem):
        self.rows = rows_of(problem)

    def fit(self, problem, setting, seed):
        """Until no coefficient moves by more than tol times the largest, or 1."""
        tol, k, p = float(setting["tol"]), problem.k, problem.p
        if not tol > 0:
            raise ValueError("tol must be positive")
        # Half the mean squared length of a row, its constant feature included, bounds the curvature of the loss.
        step = 2 / (1 + sum(v * v for row in self.rows for _, v in row) / problem.n)
        w, b = [[0.0] * p for _ in range(k)], [0.0] * k
        wy, by, t, iterations = w, b, 1.0, 0
        while True:
            iterations += 1
            _, gw, gb = gradient(problem, self.rows, wy, by)
            wn = [[soft(y - step * g, step * problem.lam) for y, g in zip(*r)] for r in zip(wy, gw)]
            bn = [y - step * g for y, g in zip(by, gb)]
            pairs = [(n, o, y) for rows in zip(wn + [bn], w + [b], wy + [by]) for n, o, y in zip(*rows)]
            if max(abs(n - o) for n, o, _ in pairs) <= tol * max(1.0, max(abs(n) for n, _, _ in pairs)):
                return wn, bn, iterations
            if sum((y - n) * (n - o) for n, o, y in pairs) > 0:
                t = 1.0  # momentum points uphill
            next_t = (1 + math.sqrt(1 + 4 * t * t)) / 2
            pull = (t - 1) / next_t
            wy = [[n + pull * (n - o) for n, o in zip(*r)] for r in zip(wn, w)]
            by = [n + pull * (n - o) for n, o in zip(bn, b)]
            w, b, t = wn, bn, next_t

    def answer(self, problem, fitted):
        weights, intercept, iterations = fitted
        return weights, intercept, "converged after %d iterations" % iterations


l1peer.serve(Fista())
