package io.github.l1bench.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.l1bench.solver.Solver;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Map<String, Set<String>> broken;

    /** The contract of {@code solver}, at the pace of a first-order method. */
    protected SolverContract(Solver solver) {
        this(solver, Pace.FIRST_ORDER);
    }

    /** The contract of {@code solver}, which promises {@code pace}. */
    protected SolverContract(Solver solver, Pace pace) {
        this(solver, pace, Map.of());
    }

    /**
     * The contract of {@code solver}, which does not keep all of it and cannot be changed, as a library cannot. That these
     * claims do not hold is tested as well, so that the list stays true.
     *
     * @param broken by the name of a fixture, the sentences of the claims that do not hold on it
     */
    protected SolverContract(Solver solver, Pace pace, Map<String, Set<String>> broken) {
        this.subject = new Subject(solver, pace);
        this.broken = Map.copyOf(broken);
    }

    /** One container a claim, one test a fixture. */
    @TestFactory
    final Stream<DynamicContainer> theContractIsKept() {
        return contract(subject, Fixtures.chosen("full"), broken);
    }

    static Stream<DynamicContainer> contract(Subject subject, List<Fixture> fixtures) {
        return contract(subject, fixtures, Map.of());
    }

    private static Stream<DynamicContainer> contract(
            Subject subject, List<Fixture> fixtures, Map<String, Set<String>> broken) {
        return Arrays.stream(Claim.values())
                .map(claim -> dynamicContainer(
                        claim.sentence(),
                        fixtures.stream()
                                .map(fixture -> dynamicTest(fixture.name(), () -> {
                                    Set<String> known = broken.getOrDefault(fixture.name(), Set.of());
                                    check(claim, subject, fixture, known.contains(claim.sentence()));
                                }))));
    }

    private static void check(Claim claim, Subject subject, Fixture fixture, boolean broken) {
        if (broken) {
            assertThatThrownBy(() -> claim.check(subject, fixture))
                    .as("a claim that is listed as broken")
                    .isInstanceOf(AssertionError.class);
        } else {
            claim.check(subject, fixture);
        }
    }
}
