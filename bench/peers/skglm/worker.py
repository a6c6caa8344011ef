"""skglm's SparseLogisticRegression, each class against the rest: mean loss + alpha ||w||_1, the intercept free. It has no
multinomial loss."""

import importlib.metadata
import os
import sys
import warnings

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import l1peer

sys.path.pop(0)  # this folder has the name of the library, and would pass for it where that is missing
import numpy
from skglm import SparseLogisticRegression

warnings.simplefilter("ignore")

# No limits that count: the tolerance decides.
MAX_ITER = 10000
MAX_EPOCHS = 100000


class Skglm:
    def version(self):
        return "skglm %s (numpy %s)" % (importlib.metadata.version("skglm"), numpy.__version__)

    def load(self, problem):
        x = l1peer.matrix(problem)
        self.x = x.tocsc() if problem.x is None else numpy.asfortranarray(x)
        self.classes = [numpy.array([int(label == k) for label in problem.y]) for k in range(problem.k)]

    def fit(self, problem, setting, seed):
        return [
            SparseLogisticRegression(
                alpha=problem.lam,
                tol=float(setting["tol"]),
                max_iter=MAX_ITER,
                max_epochs=MAX_EPOCHS,
                fit_intercept=True,
            ).fit(self.x, y)
            for y in self.classes
        ]

    def answer(self, problem, models):
        weights = [model.coef_.reshape(problem.p) for model in models]
        intercept = [float(numpy.array(model.intercept_).reshape(1)[0]) for model in models]
        most = max(int(model.n_iter_) for model in models)
        return weights, intercept, "converged after at most %d working sets a class" % most


l1peer.serve(Skglm())
