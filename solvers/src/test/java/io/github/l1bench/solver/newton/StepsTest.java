package io.github.l1bench.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.SmallProblem;
import io.github.l1bench.kernel.Team;
import io.github.l1bench.problem.Certifier;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps of a sweep, each against what the problem itself says of the point it leads to. */
class StepsTest {
    private static final MultinomialProblem PROBLEM = SmallProblem.offCentre(0.003);

    private final WorkingColumns columns = new SparseColumns(PROBLEM.design(), Team.ALONE);
    private final State state = new State(PROBLEM, columns.order(), start(), Team.ALONE);
    private final Reference reference = new Reference(PROBLEM, columns.order(), Team.ALONE);
    private final ClassStep classStep = new ClassStep(state, reference, columns, Rules.ALL);
    private final WorkingSet set;

    StepsTest() {
        reference.score(state);
        reference.peek(state);
        set = WorkingSet.pick(state, reference, 0.5 * PROBLEM.lambda(), Integer.MAX_VALUE);
        for (int[] features : set.features()) {
            columns.require(features);
        }
    }

    private static Coefficients start() {
        Random random = new Random(8);
        double[][] w = new double[PROBLEM.classes()][PROBLEM.features()];
        for (double[] row : w) {
            for (int j = 0; j < row.length; j += 2) {
                row[j] = 0.2 * random.nextGaussian();
            }
        }
        return new Coefficients(w, new double[] {0.3, -0.1, 0, 0.2});
    }

    private void requireConsistent() {
        double[][] scores = new double[PROBLEM.classes()][PROBLEM.samples()];
        PROBLEM.design().products(PROBLEM.classes()).scores(state.weights(), state.intercept(), scores);
        for (int k = 0; k < scores.length; k++) {
            assertThat(state.scores()[k]).containsExactly(scores[k], within(1e-11));
        }
        assertThat(state.objective()).isCloseTo(PROBLEM.objective(state.coefficients()), within(1e-12));
    }

    // dP/dW + lambda sign W along the features of class k, from the problem.
    private double[] exactGradient(int k) {
        double[][] residuals = new double[PROBLEM.classes()][PROBLEM.samples()];
        for (int l = 0; l < residuals.length; l++) {
            state.residual(l, residuals[l]);
        }
        double[][] gradient = new double[PROBLEM.classes()][PROBLEM.features()];
        PROBLEM.design().products(PROBLEM.classes()).gradient(residuals, gradient);
        return Arrays.stream(gradient[k]).map(g -> -g).toArray();
    }

    @Test
    void everyClassStepLowersTheObjectiveAndKeepsTheScores() {
        for (int sweep = 0; sweep < 3; sweep++) {
            for (int k = 0; k < PROBLEM.classes(); k++) {
                double before = state.objective();
                classStep.step(k, set.features()[k]);
                assertThat(state.objective()).isLessThan(before);
                requireConsistent();
            }
        }
        assertThat(classStep.takeColumnsRead()).isPositive();
        assertThat(classStep.takeColumnsRead()).isZero();
    }

    @Test
    void gradientsBetweenLooksAreExact() {
        classStep.step(1, set.features()[1]);
        for (int k : new int[] {1, 3}) {
            double[] g = classStep.gradient(k, set.features()[k]);
            double[] exact = exactGradient(k);
            double[] residual = new double[PROBLEM.samples()];
            state.residual(k, residual);
            double ofIntercept = -Arrays.stream(residual).sum() / residual.length;
            for (int a = 0; a < g.length - 1; a++) {
                int j = set.features()[k][a];
                assertThat(g[a]).isCloseTo(exact[j] - columns.mean(j) * ofIntercept, within(1e-13));
            }
            assertThat(g[g.length - 1]).isCloseTo(ofIntercept, within(1e-15));
        }
    }

