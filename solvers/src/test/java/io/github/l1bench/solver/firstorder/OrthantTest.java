package io.github.l1bench.solver.firstorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.problem.Coefficients;
import org.junit.jupiter.api.Test;

class OrthantTest {
    private static Point point(double intercept, double... weights) {
        return Point.of(new Coefficients(new double[][] {weights}, new double[] {intercept}));
    }

    /** With lambda = 1; -g - sign w on a nonzero weight, and on a zero one what of -g lambda leaves. */
    @Test
    void steepestDescentIsTheShortestSubgradientTurnedRound() {
        Point x = point(5, 2, -2, 2, 0, 0, 0, 0, 0);
        Point gradient = point(3, 0.5, 0.5, -0.25, 0.5, 1, -1, 3, -3);
        Point descent = point(7, 7, 7, 7, 7, 7, 7, 7, 7);

        new Orthant(1).steepestDescent(x, gradient, descent);

        assertThat(descent.weights[0]).containsExactly(-1.5, 0.5, -0.75, 0, 0, 0, -2, 2);
        assertThat(descent.intercept).containsExactly(-3);
    }

    @Test
    void whatOpposesTheDescentIsDroppedFromADirectionButNotFromItsIntercept() {
        Point direction = point(4, 1, -1, 1, -1, 1, 0);
        Point descent = point(-4, 2, -2, -2, 2, 0, 3);

        Orthant.dropOpposed(direction, descent);

        assertThat(direction.weights[0]).containsExactly(1, -1, 0, 0, 0, 0);
        assertThat(direction.intercept).containsExactly(4);
    }

    /** A zero weight may only go where the descent points. */
    @Test
    void aWeightThatWouldChangeItsSignBecomesZero() {
        Point x = point(1, 1, 1, 1, -1, 0, 0, 0);
        Point direction = point(-8, 1, -2, -4, 4, 1, 1, -1);
        Point descent = point(-8, 1, -2, -4, 4, 1, -1, -1);

        Point next = Orthant.project(x, 0.5, direction, descent);

        assertThat(next.weights[0]).containsExactly(1.5, 0, 0, 0, 0.5, 0, -0.5);
        assertThat(next.intercept).containsExactly(-3);
        assertThat(x.weights[0]).containsExactly(1, 1, 1, -1, 0, 0, 0);
    }
}
