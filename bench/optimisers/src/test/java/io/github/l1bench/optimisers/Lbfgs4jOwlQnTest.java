package io.github.l1bench.optimisers;

import io.github.l1bench.contract.Pace;
import io.github.l1bench.contract.SolverContract;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class Lbfgs4jOwlQnTest extends SolverContract {
    // Its first step is as long as 1 / |gradient|, however near the start is.
    private static final Set<String> WARM_START = Set.of("a start near the optimum does not hurt");

    Lbfgs4jOwlQnTest() {
        super(
                new Lbfgs4jOwlQn(),
                Pace.FIRST_ORDER,
                Map.of("two classes", WARM_START, "labels in blocks, the last class first", WARM_START));
    }
}
