package io.github.l1bench.solver.coordinate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.SmallProblem;
import io.github.l1bench.problem.Certifier;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A look at all pairs, and the step of one class, against what the problem says. */
class ScanTest {
    private static Coefficients withNonzeros(MultinomialProblem problem, int nonzeros) {
        Random random = new Random(3);
        double[][] w = new double[problem.classes()][problem.features()];
        for (int q = 0; q < nonzeros; q++) {
            w[q % w.length][q / w.length] = 0.3 * random.nextGaussian();
        }
        Certifier certifier = new Certifier(problem);
        certifier.gap(new Coefficients(w, new double[w.length]), 1e-6);
        return new Coefficients(w, certifier.intercept().clone());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.02, 0.2})
    void knowsTheObjectiveAndTheWorstViolationOfAWeight(double lambda) {
        MultinomialProblem problem = SmallProblem.standardizedDense(lambda);
        Coefficients at = withNonzeros(problem, 20);
        Scan scan = new Scan(problem);

        scan.run(new DescentState(problem, at));

        // at the best intercept the column sums of the residuals vanish, so that weights alone count
        assertThat(scan.violation())
                .isCloseTo(new Certifier(problem).certify(at).kkt(), within(1e-11));
        assertThat(scan.objective()).isCloseTo(problem.objective(at), within(1e-13));
        double measure = at.l1Norm() > 0.1 * scan.objective() / lambda ? at.l1Norm() : 0.1 * scan.objective() / lambda;
        assertThat(scan.violationOfGap()).isCloseTo(scan.objective() / measure, within(1e-12));
    }

    /** 160 pairs of which all want in, and room for 25 a class, or for as many as are nonzero. */
    @ParameterizedTest
    @CsvSource({"0, 100", "30, 100", "49, 100", "60, 120", "90, 160"})
    void theActiveSetHoldsTheSupportAndTheLargestGradientsAsFarAsThereIsRoom(int nonzeros, int expected) {
        MultinomialProblem problem = SmallProblem.standardizedDense(1e-7);
        Coefficients at = withNonzeros(problem, nonzeros);
        Scan scan = new Scan(problem);
        DescentState state = new DescentState(problem, at);
        scan.run(state);
        Certifier certifier = new Certifier(problem);
        certifier.gap(at, 1e-6);

        int[][] set = scan.activeSet(state.weights);

        int size = 0;
        double smallestIn = Double.POSITIVE_INFINITY;
        double largestOut = 0;
        for (int k = 0; k < set.length; k++) {
            assertThat(set[k]).isSorted();
            size += set[k].length;
            for (int j = 0; j < problem.features(); j++) {
                double g = Math.abs(certifier.gradient()[k][j]);
                boolean in = Arrays.binarySearch(set[k], j) >= 0;
                if (at.weights()[k][j] != 0) {
                    assertThat(in).isTrue();
                } else if (in) {
                    smallestIn = Math.min(smallestIn, g);
                } else {
                    largestOut = Math.max(largestOut, g);
                }
            }
        }
        assertThat(size).isEqualTo(expected);
        assertThat(smallestIn).isGreaterThanOrEqualTo(largestOut);
    }

    @Test
    void aZeroWeightBelowThePenaltyStaysOut() {
        MultinomialProblem any = SmallProblem.standardizedDense(1);
        MultinomialProblem problem = any.withLambda(1.1 * any.lambdaMax());
        Scan scan = new Scan(problem);
        DescentState state = new DescentState(problem, problem.nullModel());
        scan.run(state);

        assertThat(scan.activeSet(state.weights)).isDeepEqualTo(new int[problem.classes()][0]);
        assertThat(scan.violation()).isZero();
    }

    /** Of an intercept alone, from where the classes are nearly sure: Newton's step goes beyond the other side. */
    @Test
    void aStepThatGoesTooFarIsShortenedUntilTheObjectiveFalls() {
        int n = 100;
        DMatrixRMaj raw = new DMatrixRMaj(n, 1);
        int[] labels = new int[n];
        Arrays.setAll(labels, i -> i < 73 ? 0 : 1);
        MultinomialProblem problem = new MultinomialProblem(new DenseDesign(raw), labels, 2, 1);
        Coefficients far = new Coefficients(new double[2][1], new double[] {3, 0});
        DescentState state = new DescentState(problem, far);
        new Scan(problem).run(state);
        ClassDescent step = new ClassDescent(problem, state);
        double before = problem.objective(far);
        for (int time = 0; time < 8; time++) {
            state.refreshExponentials();
            step.take(0, new int[0]);
            double after = problem.objective(state.coefficients());
            assertThat(after).isLessThanOrEqualTo(before + 1e-15);
            before = after;
        }
        // Newton's full step from 3 ends near -1.9, where the objective is larger
        assertThat(state.intercept()[0]).isCloseTo(Math.log(73 / 27.0), within(1e-6));
        assertThat(state.scores[0][5]).isCloseTo(state.intercept()[0], within(1e-14));
    }

    @Test
    void stepsOfOneClassReachItsOptimumAndCountTheirLooks() {
        MultinomialProblem problem = SmallProblem.standardizedSparse(0.01);
        DescentState state = new DescentState(problem, withNonzeros(problem, 12));
        Scan scan = new Scan(problem);
        scan.run(state);
        int[] features = {0, 1, 2, 7, 30};
        ClassDescent step = new ClassDescent(problem, state);
        double violation = 1;
        for (int time = 0; time < 25; time++) {
            state.refreshExponentials();
            violation = step.take(2, features);
        }

        assertThat(violation).isLessThan(1e-9);
        assertThat(problem.objective(state.coefficients())).isLessThan(scan.objective());
        // a look at a column is 1 / (2 p K) of a pass; a step takes a few at each of its five
        double looks = step.passes() * 2 * problem.features() * problem.classes();
        assertThat(looks).isBetween(25 * 5 * 2.0, 25 * 5 * 40.0);
        assertThat(looks).isCloseTo(Math.rint(looks), within(1e-6));
        assertThat(step.passes()).isZero();
    }
}