    @Test
    void theResidualOfAClassIsItsWorstViolationBeforeTheStep() {
        int k = 2;
        int[] features = set.features()[k];
        state.intercept()[k] += 8;
        reference.score(state);
        reference.peek(state);
        double[] g = classStep.gradient(k, features);
        double worst = 0;
        for (int a = 0; a < features.length - 1; a++) {
            double w = state.weights()[k][features[a]];
            worst = Math.max(
                    worst, w == 0 ? Math.abs(g[a]) - state.lambda() : Math.abs(g[a] + state.lambda() * Math.signum(w)));
        }

        assertThat(Math.abs(g[g.length - 1]))
                .as("the intercept, which is not in it, is further off")
                .isGreaterThan(2 * worst);

        classStep.step(k, features);

        assertThat(classStep.kkt()).isCloseTo(worst, within(1e-15));
    }

    @Test
    void aCautiousStepGoesToTheMinimumUnderMoreCurvature() {
        int[] features = set.features()[2];
        classStep.step(2, features);
        BlockModel model = classStep.model(2);
        model.afterStep(true);
        double[] expected = weights(2, features);
        double[][] more = Arrays.stream(model.hessian())
                .map(row -> Arrays.stream(row).map(h -> model.factor() * h).toArray())
                .toArray(double[][]::new);
        InnerDescent.minimize(more, classStep.gradient(2, features), expected, state.lambda(), InnerDescent.MAX_ROUNDS);

        classStep.step(2, features);

        double[] reached = weights(2, features);
        assertThat(Arrays.copyOf(reached, reached.length - 1))
                .containsExactly(Arrays.copyOf(expected, reached.length - 1), within(1e-12));
        assertThat(model.factor()).as("after a whole step").isEqualTo(1);
    }

    @Test
    void aShortenedStepMakesTheNextOneCautious() {
        int[] features = set.features()[0];
        for (int i = 0; i < PROBLEM.samples(); i++) {
            state.scores()[0][i] += 20;
        }
        state.refresh();

        classStep.step(0, features);

        assertThat(classStep.model(0).factor()).isGreaterThan(1);
    }

    // Of the features, and 0 for the column of ones.
    private double[] weights(int k, int[] features) {
        double[] w = new double[features.length];
        for (int a = 0; a < w.length - 1; a++) {
            w[a] = state.weights()[k][features[a]];
        }
        return w;
    }

    @Test
    void manyStepsOfOneClassApproachItsOptimum() {
        classStep.step(0, set.features()[0]);
        double first = classStep.kkt();
        for (int time = 0; time < 60; time++) {
            classStep.step(0, set.features()[0]);
        }
        assertThat(classStep.kkt()).isLessThan(1e-3 * first);
    }

    @Test
    void aLookAtTheCertificateGivesTheExactGradient() {
        Certifier certifier = new Certifier(PROBLEM);
        certifier.gap(start(), 1e-6);

        reference.take(certifier, state);

        double largest = 0;
        for (int k = 0; k < PROBLEM.classes(); k++) {
            assertThat(reference.descent(k)).containsExactly(certifier.gradient()[k], within(1e-15));
            assertThat(reference.residual(k)).containsExactly(certifier.residuals()[k], within(1e-15));
            double mean = Arrays.stream(certifier.residuals()[k]).sum() / PROBLEM.samples();
            assertThat(reference.gradient(k, 3, 0.7))
                    .isCloseTo(0.7 * mean - certifier.gradient()[k][3], within(1e-15));
            for (double g : certifier.gradient()[k]) {
                largest = Math.max(largest, Math.abs(g));
            }
        }
        assertThat(reference.largestGradient()).isEqualTo(largest);
        assertThat(state.intercept()).containsExactly(certifier.intercept(), within(1e-14));
        requireConsistent();
    }

