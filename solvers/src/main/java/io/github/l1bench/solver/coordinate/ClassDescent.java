package io.github.l1bench.solver.coordinate;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.SparseSums;
import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Arrays;
import org.ejml.data.DMatrixSparseCSC;

/**
 * One step on the weights and the intercept of one class, all others fixed. With p_i the probability of class k and
 * d_i = p_i (1 - p_i), the loss as a function of a change dz of that class's scores is modelled by
 *
 * <pre>
 *   (1/n) sum_i [ (p_i - [y_i = k]) dz_i + d_i dz_i^2 / 2 ],    dz_i = sum_j u_ij delta_j + shift,
 * </pre>
 *
 * which is exact to second order. The change of the intercept is minimised out: for every delta it is the one that makes
 * sum_i v_i = 0, where v_i = p_i - [y_i = k] + d_i dz_i is the model's gradient. Cyclic coordinate descent on the model
 * keeps v without the intercept's part; with m_j = sum_i u_ij d_i, h_j = (sum_i u_ij^2 d_i - m_j^2 / sum_i d_i) / n is the
 * curvature along coordinate j and g_j = (sum_i u_ij v_i - m_j sum_i v_i / sum_i d_i) / n its gradient.
 */
final class ClassDescent {
    private static final int MAX_CYCLES = 20;
    private static final double CYCLE_ACCURACY = 0.3;
    private static final double ARMIJO = 0.01;
    private static final int MAX_HALVINGS = 30;
    // The exponentials keep their accuracy while a score is at most this far above its reference.
    private static final double LONGEST_MOVE = 8;
    // Curvature left of a column that is constant, when the intercept is minimised out, is rounding.
    private static final double FLAT = 1e-10;
    private static final double ROUNDING = 1e-14;

    private final MultinomialProblem problem;
    private final DescentState state;
    private final DMatrixSparseCSC columns;
    private final int samples;
    private final double penalty;
    private final double entriesOfPass;
    private final boolean full;

    private final double[] rest;
    private final double[] curvature;
    private final double[] gradient;
    private final double[] move;
    private final double[] moved;
    private final double[] movedExponentials;
    private final double[] moments = new double[2];
    private final double[] columnMoment;
    private final double[] columnCurvature;
    private final double[] delta;
    private final int[] nonzeros;
    private double totalCurvature;
    private double totalGradient;
    private long looks;

    ClassDescent(MultinomialProblem problem, DescentState state) {
        this.problem = problem;
        this.state = state;
        this.columns = problem.design().uncenteredColumns();
        this.samples = problem.samples();
        this.penalty = problem.lambda() * samples;
        this.entriesOfPass = 2.0 * problem.design().entries() * problem.classes();
        this.full = problem.design().entries() == (long) samples * problem.features();
        this.rest = new double[samples];
        this.curvature = new double[samples];
        this.gradient = new double[samples];
        this.move = new double[samples];
        this.moved = new double[samples];
        this.movedExponentials = new double[samples];
        this.columnMoment = new double[problem.features()];
        this.columnCurvature = new double[problem.features()];
        this.delta = new double[problem.features()];
        this.nonzeros = new int[problem.features()];
    }

    /** Passes since this was last asked. */
    double passes() {
        double passes = looks / entriesOfPass;
        looks = 0;
        return passes;
    }

    /**
     * Takes the step for class k on {@code features}; the state's weights, offset, scores and exponentials of the class
     * are modified.
     *
     * @return the largest KKT violation met before the step, of the intercept and of the coordinates as visited
     */
    double take(int k, int[] features) {
        expand(k, features);
        double intercept = Math.abs(totalGradient);
        double first = cycle(k, features, features.length);
        int count = keepNonzeros(k, features);
        double last = first;
        for (int cycle = 1; cycle < MAX_CYCLES && last > CYCLE_ACCURACY * first; cycle++) {
            last = cycle(k, nonzeros, count);
        }
        step(k, features);
        return Math.max(intercept, first) / samples;
    }

    // The model at the present scores: curvature d, gradient v, and the moments of the columns.
    private void expand(int k, int[] features) {
        Arrays.fill(rest, 0);
        for (int l = 0; l < state.exponentials.length; l++) {
            if (l != k) {
                Vectors.axpy(1, state.exponentials[l], rest, samples);
            }
        }
        expand(state.exponentials[k], rest, gradient, curvature, samples);
        int[] labels = problem.labels();
        for (int i = 0; i < samples; i++) {
            if (labels[i] == k) {
                gradient[i] -= 1;
            }
        }
        totalCurvature = KERNELS.sum(curvature, samples);
        totalGradient = KERNELS.sum(gradient, samples);
        for (int j : features) {
            SparseSums.moments(columns, j, curvature, moments);
            columnMoment[j] = moments[0];
            double centred = moments[1] - moments[0] * moments[0] / totalCurvature;
            columnCurvature[j] = Math.max(centred, FLAT * moments[1]) + Double.MIN_NORMAL;
            delta[j] = 0;
            look(j);
        }
    }

