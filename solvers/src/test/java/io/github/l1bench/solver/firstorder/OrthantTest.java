package io.github.l1bench.solver.firstorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Iterate;
import org.junit.jupiter.api.Test;

class OrthantTest {
    private static Iterate point(double intercept, double... weights) {
        return Iterate.of(new Coefficients(new double[][] {weights}, new double[] {intercept}));
    }

    /** With lambda = 1; -g - sign w on a nonzero weight, and on a zero one what of -g lambda leaves. */
    @Test
    void steepestDescentIsTheShortestSubgradientTurnedRound() {
        Iterate x = point(5, 2, -2, 2, 0, 0, 0, 0, 0);
        Iterate gradient = point(3, 0.5, 0.5, -0.25, 0.5, 1, -1, 3, -3);
        Iterate descent = point(7, 7, 7, 7, 7, 7, 7, 7, 7);

        new Orthant(1).steepestDescent(x, gradient, descent);

        assertThat(descent.weights()[0]).containsExactly(-1.5, 0.5, -0.75, 0, 0, 0, -2, 2);
        assertThat(descent.intercept()).containsExactly(-3);
    }

    @Test
    void whatOpposesTheDescentIsDroppedFromADirectionButNotFromItsIntercept() {
        Iterate direction = point(4, 1, -1, 1, -1, 1, 0);
        Iterate descent = point(-4, 2, -2, -2, 2, 0, 3);

        Orthant.dropOpposed(direction, descent);

        assertThat(direction.weights()[0]).containsExactly(1, -1, 0, 0, 0, 0);
        assertThat(direction.intercept()).containsExactly(4);
    }

    /** A zero weight may only go where the descent points. */
    @Test
    void aWeightThatWouldChangeItsSignBecomesZero() {
        Iterate x = point(1, 1, 1, 1, -1, 0, 0, 0);
        Iterate direction = point(-8, 1, -2, -4, 4, 1, 1, -1);
        Iterate descent = point(-8, 1, -2, -4, 4, 1, -1, -1);

        Iterate next = Orthant.project(x, 0.5, direction, descent);

        assertThat(next.weights()[0]).containsExactly(1.5, 0, 0, 0, 0.5, 0, -0.5);
        assertThat(next.intercept()).containsExactly(-3);
        assertThat(x.weights()[0]).containsExactly(1, 1, 1, -1, 0, 0, 0);
    }
}
