package io.github.l1bench.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JointDescentTest {
    private static final double LAMBDA = 0.3;
    // Of what tells columns apart, the share of columns that are all nearly the same.
    private static final double NEARLY = 1e-3;

    // A sum of `rank` squares, and nothing along the shifts of a feature in all classes.
    private static double[][] hessian(Random random, int classes, int m, int rank) {
        double[][] h = new double[classes * m][classes * m];
        for (int r = 0; r < rank; r++) {
            double[] u = random.doubles(m, -1, 1).toArray();
            double[] p = random.doubles(classes).toArray();
            double sum = java.util.Arrays.stream(p).sum();
            for (int a = 0; a < h.length; a++) {
                for (int b = 0; b < h.length; b++) {
                    double pa = p[a / m] / sum;
                    double pb = p[b / m] / sum;
                    h[a][b] += pa * ((a / m == b / m ? 1 : 0) - pb) * u[a % m] * u[b % m];
                }
            }
        }
        return h;
    }

    private static double[] gradient(double[][] h, double[] g, double[] from, double[] to) {
        double[] sum = g.clone();
        for (int a = 0; a < g.length; a++) {
            for (int b = 0; b < g.length; b++) {
                sum[a] += h[a][b] * (to[b] - from[b]);
            }
        }
        return sum;
    }

    // Of the model at d = 0: what it is the gradient of lies in the range of H.
    private static double[] start(Random random, double[][] h) {
        double[] to = random.doubles(h.length, -3, 3).toArray();
        return gradient(h, new double[h.length], new double[h.length], to);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 12, 4})
    void reachesTheOptimalityConditionsOfTheModel(int rank) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            WorkingSet set = WorkingSet.all(7, 3);
            double[][] h = hessian(random, 3, 8, rank);
            double[] g = start(random, h);
            double[] w = random.doubles(24, -1, 1).toArray();
            double[] from = w.clone();
            double[] modelGradient = g.clone();

            new JointDescent(set, h).minimize(modelGradient, w, LAMBDA, 1e-7);

            double[] exact = gradient(h, g, from, w);
            assertThat(JointDescent.violation(exact, w, set.intercepts(), LAMBDA))
                    .isLessThan(2e-7);
            for (int a = 0; a < 24; a++) {
                assertThat(modelGradient[a]).isBetween(exact[a] - 1e-9, exact[a] + 1e-9);
            }
        }
    }

    /** Coordinates alone end far from there; a round over all of them is 576 multiply-adds. */
    @Test
    void nearlyDependentColumnsDoNotMakeItCreep() {
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            WorkingSet set = WorkingSet.all(7, 3);
            double[][] h = hessian(random, 3, 8, 40);
            for (int a = 0; a < 24; a++) {
                for (int b = 0; b < 24; b++) {
                    h[a][b] = NEARLY * h[a][b] + 20 * ((a / 8 == b / 8 ? 1 : 0) - 1 / 3.0);
                }
            }
            double[] g = start(random, h);
            double[] w = random.doubles(24, -1, 1).toArray();
            double[] from = w.clone();
            JointDescent descent = new JointDescent(set, h);

            descent.minimize(g.clone(), w, NEARLY * LAMBDA, 1e-9);

            assertThat(JointDescent.violation(gradient(h, g, from, w), w, set.intercepts(), NEARLY * LAMBDA))
                    .isLessThan(1e-8);
            assertThat(descent.multiplied()).isBetween(20_000.0, 200_000.0);
        }
    }

    @Test
    void takesTheMedianOffWhatAllClassesHave() {
        WorkingSet set = WorkingSet.all(1, 3);
        double[] w = {5, 0, 6, 0, 8, 0};

        new JointDescent(set, new double[6][6]).minimize(new double[6], w, 0, 10);

        assertThat(w).containsExactly(-1, 0, 0, 0, 2, 0);
    }

    @Test
    void leavesWhatIsOptimalAlone() {
        WorkingSet set = WorkingSet.all(1, 2);
        double[][] h = {{1, 0, -1, 0}, {0, 1, 0, -1}, {-1, 0, 1, 0}, {0, -1, 0, 1}};
        double[] w = {0.5, 0, 0, 0};
        double[] g = {-LAMBDA, 0, LAMBDA, 0};
        JointDescent descent = new JointDescent(set, h);

        descent.minimize(g, w, LAMBDA, 1e-12);

        assertThat(w).containsExactly(0.5, 0, 0, 0);
        assertThat(descent.multiplied()).isZero();
    }

    @Test
    void violationsAreThoseOfTheOptimalityConditions() {
        boolean[] free = {false, false, false, true};
        assertThat(JointDescent.violation(new double[] {0.1, -0.1, 0.2, 0}, new double[] {1, 0, -1, 9}, free, 0.3))
                .isEqualTo(0.4);
        assertThat(JointDescent.violation(new double[] {-0.3, 0.5, 0.3, 0}, new double[] {1, 0, -1, 9}, free, 0.3))
                .isEqualTo(0.2);
        assertThat(JointDescent.violation(new double[] {-0.3, 0, 0, -0.7}, new double[] {1, 0, 0, 9}, free, 0.3))
                .isEqualTo(0.7);
    }
}
