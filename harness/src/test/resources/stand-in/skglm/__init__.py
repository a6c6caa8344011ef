from stand_in import Estimator


class SparseLogisticRegression(Estimator):
    KNOWN = ["alpha", "tol", "max_iter", "max_epochs", "verbose", "fit_intercept", "warm_start"]

    def fit(self, x, y):
        if len(set(y)) != 2:
            raise ValueError("two classes only")
        super().fit(x, y)
        self.n_iter_ = 3
        self.coef_ = self.coef_.reshape(x.shape[1])
        self.intercept_ = 0.0
        return self
