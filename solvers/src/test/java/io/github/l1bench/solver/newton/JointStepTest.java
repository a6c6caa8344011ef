package io.github.l1bench.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.SmallProblem;
import io.github.l1bench.kernel.Team;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JointStepTest {
    private final MultinomialProblem problem = SmallProblem.offCentre(0.003);
    private WorkingColumns columns;
    private State state;
    private WorkingSet set;
    private ClassStep classStep;

    @BeforeEach
    void start() {
        Random random = new Random(5);
        double[][] w = new double[problem.classes()][problem.features()];
        for (double[] row : w) {
            for (int j = 0; j < row.length; j += 3) {
                row[j] = 0.3 * random.nextGaussian();
            }
        }
        columns = new SparseColumns(problem.design(), Team.ALONE);
        state = new State(problem, columns.order(), new Coefficients(w, new double[w.length]), Team.ALONE);
        Reference reference = new Reference(problem, columns.order(), Team.ALONE);
        reference.score(state);
        reference.peek(state);
        set = WorkingSet.pick(state, reference, 0.7 * problem.lambda(), Integer.MAX_VALUE);
        classStep = new ClassStep(state, reference, columns, Rules.ALL);
        for (int k = 0; k < w.length; k++) {
            columns.require(set.features()[k]);
            classStep.model(k).update(set.features()[k], state, k, columns);
        }
    }

    @Test
    void theModelMultipliesWithTheHessianOfTheSoftmax() {
        JointModel model = new JointModel(state, columns, classStep, set);
        Random random = new Random(3);
        double[][] d = new double[problem.classes()][];
        for (int k = 0; k < d.length; k++) {
            d[k] = random.doubles(moving(k).length, -1, 1).toArray();
        }

        double[][] product = model.times(d);

        double[][] expected = byDefinition(d);
        for (int k = 0; k < d.length; k++) {
            assertThat(product[k]).containsExactly(expected[k], within(1e-12));
        }
    }

    // (1/n) sum_i sum_l x_ia p_ik ([k = l] - p_il) x_i'd_l with centred x, and a one at the end.
    private double[][] byDefinition(double[][] d) {
        int n = problem.samples();
        double[][] p = probabilities();
        double[][] product = new double[d.length][];
        for (int k = 0; k < d.length; k++) {
            product[k] = new double[d[k].length];
        }
        for (int i = 0; i < n; i++) {
            double[] moved = new double[d.length];
            for (int l = 0; l < d.length; l++) {
                for (int a = 0; a < d[l].length; a++) {
                    moved[l] += d[l][a] * entry(i, moving(l)[a]);
                }
            }
            for (int k = 0; k < d.length; k++) {
                double u = 0;
                for (int l = 0; l < d.length; l++) {
                    u += p[k][i] * ((k == l ? 1 : 0) - p[l][i]) * moved[l];
                }
                for (int a = 0; a < d[k].length; a++) {
                    product[k][a] += u * entry(i, moving(k)[a]) / n;
                }
            }
        }
        return product;
    }

    // The working features of class k whose weights are not zero, and the column of ones.
    private int[] moving(int k) {
        return Arrays.stream(set.features()[k])
                .filter(j -> j == problem.features() || state.weights()[k][j] != 0)
                .toArray();
    }

    private double entry(int i, int j) {
        Design design = problem.design();
        return j == design.columns() ? 1 : design.rowReader().row(i)[j] - columns.mean(j);
    }

    private double[][] probabilities() {
        double[][] p = new double[problem.classes()][problem.samples()];
        for (int i = 0; i < problem.samples(); i++) {
            for (int k = 0; k < p.length; k++) {
                p[k][i] = state.exponentials(k)[i] / state.sums()[i];
            }
        }
        return p;
    }

    @Test
    void theModelGoesDownhillAndCountsTheColumnsItReads() {
        JointModel model = new JointModel(state, columns, classStep, set);
        int working = 0;
        int moving = 0;
        for (int k = 0; k < problem.classes(); k++) {
            working += set.features()[k].length;
            moving += moving(k).length;
        }
        assertThat(moving).isLessThan(working);
        assertThat(model.columnsRead()).isEqualTo(working);

        double[][] descent = model.descent();

        double[][] p = probabilities();
        for (int k = 0; k < descent.length; k++) {
            int[] features = moving(k);
            assertThat(descent[k]).hasSameSizeAs(features);
            for (int a = 0; a < features.length; a++) {
                double g = 0;
                for (int i = 0; i < problem.samples(); i++) {
                    g += (p[k][i] - (problem.labels()[i] == k ? 1 : 0)) * entry(i, features[a]) / problem.samples();
                }
                double sign = a == features.length - 1 ? 0 : Math.signum(state.weights()[k][features[a]]);
                assertThat(descent[k][a]).isCloseTo(-g - problem.lambda() * sign, within(1e-13));
            }
        }
        descent[0][0] = 7;
        assertThat(model.descent()[0][0]).isNotEqualTo(7);
        model.times(model.descent());
        assertThat(model.columnsRead()).isEqualTo(working + 2.0 * moving);
    }

    @Test
    void aDirectionIsSpreadOverTheWorkingSetWithZerosWhereTheWeightsAre() {
        JointModel model = new JointModel(state, columns, classStep, set);
        double[][] d = model.descent();

        double[][] spread = model.spread(d, set);

        for (int k = 0; k < d.length; k++) {
            int[] features = set.features()[k];
            int q = 0;
            for (int a = 0; a < features.length; a++) {
                boolean moves = a == features.length - 1 || state.weights()[k][features[a]] != 0;
                assertThat(spread[k][a]).isEqualTo(moves ? d[k][q++] : 0);
            }
        }
    }

    /** Apart from one number added to all intercepts, which changes no softmax. */
    @Test
    void thePreconditionerInvertsTheBlockOfEachClass() {
        JointModel model = new JointModel(state, columns, classStep, set);
        double[][] r = model.descent();

        double[][] z = model.precondition(r);

        double shift = Double.NaN;
        for (int k = 0; k < r.length; k++) {
            int last = r[k].length - 1;
            double[] ofIntercept = new double[last + 1];
            ofIntercept[last] = 1;
            double[] h = timesAlone(model, k, ofIntercept, r)[k];
            double[] image = timesAlone(model, k, z[k], r)[k];
            shift = k == 0 ? (r[k][last] - image[last]) / h[last] : shift;
            for (int a = 0; a <= last; a++) {
                assertThat(image[a] + shift * h[a]).isCloseTo(r[k][a], within(1e-6 * max(r[k])));
            }
        }
    }

    private static double[][] timesAlone(JointModel model, int k, double[] x, double[][] shape) {
        double[][] alone = new double[shape.length][];
        for (int l = 0; l < shape.length; l++) {
            alone[l] = l == k ? x : new double[shape[l].length];
        }
        return model.times(alone);
    }

    /** There H is zero, and conjugate gradients would divide by rounding. */
    @Test
    void thePreconditionerHasNoPartThatMovesAllInterceptsAlike() {
        JointModel model = new JointModel(state, columns, classStep, set);
        double[][] r = model.descent();
        double[][] z = model.precondition(r);
        double sum = 0;
        for (double[] row : z) {
            sum += row[row.length - 1];
        }
        for (double[] row : r) {
            row[row.length - 1] += 0.5;
        }

        double[][] ofShifted = model.precondition(r);

        assertThat(sum).isCloseTo(0, within(1e-13));
        for (int k = 0; k < z.length; k++) {
            assertThat(ofShifted[k]).containsExactly(z[k], within(1e-11 * max(z[k])));
        }
    }

    private static double max(double[] x) {
        return Arrays.stream(x).map(Math::abs).max().orElseThrow();
    }

    @Test
    void repeatedStepsReachTheOptimumOverTheNonzeroWeights() {
        Trials trials = new Trials(state, columns);
        JointStep step = new JointStep(state, columns, classStep, trials);
        double before = state.objective();
        for (int repeat = 0; repeat < 10; repeat++) {
            step.descend(set);
            assertThat(state.objective()).isLessThanOrEqualTo(before);
            before = state.objective();
        }

        assertThat(state.objective()).isCloseTo(problem.objective(state.coefficients()), within(1e-12));
        for (double[] descent : new JointModel(state, columns, classStep, set).descent()) {
            assertThat(max(descent)).isLessThan(1e-5 * problem.lambda());
        }
        assertThat(step.takeColumnsRead()).isPositive();
        assertThat(step.takeColumnsRead()).isZero();
    }

    @Test
    void weightsThatAreZeroStayZeroAndNoneChangesItsSign() {
        double[][] start = state.coefficients().copy().weights();

        new JointStep(state, columns, classStep, new Trials(state, columns)).descend(set);

        for (int k = 0; k < start.length; k++) {
            for (int j = 0; j < start[k].length; j++) {
                assertThat(state.weights()[k][j] * Math.signum(start[k][j])).isGreaterThanOrEqualTo(0);
                assertThat(start[k][j] == 0 && state.weights()[k][j] != 0).isFalse();
            }
        }
    }
}
