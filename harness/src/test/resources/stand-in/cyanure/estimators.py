from stand_in import Estimator


class Classifier(Estimator):
    KNOWN = ["loss", "penalty", "fit_intercept", "tol", "solver", "random_state", "max_iter", "verbose", "n_threads"]
    KNOWN += ["lambda_1", "lambda_2", "lambda_3", "duality_gap_interval", "warm_start"]

    def fit(self, x, y):
        super().fit(x, y)
        if len(set(y)) > 2:
            self.coef_ = self.coef_.T  # features by classes
        return self
