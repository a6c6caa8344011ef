package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IterateTest {
    private static Iterate iterate(double first, double second, double intercept) {
        return Iterate.of(new Coefficients(new double[][] {{first, second}, {0.25, 1}}, new double[] {intercept, -1}));
    }

    private static void requireValues(Iterate iterate, double... values) {
        assertThat(iterate.weights()[0]).containsExactly(values[0], values[1]);
        assertThat(iterate.weights()[1]).containsExactly(values[2], values[3]);
        assertThat(iterate.intercept()).containsExactly(values[4], values[5]);
    }

    @Test
    void whatItIsMadeOfAndWhatIsMadeOfItDoesNotMoveWithIt() {
        Coefficients given = new Coefficients(new double[][] {{1, 2}, {0.25, 1}}, new double[] {3, -1});
        Iterate iterate = Iterate.of(given);
        Iterate copy = iterate.copy();
        Coefficients shown = iterate.coefficients();

        iterate.weights()[0][1] = 7;
        iterate.intercept()[1] = 8;

        requireValues(iterate, 1, 7, 0.25, 1, 3, 8);
        requireValues(copy, 1, 2, 0.25, 1, 3, -1);
        for (Coefficients unmoved : new Coefficients[] {given, shown}) {
            assertThat(unmoved.weights()[0]).containsExactly(1, 2);
            assertThat(unmoved.intercept()).containsExactly(3, -1);
        }
        requireValues(Iterate.zero(2, 2), 0, 0, 0, 0, 0, 0);
    }

    @Test
    void weightsAndInterceptAreOneVector() {
        Iterate x = iterate(1, -2, 3);
        Iterate y = iterate(0.5, 4, -1);

        assertThat(x.l1Norm()).as("of the weights").isEqualTo(4.25);
        assertThat(x.dot(y)).isEqualTo(0.5 - 8 + 0.0625 + 1 - 3 + 1);
        assertThat(Iterate.dotOfDifferences(x, y, y, x)).isEqualTo(-0.25 - 36 - 16);
        requireValues(Iterate.difference(x, y), 0.5, -6, 0, 0, 4, 0);
        requireValues(x, 1, -2, 0.25, 1, 3, -1);
    }

    @Test
    void itMovesAlongOthers() {
        Iterate x = iterate(1, -2, 3);
        Iterate y = iterate(0.5, 4, -1);
        Iterate at = Iterate.zero(2, 2);

        at.extrapolate(2, x, y);
        requireValues(at, 2, -14, 0.25, 1, 11, -1);
        at.copyFrom(y);
        requireValues(at, 0.5, 4, 0.25, 1, -1, -1);
        at.add(-2, x);
        requireValues(at, -1.5, 8, -0.25, -1, -7, 1);
        at.scale(-2);
        requireValues(at, 3, -16, 0.5, 2, 14, -2);
        requireValues(y, 0.5, 4, 0.25, 1, -1, -1);
    }
}
