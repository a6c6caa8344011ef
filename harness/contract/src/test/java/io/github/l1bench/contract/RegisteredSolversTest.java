package io.github.l1bench.contract;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import io.github.l1bench.solver.Solvers;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The contract of every solver on the class path, on a few fixtures; on all with {@code -Dl1bench.contract=full}. */
@Tag("slow")
@Tag("truth")
class RegisteredSolversTest {
    // These claim to solve anything, so they are held to it.
    private static final Set<String> EXACT = Set.of("coordinate-descent", "newton", "prox-newton");

    @TestFactory
    Stream<DynamicContainer> everyRegisteredSolverKeepsTheContract() {
        return Solvers.all().stream()
                .map(solver -> new Subject(solver, EXACT.contains(solver.name()) ? Pace.EXACT : Pace.FIRST_ORDER))
                .map(subject -> dynamicContainer(
                        subject.solver().name(), SolverContract.contract(subject, Fixtures.chosen("quick"))));
    }
}
