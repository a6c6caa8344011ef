import sklearn
from stand_in import Estimator

VERSION = tuple(int(part) for part in sklearn.__version__.split(".")[:2])


class LogisticRegression(Estimator):
    KNOWN = ["C", "tol", "max_iter", "random_state", "fit_intercept", "solver", "intercept_scaling", "l1_ratio"]
    KNOWN += ["penalty"] if VERSION < (1, 8) else []
    KNOWN += ["multi_class"] if VERSION < (1, 5) else []

    def fit(self, x, y):
        if self.arguments["solver"] == "liblinear" and len(set(y)) > 2:
            raise ValueError("liblinear takes two classes")
        one = "penalty" if VERSION < (1, 8) else "l1_ratio"
        if self.arguments.get(one) not in ("l1", 1.0):
            raise ValueError("this would be an L2 penalty")
        return super().fit(x, y)
