package io.github.l1bench.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.l1bench.SmallProblem;
import io.github.l1bench.kernel.Team;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 377, 5000})
    void spreadOrderVisitsEverySampleOnceAndEvenly(int n) {
        int[] order = RowOrder.spread(n).first(n);

        int[] sorted = order.clone();
        Arrays.sort(sorted);
        assertThat(sorted).containsExactly(RowOrder.natural(n).first(n));
        int tenth = n / 10;
        if (tenth > 0) {
            int[] first = Arrays.copyOf(order, tenth);
            long inFirstHalf = Arrays.stream(first).filter(i -> i < n / 2).count();
            assertThat((double) inFirstHalf / tenth).isCloseTo(0.5, within(0.5 / tenth + 0.1));
        }
    }

    @Test
    void ordersAreInverseToEachOther() {
        RowOrder order = RowOrder.spread(300);
        double[] samples = new Random(1).doubles(300).toArray();
        double[] rows = new double[300];
        double[] back = new double[300];

        order.toRows(samples, rows);
        order.toSamples(rows, back);

        assertThat(back).containsExactly(samples);
        int[] labels = new Random(2).ints(300, 0, 9).toArray();
        int[] ofRows = order.labels(labels);
        int[] first = order.first(300);
        for (int i = 0; i < 300; i++) {
            assertThat(rows[i]).isEqualTo(samples[first[i]]);
            assertThat(ofRows[i]).isEqualTo(labels[first[i]]);
        }
    }

    @Test
    void innerDescentSolvesTheModelToItsOptimalityConditions() {
        double[][] h = {{2, 0.5, 0.1}, {0.5, 1, 0.2}, {0.1, 0.2, 3}};
        double[] g = {1, 0.25, 0.7};
        double[] w = {0.2, 0, 1};
        double[] d = w.clone();
        double lambda = 0.1;

        InnerDescent.minimize(h, g, d, lambda, InnerDescent.MAX_ROUNDS);

        assertThat(d[1]).isZero();
        assertThat(g[0] + lambda * Math.signum(d[0])).isCloseTo(0, within(1e-2));
        assertThat(Math.abs(g[1])).isLessThanOrEqualTo(lambda + 1e-2);
        assertThat(g[2]).as("the last coordinate is not penalised").isCloseTo(0, within(1e-2));
    }

    @Test
    void innerDescentKeepsACoordinateWithoutCurvatureAtZero() {
        double[] w = {0.5, 0};

        InnerDescent.minimize(new double[][] {{0, 0}, {0, 1}}, new double[] {0, 0}, w, 0.1, InnerDescent.MAX_ROUNDS);

        assertThat(w).containsExactly(0, 0);
    }

    @Test
    void innerDescentOfIndependentCoordinatesIsExactAndSaysHowFarTheFarthestGoes() {
        double[][] h = {{2, 0, 0}, {0, 4, 0}, {0, 0, 0.5}};
        double[] g = {3, -1, 0.25};
        double[] w = {0.5, 0, 2};

        double promise = InnerDescent.minimize(h, g, w, 0.5, InnerDescent.MAX_ROUNDS);

        // soft(h w - g, lambda) / h, and without the penalty for the last
        assertThat(w).usingComparatorWithPrecision(1e-14).containsExactly(-0.75, 0.125, 1.5);
        assertThat(g).usingComparatorWithPrecision(1e-14).containsExactly(0.5, -0.5, 0);
        assertThat(promise).isCloseTo(2 * 1.25 * 1.25, within(1e-14));
    }

    @Test
    void innerDescentOfCoordinatesThatDependOnEachOtherGoesOnUntilItIsNearTheOptimum() {
        double[][] h = {{1, 0.9, 0.8}, {0.9, 1, 0.9}, {0.8, 0.9, 1}};
        double[] start = {1, -0.4, 0.1};
        double[] g = start.clone();
        double[] w = new double[3];
        double lambda = 0.05;

        InnerDescent.minimize(h, g, w, lambda, InnerDescent.MAX_ROUNDS);

        for (int a = 0; a < 3; a++) {
            double exact = start[a];
            for (int b = 0; b < 3; b++) {
                exact += h[a][b] * w[b];
            }
            assertThat(g[a]).isCloseTo(exact, within(1e-13));
            double subgradient = w[a] == 0
                    ? Math.max(0, Math.abs(g[a]) - lambda)
                    : Math.abs(g[a] + (a == 2 ? 0 : lambda) * Math.signum(w[a]));
            assertThat(subgradient).isLessThan(0.03);
        }
    }

    @Test
    void innerDescentLeavesACoordinateAloneWhoseStepIsNotFinite() {
        double[] w = {0.5, 1};

        double promise = InnerDescent.minimize(
                new double[][] {{1, 0}, {0, 1}},
                new double[] {Double.POSITIVE_INFINITY, 0.25},
                w,
                0.1,
                InnerDescent.MAX_ROUNDS);

        assertThat(w).containsExactly(0.5, 0.75);
        assertThat(promise).isEqualTo(0.0625);
    }

    @Test
    void andersonFindsTheFixedPointOfALinearMapInAsManyStepsAsItHasDimensions() {
        double[][] map = {{0.9, 0.05, 0}, {0.02, 0.5, 0.1}, {0, 0.1, -0.3}};
        double[] fixed = {1, -2, 3};
        Anderson anderson = new Anderson(5);
        double[] x = {0, 0, 0};

        for (int it = 0; it < 4; it++) {
            double[] next = apply(map, x, fixed);
            anderson.add(x, next, new double[] {1, 1, 1});
            double[] c = anderson.coefficients();
            x = c == null ? next : anderson.combine(c);
        }

        assertThat(x).usingComparatorWithPrecision(1e-4).containsExactly(fixed);
    }

    /** Two steps along a line that differ by so little say that the fixed point is that many steps away. */
    @ParameterizedTest
    @CsvSource({"1e-2, true", "1e-3, true", "3e-5, false"})
    void andersonBelievesThousandsOfStepsButNotTensOfThousands(double difference, boolean believed) {
        Anderson anderson = new Anderson(2);
        double[] ones = {1, 1};
        anderson.add(new double[] {0, 0}, new double[] {1, 2}, ones);
        anderson.add(new double[] {1, 2}, new double[] {2 - difference, 4 - 2 * difference}, ones);

        double[] c = anderson.coefficients();

        assertThat(c != null).isEqualTo(believed);
        if (believed) {
            assertThat(anderson.combine(c)[0]).isCloseTo(1 / difference, withinPercentage(1));
        }
    }

    private static double[] apply(double[][] map, double[] x, double[] fixed) {
        double[] next = fixed.clone();
        for (int a = 0; a < x.length; a++) {
            for (int b = 0; b < x.length; b++) {
                next[a] += map[a][b] * (x[b] - fixed[b]);
            }
        }
        return next;
    }

    /** A state at some weights, looked at. */
    private static State state(MultinomialProblem problem, Reference[] reference, RowOrder order) {
        Random random = new Random(5);
        double[][] w = new double[problem.classes()][problem.features()];
        for (double[] row : w) {
            for (int j = 0; j < row.length; j += 3) {
                row[j] = 0.3 * random.nextGaussian();
            }
        }
        State state = new State(problem, order, new Coefficients(w, new double[problem.classes()]), Team.ALONE);
        reference[0] = new Reference(problem, order, Team.ALONE);
        reference[0].score(state);
        reference[0].peek(state);
        return state;
    }

    @Test
    void stateComputesTheObjectiveOfTheProblem() {
        MultinomialProblem problem = SmallProblem.standardizedSparse(0.01);
        State state = state(problem, new Reference[1], RowOrder.spread(problem.samples()));

        assertThat(state.objective()).isCloseTo(problem.objective(state.coefficients()), within(1e-13));
    }

    @Test
    void workingSetHoldsTheSupportAndTheLargestGradients() {
        MultinomialProblem problem = SmallProblem.standardizedSparse(0.01);
        Reference[] reference = new Reference[1];
        State state = state(problem, reference, RowOrder.natural(problem.samples()));
        int support = state.coefficients().nonzeros();

        WorkingSet all = WorkingSet.pick(state, reference[0], 0, Integer.MAX_VALUE);
        WorkingSet few = WorkingSet.pick(state, reference[0], 0, support + 10);
        WorkingSet none = WorkingSet.pick(state, reference[0], 1e9, Integer.MAX_VALUE);

        assertThat(all.pairs()).isEqualTo(problem.classes() * problem.features());
        assertThat(few.pairs()).isEqualTo(support + 10);
        assertThat(none.pairs()).isEqualTo(support);
        double smallestIn = Double.POSITIVE_INFINITY;
        double largestOut = 0;
        for (int k = 0; k < problem.classes(); k++) {
            int[] in = few.features()[k];
            assertThat(in[in.length - 1]).isEqualTo(problem.features());
            for (int j = 0; j < problem.features(); j++) {
                double g = Math.abs(reference[0].descent(k)[j]);
                if (state.weights()[k][j] == 0 && Arrays.binarySearch(in, j) >= 0) {
                    smallestIn = Math.min(smallestIn, g);
                } else if (state.weights()[k][j] == 0) {
                    largestOut = Math.max(largestOut, g);
                }
            }
        }
        assertThat(smallestIn).isGreaterThanOrEqualTo(largestOut);
    }

    @Test
    void theSupportIsInTheWorkingSetWhateverTheCapacityAndAThresholdIncludesWhatReachesIt() {
        MultinomialProblem problem = SmallProblem.standardizedSparse(0.01);
        Reference[] reference = new Reference[1];
        State state = state(problem, reference, RowOrder.natural(problem.samples()));
        int support = state.coefficients().nonzeros();
        double[] zeros = new double[problem.classes() * problem.features() - support];
        int count = 0;
        for (int k = 0; k < problem.classes(); k++) {
            for (int j = 0; j < problem.features(); j++) {
                if (state.weights()[k][j] == 0) {
                    zeros[count++] = Math.abs(reference[0].descent(k)[j]);
                }
            }
        }
        Arrays.sort(zeros);
        double third = zeros[zeros.length - 3];

        for (int capacity : new int[] {0, support - 1, support}) {
            assertThat(WorkingSet.pick(state, reference[0], 0, capacity).pairs())
                    .isEqualTo(support);
        }
        assertThat(WorkingSet.pick(state, reference[0], 0, support + 1).pairs()).isEqualTo(support + 1);
        assertThat(WorkingSet.pick(state, reference[0], third, support + 2).pairs())
                .isEqualTo(support + 2);
        assertThat(WorkingSet.pick(state, reference[0], third, support + 3).pairs())
                .isEqualTo(support + 3);
        assertThat(WorkingSet.pick(state, reference[0], Math.nextUp(third), Integer.MAX_VALUE)
                        .pairs())
                .isEqualTo(support + 2);
        assertThat(WorkingSet.pick(state, reference[0], 0, support + 90).pairs())
                .isEqualTo(support + 90);
    }

    @Test
    void sharedFeaturesAreThoseOfAllClassesWithoutTheIntercepts() {
        int ones = 40;
        WorkingSet set = new WorkingSet(new int[][] {{0, 3, 7, ones}, {3, 7, ones}, {1, 3, 7, ones}}, 8);

        assertThat(set.shared()).isDeepEqualTo(new int[][] {{1, 4, 8}, {2, 5, 9}});
    }

    @Test
    void sparseAndDenseColumnsAgree() {
        Design design = SmallProblem.standardizedSparse(0.01).design();
        WorkingColumns dense = new DenseColumns(design, Team.ALONE, Rules.ALL);
        WorkingColumns sparse = new SparseColumns(design, Team.ALONE);
        int[] features = {1, 5, 17, design.columns()};
        double[] w = new Random(3).doubles(design.rows()).toArray();
        double[] ordered = new double[w.length];
        dense.order().toRows(w, ordered);

        double[][] a = grams(dense, features, ordered);
        double[][] b = grams(sparse, features, w);

        for (int q = 0; q < features.length; q++) {
            for (int r = 0; r < features.length; r++) {
                assertThat(a[q][r]).isCloseTo(b[q][r], within(1e-5));
            }
        }
    }

    private static double[][] grams(WorkingColumns columns, int[] features, double[] w) {
        columns.require(Arrays.copyOf(features, features.length - 1));
        columns.setWeights(w, features);
        double[][] h = new double[features.length][features.length];
        for (int a = 0; a < features.length; a++) {
            WorkingColumns.Products products = columns.productsOf(features[a], 0);
            for (int b = 0; b < features.length; b++) {
                h[a][b] = products.with(features[b]);
            }
        }
        return h;
    }

    @Test
    void modelKeepsEntriesWhenTheWorkingSetChangesAsIfMadeAtOnce() {
        MultinomialProblem problem = SmallProblem.standardizedSparse(0.01);
        WorkingColumns columns = new SparseColumns(problem.design(), Team.ALONE);
        State state = state(problem, new Reference[1], columns.order());
        int ones = problem.features();
        int[] before = {2, 4, 9, ones};
        int[] after = {1, 4, 5, 9, 30, ones};
        columns.require(new int[] {1, 2, 4, 5, 9, 30});

        BlockModel changed = new BlockModel(true);
        changed.update(before, state, 1, columns);
        changed.update(after, state, 1, columns);
        BlockModel fresh = new BlockModel(true);
        fresh.update(after, state, 1, columns);

        for (int a = 0; a < after.length; a++) {
            assertThat(changed.hessian()[a]).usingComparatorWithPrecision(1e-14).containsExactly(fresh.hessian()[a]);
        }
    }

    @Test
    void lineSearchShortensAStepThatIsTooLongAndKeepsTheStateConsistent() {
        MultinomialProblem problem = SmallProblem.standardizedSparse(0.01);
        State state = state(problem, new Reference[1], RowOrder.natural(problem.samples()));
        double before = state.objective();
        double[] dz = new double[problem.samples()];
        double[] residual = new double[problem.samples()];
        state.residual(2, residual);
        double slope = 0;
        for (int i = 0; i < dz.length; i++) {
            dz[i] = 40 * residual[i];
            slope -= residual[i] * dz[i] / dz.length;
        }

        double t = new LineSearch(problem.samples()).search(state, 2, dz, u -> 0, slope, 1);

        assertThat(t).isBetween(1e-6, 0.999);
        assertThat(state.objective()).isLessThanOrEqualTo(before + 0.01 * t * slope + 1e-12);
        double kept = state.objective();
        state.refresh();
        assertThat(state.objective()).isCloseTo(kept, within(1e-12));
    }
}
