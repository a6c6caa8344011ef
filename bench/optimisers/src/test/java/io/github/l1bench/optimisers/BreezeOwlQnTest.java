package io.github.l1bench.optimisers;

import io.github.l1bench.contract.SolverContract;

class BreezeOwlQnTest extends SolverContract {
    BreezeOwlQnTest() {
        super(new BreezeOwlQn());
    }
}