    /** Along the residuals and a wild direction, which makes a full step too long. */
    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "1, 0.1", "3, 0.1", "30, 0.1", "1000, 0.1", "2, 1", "5, 1", "7, 1", "100, 1"})
    void aLineSearchTakesTheFirstHalvingThatDescendsEnough(double size, double wild) {
        int n = PROBLEM.samples();
        int k = 1;
        double[] residual = new double[n];
        double[] dz = new double[n];
        state.residual(k, residual);
        double slope = 0;
        for (int i = 0; i < n; i++) {
            dz[i] = size * (residual[i] + wild * Math.sin(i));
            slope -= residual[i] * dz[i] / n;
        }
        assertThat(slope).isNegative();
        double weight = -0.2 * slope;
        double longest = 8 / Arrays.stream(dz).map(Math::abs).max().orElseThrow();
        double before = state.loss();
        double[] old = state.scores()[k].clone();
        double expected = Math.min(1, longest);
        while (lossAt(k, old, dz, expected) - before + weight * expected > 0.01 * expected * slope) {
            expected /= 2;
        }

        LineSearch search = new LineSearch(n);
        double t = search.search(state, k, dz, u -> weight * u, slope, 1);

        assertThat(t).isCloseTo(expected, within(1e-15));
        assertThat(search.moved()).isCloseTo(t * 8 / longest, within(1e-12));
        assertThat(state.loss()).isCloseTo(lossAt(k, old, dz, t), within(1e-13));
        for (int i = 0; i < n; i++) {
            assertThat(state.scores()[k][i]).isCloseTo(old[i] + t * dz[i], within(1e-13));
        }
        if (wild == 1 && size >= 5 && size <= 7) {
            assertThat(t).as("too long a step is halved").isLessThan(Math.min(1, longest));
        }
    }

    /** Probabilities near 0 and 1, where Newton's model is wrong and full steps would climb. */
    @Test
    void stepsFromFarAwayDescendToo() {
        for (double[] w : state.weights()) {
            for (int j = 0; j < w.length; j++) {
                w[j] *= 12;
            }
        }
        reference.score(state);
        reference.peek(state);
        double before = state.objective();
        for (int step = 0; step < 24; step++) {
            int k = step % PROBLEM.classes();
            classStep.step(k, set.features()[k]);
            assertThat(state.objective()).isLessThanOrEqualTo(before);
            requireConsistent();
            before = state.objective();
        }
    }

    private double lossAt(int k, double[] old, double[] dz, double t) {
        double total = 0;
        for (int i = 0; i < old.length; i++) {
            double sum = 0;
            double own = 0;
            for (int l = 0; l < PROBLEM.classes(); l++) {
                double z = l == k ? old[i] + t * dz[i] : state.scores()[l][i];
                sum += Math.exp(z);
                own = PROBLEM.labels()[i] == l ? z : own;
            }
            total += Math.log(sum) - own;
        }
        return total / old.length;
    }

    /** Small steps multiply exponentials where large ones take them anew. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.1, 0.5})
    void exponentialsAndSumsAfterAStepAreThoseOfTheScores(double size) {
        double[] dz = new double[PROBLEM.samples()];
        state.residual(1, dz);
        double largest = Arrays.stream(dz).map(Math::abs).max().orElseThrow();
        Arrays.setAll(dz, i -> size / largest * dz[i]);

        assertThat(new LineSearch(dz.length).search(state, 1, dz, u -> 0, -1e-9, 1))
                .isEqualTo(1);

        double[] e = state.exponentials(1).clone();
        double[] s = state.sums().clone();
        double[] c = state.maxima().clone();
        state.refresh();
        for (int i = 0; i < s.length; i++) {
            double shift = Math.exp(state.maxima()[i] - c[i]);
            assertThat(e[i]).isCloseTo(state.exponentials(1)[i] * shift, within(1e-13 * e[i]));
            assertThat(s[i]).isCloseTo(state.sums()[i] * shift, within(1e-13 * s[i]));
        }
    }

    @Test
    void aStepThatOnlyClimbsIsNotTaken() {
        int n = PROBLEM.samples();
        double[] dz = new double[n];
        state.residual(1, dz);
        Arrays.setAll(dz, i -> -dz[i]);
        double before = state.loss();
        double[] old = state.scores()[1].clone();
        LineSearch search = new LineSearch(n);

        assertThat(search.search(state, 1, dz, u -> 0, -1, 1)).isZero();
        assertThat(search.moved()).isZero();
        assertThat(state.scores()[1]).isEqualTo(old);
        assertThat(state.loss()).isEqualTo(before);
        assertThat(search.search(state, 1, dz, u -> 0, -1, 1e-15))
                .as("a promise that rounding hides is trusted")
                .isEqualTo(1);
    }

    @Test
    void extrapolatedSweepsNeverRaiseTheObjectiveAndAreSooner() {
        double alone = objectiveAfterSweeps(false);
        double accelerated = new StepsTest().objectiveAfterSweeps(true);

        assertThat(accelerated).isLessThan(alone);
    }

    private double objectiveAfterSweeps(boolean accelerate) {
        Acceleration acceleration = new Acceleration(state, new Trials(state, columns), classStep, Rules.ALL);
        for (int sweep = 0; sweep < 12; sweep++) {
            acceleration.beginSweep(set);
            for (int k = 0; k < PROBLEM.classes(); k++) {
                classStep.step(k, set.features()[k]);
            }
            double swept = state.objective();
            double[][] old = state.coefficients().copy().weights();
            if (accelerate) {
                acceleration.extrapolate(set);
                for (int k = 0; k < old.length; k++) {
                    for (int j = 0; j < old[k].length; j++) {
                        double sign = Math.signum(old[k][j]);
                        assertThat(Math.signum(state.weights()[k][j])).isIn(sign, 0.0, -0.0);
                    }
                }
                assertThat(state.objective()).isLessThanOrEqualTo(swept + 1e-15);
                requireConsistent();
            }
        }
        return state.objective();
    }

    @Test
    void aTrialMovesWeightsInterceptsAndScoresTogetherAndCanBeTakenBack() {
        Trials trials = new Trials(state, columns);
        double[] here = trials.point(set);
        double before = trials.objective(set);
        double[] there = new Random(2).doubles(here.length, -1, 1).toArray();

        trials.move(set, here, there);

        requireConsistent();
        assertThat(trials.point(set)).isEqualTo(there);
        assertThat(trials.objective(set)).isCloseTo(PROBLEM.objective(state.coefficients()), within(1e-12));
        assertThat(trials.takeColumnsRead()).isEqualTo(here.length);
        assertThat(trials.takeColumnsRead()).isZero();

        trials.undo(set, here);
        trials.move(set, here, there);
        assertThat(trials.takeColumnsRead()).isEqualTo(here.length);

        trials.undo(set, here);

        requireConsistent();
        assertThat(trials.point(set)).isEqualTo(here);
        assertThat(trials.objective(set)).isEqualTo(before);
    }

    @Test
    void andersonsCombinationHasTheSmallestStepOfAllAffineOnes() {
        Random random = new Random(6);
        double[] scale = {1, 2, 0.5, 1, 3, 1};
        int memory = 3;
        Anderson anderson = new Anderson(memory);
        double[][] steps = new double[5][];
        double[][] results = new double[5][];
        double[] c = null;
        for (int it = 0; it < steps.length; it++) {
            double[] x = random.doubles(6, -1, 1).toArray();
            double[] fx = random.doubles(6, -1, 1).toArray();
            steps[it] = new double[6];
            for (int q = 0; q < 6; q++) {
                steps[it][q] = scale[q] * (fx[q] - x[q]);
            }
            results[it] = fx;
            anderson.add(x, fx, scale);
            c = anderson.coefficients();
            assertThat(c == null).isEqualTo(it == 0);
        }

        assertThat(c).hasSize(memory);
        assertThat(Arrays.stream(c).sum()).isCloseTo(1, within(1e-12));
        double[] combined = combination(c, steps);
        for (int i = 1; i < memory; i++) {
            // the smallest combination is orthogonal to every difference of two steps
            double slope = 0;
            for (int q = 0; q < 6; q++) {
                slope += combined[q] * (steps[2 + i][q] - steps[2][q]);
            }
            assertThat(slope).isCloseTo(0, within(1e-7));
        }
        assertThat(anderson.combine(c)).containsExactly(combination(c, results), within(1e-12));
        anderson.restart();
        anderson.add(results[0], results[1], scale);
        assertThat(anderson.coefficients()).isNull();
        anderson.add(results[1], results[1], scale);
        assertThat(anderson.coefficients()).as("a step of nothing").isNull();
    }

    // of the last rows, as many as there are factors
    private static double[] combination(double[] c, double[][] rows) {
        double[] sum = new double[rows[0].length];
        for (int i = 0; i < c.length; i++) {
            for (int q = 0; q < sum.length; q++) {
                sum[q] += c[i] * rows[rows.length - c.length + i][q];
            }
        }
        return sum;
    }
}