    private static void expand(double[] e, double[] rest, double[] p, double[] d, int n) {
        for (int i = 0; i < n; i++) {
            double inverse = 1 / (e[i] + rest[i]);
            p[i] = e[i] * inverse;
            d[i] = p[i] * (rest[i] * inverse);
        }
    }

    // One cycle over the coordinates of the model; the largest change of a coordinate's gradient, times n.
    private double cycle(int k, int[] features, int count) {
        double[] w = state.weights[k];
        double largest = 0;
        for (int q = 0; q < count; q++) {
            int j = features[q];
            double h = columnCurvature[j];
            double g = SparseSums.dot(columns, j, gradient) - columnMoment[j] * totalGradient / totalCurvature;
            look(j);
            double before = w[j] + delta[j];
            double change = Vectors.softThreshold(h * before - g, penalty) / h - before;
            if (change != 0) {
                delta[j] += change;
                SparseSums.scatterWeighted(change, columns, j, curvature, gradient);
                totalGradient += change * columnMoment[j];
                look(j);
                largest = Math.max(largest, h * Math.abs(change));
            }
        }
        return largest;
    }

    // Later cycles pass by the weights that the first one left at zero.
    private int keepNonzeros(int k, int[] features) {
        int count = 0;
        for (int j : features) {
            if (state.weights[k][j] + delta[j] != 0) {
                nonzeros[count++] = j;
            }
        }
        return count;
    }

    private void look(int j) {
        looks += full ? samples : columns.col_idx[j + 1] - columns.col_idx[j];
    }

    private void step(int k, int[] features) {
        double offset = -totalGradient / totalCurvature;
        Arrays.fill(move, offset);
        for (int j : features) {
            if (delta[j] != 0) {
                SparseSums.scatter(delta[j], columns, j, move);
                look(j);
            }
        }
        double t = search(k, features);
        if (t == 0) {
            return;
        }
        for (int j : features) {
            double w = state.weights[k][j] + t * delta[j];
            state.weights[k][j] = w;
        }
        state.offsets[k] += t * offset;
        System.arraycopy(moved, 0, state.scores[k], 0, samples);
        System.arraycopy(movedExponentials, 0, state.exponentials[k], 0, samples);
    }

    // The step length, 0 if none lowers the objective; leaves scores and exponentials of the step in work arrays.
    private double search(int k, int[] features) {
        double largest = Vectors.maxAbs(move, samples);
        double slope = slope(k) + penaltyChange(k, features, 1);
        double t = largest > LONGEST_MOVE ? LONGEST_MOVE / largest : 1;
        for (int halving = 0; halving < MAX_HALVINGS; halving++, t /= 2) {
            System.arraycopy(state.scores[k], 0, moved, 0, samples);
            Vectors.axpy(t, move, moved, samples);
            KERNELS.exponentials(moved, state.reference, movedExponentials, 0, samples);
            double change = lossChange(k, t) + penaltyChange(k, features, t);
            if (change <= ARMIJO * t * slope || -slope < ROUNDING * samples && largest < 0.5) {
                return t;
            }
        }
        return 0;
    }

    // sum_i (p_i - [y_i = k]) dz_i
    private double slope(int k) {
        double total = 0;
        double[] e = state.exponentials[k];
        int[] labels = problem.labels();
        for (int i = 0; i < samples; i++) {
            total += (e[i] / (e[i] + rest[i]) - (labels[i] == k ? 1 : 0)) * move[i];
        }
        return total;
    }

    private double penaltyChange(int k, int[] features, double t) {
        double total = 0;
        for (int j : features) {
            double w = state.weights[k][j];
            total += Math.abs(w + t * delta[j]) - Math.abs(w);
        }
        return penalty * total;
    }

    // n times the change of the loss: sum_i log(s_new / s) - sum over the class of dz; one logarithm for 16 samples.
    private double lossChange(int k, double t) {
        double[] e = state.exponentials[k];
        int[] labels = problem.labels();
        double total = 0;
        for (int from = 0; from < samples; from += 16) {
            double ratio = 1;
            double ofClass = 0;
            for (int i = from; i < Math.min(samples, from + 16); i++) {
                ratio *= (rest[i] + movedExponentials[i]) / (rest[i] + e[i]);
                ofClass += labels[i] == k ? move[i] : 0;
            }
            total += Math.log(ratio) - t * ofClass;
        }
        return total;
    }
}
