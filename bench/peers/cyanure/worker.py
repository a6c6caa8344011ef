"""Cyanure's Classifier with the loss multiclass-logistic: mean loss + lambda_1 ||W||_1, the intercept free, as here."""

import importlib.metadata
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import l1peer

sys.path.pop(0)  # this folder has the name of the library, and would pass for it where that is missing
import numpy
from cyanure.estimators import Classifier

# No limit that counts: the tolerance decides.
MAX_ITER = 1000000


class Cyanure:
    def version(self):
        return "cyanure %s (numpy %s)" % (importlib.metadata.version("cyanure"), numpy.__version__)

    def load(self, problem):
        self.x = l1peer.matrix(problem)
        self.y = numpy.frombuffer(problem.y, dtype="i4").astype("i8")

    def fit(self, problem, setting, seed):
        model = Classifier(
            loss="multiclass-logistic" if problem.k > 2 else "logistic",
            penalty="l1",
            lambda_1=problem.lam,
            fit_intercept=True,
            tol=float(setting["tol"]),
            max_iter=MAX_ITER,
            random_state=seed,
            n_threads=1,
            verbose=False,
        )
        model.fit(self.x, self.y)
        return model

    def answer(self, problem, model):
        weights, intercept = model.coef_, model.intercept_
        if problem.k == 2:
            # One row, which stands for the difference of two; its cheapest halves are -w/2, w/2.
            row = [float(w) for w in weights.reshape(problem.p)]
            constant = float(intercept.reshape(1)[0])
            weights = [[sign * w / 2 for w in row] for sign in (-1, 1)]
            intercept = [sign * constant / 2 for sign in (-1, 1)]
        elif weights.shape != (problem.k, problem.p):
            weights = weights.T
        return weights, intercept, "stopped at its duality gap"


l1peer.serve(Cyanure())
