package example;

import io.github.l1bench.contract.SolverContract;

class IstaTest extends SolverContract {
    IstaTest() {
        super(new Ista());
    }
}
