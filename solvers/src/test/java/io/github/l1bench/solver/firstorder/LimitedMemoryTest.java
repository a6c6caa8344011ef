package io.github.l1bench.solver.firstorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.problem.Iterate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two loops against the formula of BFGS with whole matrices. */
class LimitedMemoryTest {
    private static final int CLASSES = 2;
    private static final int FEATURES = 3;
    private static final int SIZE = CLASSES * (FEATURES + 1);

    private static Iterate point(Random random) {
        Iterate point = Iterate.zero(CLASSES, FEATURES);
        for (int k = 0; k < CLASSES; k++) {
            for (int j = 0; j < FEATURES; j++) {
                point.weights()[k][j] = random.nextGaussian();
            }
            point.intercept()[k] = random.nextGaussian();
        }
        return point;
    }

    private static double[] flat(Iterate point) {
        double[] flat = new double[SIZE];
        for (int k = 0; k < CLASSES; k++) {
            System.arraycopy(point.weights()[k], 0, flat, k * FEATURES, FEATURES);
            flat[CLASSES * FEATURES + k] = point.intercept()[k];
        }
        return flat;
    }

    private static double[] byMatrices(Iterate[] steps, Iterate[] changes, int from, int to, Iterate direction) {
        double[] s = flat(steps[to - 1]);
        double[] y = flat(changes[to - 1]);
        double[][] h = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            h[i][i] = dot(s, y) / dot(y, y);
        }
        for (int q = from; q < to; q++) {
            h = update(h, flat(steps[q]), flat(changes[q]));
        }
        return times(h, flat(direction));
    }

    // (1 - rho s y') H (1 - rho y s') + rho s s'
    private static double[][] update(double[][] h, double[] s, double[] y) {
        double rho = 1 / dot(s, y);
        double[] hy = times(h, y);
        double yhy = dot(y, hy);
        double[][] next = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                next[i][j] = h[i][j] - rho * (s[i] * hy[j] + hy[i] * s[j]) + (rho * rho * yhy + rho) * s[i] * s[j];
            }
        }
        return next;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] times(double[][] a, double[] v) {
        double[] out = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            out[i] = dot(a[i], v);
        }
        return out;
    }

    // A change with positive curvature along the step.
    private static Iterate changeFor(Iterate step, Random random) {
        Iterate change = step.copy();
        change.add(0.3, point(random));
        change.scale(1.7);
        return step.dot(change) > 0.1 ? change : changeFor(step, random);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 3", "3, 7", "10, 4"})
    void appliesBfgsOfTheLastPairs(int capacity, int pairs) {
        Random random = new Random(pairs);
        LimitedMemory memory = new LimitedMemory(capacity);
        Iterate[] steps = new Iterate[pairs];
        Iterate[] changes = new Iterate[pairs];
        for (int q = 0; q < pairs; q++) {
            steps[q] = point(random);
            changes[q] = changeFor(steps[q], random);
            memory.remember(steps[q], changes[q]);
        }
        Iterate direction = point(random);
        double[] expected = byMatrices(steps, changes, Math.max(0, pairs - capacity), pairs, direction);

        memory.apply(direction);

        assertThat(flat(direction)).containsExactly(expected, within(1e-10));
        assertThat(memory.isEmpty()).isFalse();
    }

    @Test
    void aDirectionIsItselfWhereNothingIsRemembered() {
        Random random = new Random(1);
        LimitedMemory memory = new LimitedMemory(3);
        Iterate direction = point(random);
        double[] given = flat(direction);
        memory.apply(direction);
        assertThat(flat(direction)).isEqualTo(given);

        Iterate step = point(random);
        memory.remember(step, changeFor(step, random));
        memory.clear();
        memory.apply(direction);

        assertThat(memory.isEmpty()).isTrue();
        assertThat(flat(direction)).isEqualTo(given);
    }

    @Test
    void aPairWithoutPositiveCurvatureIsNotRemembered() {
        Iterate step = point(new Random(2));
        Iterate opposed = step.copy();
        opposed.scale(-1);
        Iterate tiny = step.copy();
        tiny.scale(1e-200);
        LimitedMemory memory = new LimitedMemory(3);

        memory.remember(step, opposed);
        memory.remember(step, Iterate.zero(CLASSES, FEATURES));
        memory.remember(tiny, tiny);

        assertThat(memory.isEmpty()).isTrue();
    }
}
