"""scikit-learn's LogisticRegression(solver="liblinear"), each class against the rest. It minimises the sum of losses and
(||w||_1 + |v|) / C with the intercept 100 v, so that the intercept is nearly free: C = 1 / (n lambda)."""

import os
import sys
import warnings

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import l1peer
import numpy
import sklearn
from sklearn.linear_model import LogisticRegression

warnings.simplefilter("ignore")

# No limit that counts: the tolerance decides.
MAX_ITER = 1000000
INTERCEPT_SCALING = 100.0
VERSION = tuple(int(part) for part in sklearn.__version__.split(".")[:2])


class Liblinear:
    def version(self):
        return "scikit-learn %s (numpy %s)" % (sklearn.__version__, numpy.__version__)

    def load(self, problem):
        self.x = l1peer.matrix(problem)
        self.classes = [numpy.array([int(label == k) for label in problem.y]) for k in range(problem.k)]

    def fit(self, problem, setting, seed):
        asked = {"l1_ratio": 1.0} if VERSION >= (1, 8) else {"penalty": "l1"}
        return [
            LogisticRegression(
                solver="liblinear",
                C=1 / (problem.lam * problem.n),
                tol=float(setting["tol"]),
                max_iter=MAX_ITER,
                random_state=seed,
                fit_intercept=True,
                intercept_scaling=INTERCEPT_SCALING,
                **asked
            ).fit(self.x, y)
            for y in self.classes
        ]

    def answer(self, problem, models):
        weights = [model.coef_[0] for model in models]
        intercept = [model.intercept_[0] for model in models]
        most = max(max(model.n_iter_) for model in models)
        return weights, intercept, "converged after at most %d iterations a class" % most


l1peer.serve(Liblinear())
