package io.github.l1bench.spark.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Kkt;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The models from the driver's rows, where these are all rows, against sums of all rows. */
class SampleModelTest {
    private static final double LAMBDA = 0.004;
    private static final int FEATURES = 30;
    private static final int CLASSES = 4;

    private final Cluster cluster =
            Fixtures.Rows.drawn(7, 300, FEATURES, CLASSES, 0.4).cluster(64);
    private final Facts facts = Facts.of(cluster.sum(block -> Summary.of(block, 1000)));
    private final MultinomialProblem problem = Fixtures.problem(cluster, LAMBDA);
    private final Coefficients at = Fixtures.coefficients(8, FEATURES, CLASSES, 0.5, 0.4);

    private Answer answer(WorkingPairs pairs, double[] center) {
        double[] inverse = Arrays.stream(facts.standardization().scale())
                .map(scale -> 1 / scale)
                .toArray();
        return cluster.sum(new Question(facts.point(at), null, new double[0], pairs, inverse, center, false, 1, 0));
    }

    private double[][] probabilities() {
        double[][] p = new double[CLASSES][300];
        problem.design().products(CLASSES).scores(at.weights(), at.intercept(), p);
        for (int i = 0; i < 300; i++) {
            double sum = 0;
            for (double[] row : p) {
                row[i] = Math.exp(row[i]);
                sum += row[i];
            }
            for (double[] row : p) {
                row[i] /= sum;
            }
        }
        return p;
    }

    @Test
    void theStepOfAQuadraticIsThatOfTheCurvatureThatExecutorsSum() {
        WorkingPairs some = WorkingPairs.of(at.weights(), new double[CLASSES][FEATURES], LAMBDA, 1, 1000);
        Answer answer = answer(some, new double[0]);
        double[][] gradient = facts.gradient(answer);
        double[] residual = facts.residual(answer);
        double[][] nothing = new double[CLASSES][FEATURES + 1];
        Step packed = new PackedModel(facts, some, answer, 0).solve(at, gradient, residual, LAMBDA);
        Step sampled =
                new SampleModel(problem.design(), some, probabilities(), nothing).solve(at, gradient, residual, LAMBDA);

        assertThat(packed.promise()).isPositive();
        assertThat(sampled.promise()).isCloseTo(packed.promise(), within(1e-3 * packed.promise()));
    }

    @Test
    void theDiagonalOfAllRowsIsThatOfTheBlocks() {
        Answer answer = answer(WorkingPairs.NONE, facts.standardization().center());
        double[][] diagonal = facts.diagonal(answer);
        double[] spread = facts.spread(answer);
        int[] all = java.util.stream.IntStream.range(0, FEATURES).toArray();
        for (int k = 0; k < CLASSES; k++) {
            double[] q = Arrays.stream(probabilities()[k]).map(p -> p * (1 - p)).toArray();
            double[][] h = new ClassBlock(problem.design(), all, q).curvature();
            for (int j = 0; j < FEATURES; j++) {
                assertThat(diagonal[k][j]).isCloseTo(h[j][j], within(1e-12));
            }
            assertThat(spread[k]).isCloseTo(h[FEATURES][FEATURES], within(1e-12));
        }
    }

    @Test
    void theMinimumOfAllRowsIsTheProblemsAndKeepsItsPromise() {
        Answer answer = answer(WorkingPairs.NONE, facts.standardization().center());
        double[][] gradient = facts.gradient(answer);
        double[] residual = facts.residual(answer);
        Step step = new TiltedSample(problem, at, gradient, residual, new Damping()).minimum(1e-6);

        double before = Kkt.residual(at, gradient, residual, LAMBDA);
        assertThat(problem.objective(at) - problem.objective(step.to())).isCloseTo(step.promise(), within(1e-10));
        assertThat(Kkt.residual(step.to(), step.gradient(), new double[CLASSES], LAMBDA))
                .isLessThan(1e-5 * before);
    }
}
