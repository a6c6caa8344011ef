package io.github.l1bench.optimisers;

import io.github.l1bench.contract.Pace;
import io.github.l1bench.contract.SolverContract;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class BreezeOwlQnTest extends SolverContract {
    BreezeOwlQnTest() {
        // Its line search finds no step there, and it stays where it starts.
        super(
                new BreezeOwlQn(),
                Pace.FIRST_ORDER,
                Map.of(
                        "a column scaled by 1e6",
                        Set.of(
                                "the gap is as claimed",
                                "dense and sparse designs give one answer",
                                "samples in another order give the same answer",
                                "features in another order give the answer in that order",
                                "classes in another order give the answer in that order")));
    }
}
