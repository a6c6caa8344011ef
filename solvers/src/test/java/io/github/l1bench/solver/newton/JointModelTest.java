package io.github.l1bench.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.problem.Design;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JointModelTest extends JointSetting {
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

    @Test
    void aBlockThatCannotBeFactorisedIsPreconditionedByItsDiagonal() {
        makeIndefinite(1);
        JointModel model = new JointModel(state, columns, classStep, set);
        double[][] r = model.descent();

        double[] z = model.precondition(r)[1];

        int[] features = moving(1);
        for (int a = 0; a < features.length - 1; a++) {
            int place = Arrays.binarySearch(set.features()[1], features[a]);
            double h = classStep.model(1).hessian()[place][place];
            assertThat(z[a]).isCloseTo(r[1][a] / h, within(1e-6 * Math.abs(r[1][a] / h)));
        }
    }
}
