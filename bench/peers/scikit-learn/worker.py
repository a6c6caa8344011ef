"""scikit-learn's LogisticRegression(solver="saga"). It minimises the sum of losses and ||W||_1 / C: C = 1 / (n lambda)."""

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
VERSION = tuple(int(part) for part in sklearn.__version__.split(".")[:2])


def penalty():
    """How this version is asked for L1 and the multinomial loss: parameters have come and gone."""
    asked = {"l1_ratio": 1.0} if VERSION >= (1, 8) else {"penalty": "l1"}
    if VERSION < (1, 5):  # from then on the loss is multinomial, of two classes binomial, and asking is deprecated
        asked["multi_class"] = "multinomial"
    return asked


class Saga:
    def version(self):
        return "scikit-learn %s (numpy %s)" % (sklearn.__version__, numpy.__version__)

    def load(self, problem):
        self.x = l1peer.matrix(problem)
        self.y = numpy.frombuffer(problem.y, dtype="i4").astype("i8")

    def fit(self, problem, setting, seed):
        model = LogisticRegression(
            solver="saga",
            C=1 / (problem.lam * problem.n),
            tol=float(setting["tol"]),
            max_iter=MAX_ITER,
            random_state=seed,
            fit_intercept=True,
            **penalty()
        )
        return model.fit(self.x, self.y)

    def answer(self, problem, model):
        weights, intercept = model.coef_, model.intercept_
        if problem.k == 2 and len(weights) == 1:
            # One row for two classes. The multinomial loss of versions before 1.5 has it stand for -w and w, two free
            # rows of equal size; the binomial loss of later ones for the difference, whose cheapest halves are -w/2, w/2.
            share = 1.0 if "multi_class" in penalty() else 0.5
            weights = [[sign * share * w for w in weights[0]] for sign in (-1, 1)]
            intercept = [sign * share * intercept[0] for sign in (-1, 1)]
        return weights, intercept, "converged after %d epochs" % max(model.n_iter_)


l1peer.serve(Saga())
