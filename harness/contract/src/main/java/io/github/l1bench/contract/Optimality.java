package io.github.l1bench.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;

/** Claims about what a solver finds. */
final class Optimality {
    private static final double ROUNDING = 1e-11;
    private static final double TIGHT = 1e-9;
    // A stochastic path leaves zero at once and comes back, within its passes, only where the gradient is below the
    // penalty by a margin.
    private static final double MARGIN = 0.05;
    private static final double MORE_PASSES = 4;
    // How far below lambda max is just below.
    private static final double BELOW = 1e-3;
    private static final double NEAR = 1e-2;

    private Optimality() {}

    static void gapIsAsClaimed(Subject subject, Fixture fixture) {
        Solution solution = subject.solution(fixture);
        Subject.checkHonest(fixture.dense(), solution, Subject.rules(fixture));
        subject.checkPace(fixture, fixture.dense(), solution);
    }

    static void objectiveIsTheOptimums(Subject subject, Fixture fixture) {
        Coefficients found = subject.solution(fixture).coefficients();
        Certificate certificate = Certificate.of(fixture.dense(), found);
        double objective = PlainDescent.objective(fixture.dense(), found);
        assertThat(certificate.primal())
                .as("the certificate's objective, against a textbook's")
                .isCloseTo(objective, within(ROUNDING * objective));
        Reference reference = Reference.of(fixture, subject.solver().name());
        double rounding = ROUNDING * reference.upper();
        assertThat(objective).as("objective").isGreaterThanOrEqualTo(reference.lower() - rounding);
        assertThat(certificate.dual()).as("dual objective").isLessThanOrEqualTo(reference.upper() + rounding);
        fixture.golden()
                .ifPresent(golden -> assertThat(objective - golden)
                        .as("excess over the golden optimum")
                        .isBetween(-rounding, certificate.gap() + rounding));
    }

    static void weightsAreZeroFromLambdaMaxOn(Subject subject, Fixture fixture) {
        double margin = subject.isSeeded() ? MARGIN : 1e-9;
        for (double factor : new double[] {1 + margin, 10}) {
            MultinomialProblem problem =
                    underPenalty(fixture, factor * fixture.dense().lambdaMax());
            Stopping stopping = Stopping.atRelativeGap(TIGHT).withinPasses(MORE_PASSES * fixture.passes());
            Solution solution = subject.solve(problem, Request.until(stopping));
            Certificate certificate = Subject.checkHonest(problem, solution, stopping);
            if (solution.status() == Status.CERTIFIED || !subject.isExcused(fixture)) {
                checkNullModel(problem, solution.coefficients(), certificate);
            }
        }
    }

    // All-zero designs have a lambda max of zero.
    private static MultinomialProblem underPenalty(Fixture fixture, double lambda) {
        return lambda > 0 ? fixture.dense().withLambda(lambda) : fixture.dense();
    }

    // The loss of the intercept alone is strongly convex by at least the smallest class's share, nearly.
    private static void checkNullModel(MultinomialProblem problem, Coefficients found, Certificate certificate) {
        assertThat(found.nonzeros()).as("weights that are not zero").isZero();
        assertThat(certificate.relativeGap()).as("relative gap").isLessThanOrEqualTo(NEAR);
        double smallest = Double.MAX_VALUE;
        for (int k = 0; k < problem.classes(); k++) {
            smallest = Math.min(smallest, (double) problem.classCount(k) / problem.samples());
        }
        double tolerance = 1e-12 + 4 * Math.sqrt(Math.max(certificate.gap(), 1e-15) / smallest);
        assertThat(found.intercept())
                .as("intercept, against centred logarithms of the class frequencies")
                .containsExactly(problem.nullModel().intercept(), within(tolerance));
    }

    static void someWeightIsNotZeroBelowLambdaMax(Subject subject, Fixture fixture) {
        double lambda = (1 - BELOW) * fixture.dense().lambdaMax();
        if (lambda == 0) {
            return;
        }
        MultinomialProblem problem = fixture.dense().withLambda(lambda);
        Stopping stopping = Stopping.atRelativeGap(TIGHT).withinPasses(fixture.passes());
        Solution solution = subject.solve(problem, Request.until(stopping));
        Subject.checkHonest(problem, solution, stopping);
        if (solution.status() == Status.CERTIFIED || !subject.isExcused(fixture)) {
            assertThat(solution.coefficients().nonzeros())
                    .as("weights that are not zero")
                    .isPositive();
        }
    }

    static void constantColumnsGetZeros(Subject subject, Fixture fixture) {
        Coefficients found = subject.solution(fixture).coefficients();
        for (int j = 0; j < found.features(); j++) {
            if (fixture.sample().isConstant(j)) {
                for (int k = 0; k < found.classes(); k++) {
                    assertThat(found.weights()[k][j])
                            .as("weight of constant feature %d, class %d", j, k)
                            .isZero();
                }
            }
        }
    }
}
