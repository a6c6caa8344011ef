package io.github.l1bench.spark.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DampingTest {
    private final Damping damping = new Damping();

    @Test
    void growsWithDisappointmentsAndDwindlesToNothing() {
        assertThat(damping.factor()).isZero();
        damping.judge(1, 0.1);
        double once = damping.factor();
        damping.judge(1, -3);
        assertThat(damping.factor()).isGreaterThan(once).isPositive();
        double twice = damping.factor();
        damping.judge(1, 0.5);
        assertThat(damping.factor()).isEqualTo(twice);
        for (int step = 0; step < 12; step++) {
            damping.judge(1, 0.99);
        }
        assertThat(damping.factor()).isZero();
    }

    @Test
    void aCoordinateIsNeverLessCurvedThanAllRowsSay() {
        damping.isKnown(new double[][] {{2, 0.5}}, new double[] {0.2});
        double[] extra = new double[3];
        damping.extra(new double[] {0.5, 1, 0.2}, 0, extra);
        assertThat(extra).containsExactly(1.5, 0, 0);

        damping.judge(1, -1);
        damping.extra(new double[] {0.5, 1, 0.2}, 0, extra);
        assertThat(extra[0]).isEqualTo(1.5 + damping.factor() * 2);
        assertThat(extra[1]).isEqualTo(damping.factor());
    }
}
