package io.github.l1bench.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import java.util.Random;

/** Claims about starts other than the solver's own. */
final class Starts {
    private static final double SHRINK = 0.95;
    private static final double WILD_SCORE = 1e6;

    private Starts() {}

    static void endsAtOnceFromTheOptimum(Subject subject, Fixture fixture) {
        Reference reference = Reference.of(fixture, subject.solver().name());
        assumeThat(reference.width())
                .as("relative gap of what a second solver found")
                .isLessThan(Fixture.TARGET / 2);
        Stopping stopping = Subject.rules(fixture);
        Solution solution =
                subject.solve(fixture.dense(), Request.until(stopping).from(reference.coefficients()));
        Subject.checkHonest(fixture.dense(), solution, stopping);
        assertThat(solution.status()).as("status").isEqualTo(Status.CERTIFIED);
        assertThat(solution.iterations()).as("iterations").isLessThanOrEqualTo(1);
    }

    static void nearbyStartDoesNotHurt(Subject subject, Fixture fixture) {
        Coefficients start =
                shrunk(Reference.of(fixture, subject.solver().name()).coefficients());
        // A stochastic path forgets its start for an epoch or two, before it remembers gradients.
        double[] budgets = subject.isSeeded() ? new double[] {40} : new double[] {6, 40};
        for (double passes : budgets) {
            Stopping stopping = Subject.rules(fixture).withinPasses(passes);
            double cold = objective(subject, fixture, Request.until(stopping));
            double warm = objective(subject, fixture, Request.until(stopping).from(start));
            assertThat(warm)
                    .as("objective after %s passes from near the optimum, against the solver's own start", passes)
                    .isLessThanOrEqualTo(cold * (1 + Fixture.TARGET));
        }
    }

    private static double objective(Subject subject, Fixture fixture, Request request) {
        return fixture.dense().objective(subject.solve(fixture.dense(), request).coefficients());
    }

    // As the solution for a slightly larger penalty would be: the same support, smaller weights.
    private static Coefficients shrunk(Coefficients optimum) {
        Coefficients copy = optimum.copy();
        for (double[] row : copy.weights()) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= SHRINK;
            }
        }
        return copy;
    }

    static void wildStartEndsHonestly(Subject subject, Fixture fixture) {
        MultinomialProblem problem = fixture.dense();
        Coefficients start = wild(problem);
        Stopping stopping = Subject.rules(fixture).withinPasses(Math.min(50, fixture.passes()));
        Solution solution = subject.solve(problem, Request.until(stopping).from(start));
        Subject.checkHonest(problem, solution, stopping);
        assertThat(problem.objective(solution.coefficients()))
                .as("objective, against that of the start")
                .isLessThanOrEqualTo(problem.objective(start) * (1 + 1e-12));
    }

    // Scores up to a million.
    private static Coefficients wild(MultinomialProblem problem) {
        Random random = new Random(1);
        double[][] weights = new double[problem.classes()][problem.features()];
        double[] x = problem.design().rowReader().row(0);
        double largest = 0;
        for (double[] row : weights) {
            double score = 0;
            for (int j = 0; j < row.length; j++) {
                row[j] = random.nextGaussian();
                score += row[j] * x[j];
            }
            largest = Math.max(largest, Math.abs(score));
        }
        double factor = largest > 0 ? WILD_SCORE / largest : 1;
        for (double[] row : weights) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
        double[] intercept = new double[problem.classes()];
        intercept[0] = WILD_SCORE;
        return new Coefficients(weights, intercept);
    }
}
