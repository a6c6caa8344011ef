package io.github.l1bench.contract;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.l1bench.solver.Solver;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every claim on every fixture, for one solver. A solver's author extends it in one line:
 *
 * <pre>
 *   class MySolverTest extends SolverContract { MySolverTest() { super(new MySolver()); } }
 * </pre>
 */
@Tag("truth")
public abstract class SolverContract {
    private final Subject subject;

    /** The contract of {@code solver}, at the pace of a first-order method. */
    protected SolverContract(Solver solver) {
        this(solver, Pace.FIRST_ORDER);
    }

    /** The contract of {@code solver}, which promises {@code pace}. */
    protected SolverContract(Solver solver, Pace pace) {
        this.subject = new Subject(solver, pace);
    }

    /** One container a claim, one test a fixture. */
    @TestFactory
    final Stream<DynamicContainer> theContractIsKept() {
        return contract(subject, Fixtures.chosen("full"));
    }

    static Stream<DynamicContainer> contract(Subject subject, List<Fixture> fixtures) {
        return Arrays.stream(Claim.values())
                .map(claim -> dynamicContainer(
                        claim.sentence(),
                        fixtures.stream()
                                .map(fixture -> dynamicTest(fixture.name(), () -> claim.check(subject, fixture)))));
    }
}
