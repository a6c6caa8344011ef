package io.github.l1bench.optimisers;

import io.github.l1bench.contract.SolverContract;

class Lbfgs4jOwlQnTest extends SolverContract {
    Lbfgs4jOwlQnTest() {
        super(new Lbfgs4jOwlQn());
    }
}
