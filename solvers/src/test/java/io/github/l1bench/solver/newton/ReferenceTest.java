package io.github.l1bench.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.SmallProblem;
import io.github.l1bench.kernel.Team;
import io.github.l1bench.problem.MultinomialProblem;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final MultinomialProblem PROBLEM = SmallProblem.standardizedDense(0.01);

    private final RowOrder order = RowOrder.natural(PROBLEM.samples());
    private final Reference reference = new Reference(PROBLEM, order, Team.ALONE);
    private final State state = new State(PROBLEM, order, PROBLEM.nullModel(), Team.ALONE);

    // The gradient of class 1 with a first weight of `w`.
    private double[] lookAt(double w) {
        state.weights()[1][0] = w;
        reference.score(state);
        reference.peek(state);
        return reference.descent(1).clone();
    }

    @Test
    void whatIsExpectedGoesOnAsFarAsAskedUntilTheNextLook() {
        double[] first = lookAt(0.1);
        reference.expect(0);
        assertThat(reference.descent(1)).containsExactly(first);
        double[] second = lookAt(0.3);
        double exact = reference.gradient(1, 2, 0);

        reference.expect(0.5);

        for (int j = 0; j < first.length; j++) {
            double expected = second[j] + 0.5 * (second[j] - first[j]);
            assertThat(reference.descent(1)[j]).isCloseTo(expected, within(1e-15));
        }
        assertThat(second[2]).isNotEqualTo(first[2]);
        assertThat(reference.gradient(1, 2, 0)).as("what steps start from").isEqualTo(exact);
        assertThat(lookAt(0.3)).containsExactly(second);
    }
}
