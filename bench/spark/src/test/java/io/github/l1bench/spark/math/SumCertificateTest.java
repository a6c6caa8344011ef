package io.github.l1bench.spark.math;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Stopping;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SumCertificateTest {
    private static final double[] NONE = {};
    private static final double[] SHARES = {0.1, 0.3, 0.03};

    @ParameterizedTest(name = "{0} rows, {1} features, {2} classes, density {3}")
    @CsvSource({"60, 8, 2, 1", "150, 20, 3, 0.3", "200, 12, 7, 0.8", "90, 60, 4, 0.1"})
    void theGapOfAnyPointIsNeverBelowTheTrueOne(int samples, int features, int classes, double density) {
        for (int seed = 0; seed < 12; seed++) {
            Cluster cluster = Fixtures.Rows.drawn(seed, samples, features, classes, density)
                    .cluster(16 + seed);
            Facts facts = Facts.of(cluster.sum(block -> Summary.of(block, 100_000)));
            double lambda = facts.lambdaMax() * (0.02 + 0.09 * seed);
            MultinomialProblem problem = Fixtures.problem(cluster, lambda);
            Coefficients optimum = SolverRun.solve(
                            Solvers.named("prox-newton"), problem, Request.until(Stopping.atRelativeGap(1e-11)))
                    .coefficients();
            Certificate atOptimum = Certificate.of(problem, optimum);
            for (double size : new double[] {3, 0.3, 1e-2, 1e-4, 1e-7, 0}) {
                Coefficients point = near(optimum, size, seed);
                SumCertificate certificate = new SumCertificate(facts, lambda);
                Answer answer = answer(cluster, facts, point, seed % 4 != 0);
                double primal = certificate.primal(point, answer.loss);
                double noise = certificate.ofPrimal(point, answer.loss);
                double dual = certificate.dual(answer, facts.gradient(answer));

                assertThat(dual).as("size " + size).isLessThanOrEqualTo(atOptimum.primal() + atOptimum.rounding());
                assertThat(primal).isCloseTo(Certificate.of(problem, point).primal(), within(noise + 1e-12));
            }
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double distance) {
        return org.assertj.core.data.Offset.offset(distance);
    }

    // Below a gap of 1e-9 what is left is rounding, of which sums in blocks have more.
    @ParameterizedTest(name = "{0} rows, {1} features, {2} classes, density {3}")
    @CsvSource({"300, 8, 2, 1", "450, 20, 3, 0.3", "900, 12, 7, 0.8", "500, 60, 4, 0.1"})
    void atEveryRoundTheGapIsAtMostThreeTenthsAboveTheExactOne(int samples, int features, int classes, double density) {
        for (int seed = 20; seed < 50; seed++) {
            List<Block> blocks = Fixtures.Rows.drawn(seed, samples, features, classes, density)
                    .blocks(16 + seed);
            Cluster cluster = Fixtures.ListCluster.dealt(blocks, 1 + seed % 4, seed);
            int known = seed % 2 == 0 ? samples : samples / 4;
            List<Round> seen = new ArrayList<>();
            Rounds rounds = new Rounds(cluster, new Settings(1e-8, 60, known, samples / 2, 1200, samples), seen::add);
            Outcome outcome = rounds.solve(rounds.lambdaMax() * SHARES[seed % SHARES.length]);

            assertThat(outcome.end()).isEqualTo(Outcome.End.CERTIFIED);
            Certificate last = outcome.best().certificate();
            MultinomialProblem problem =
                    Fixtures.problem(cluster, outcome.best().lambda());
            for (Round round : seen) {
                assertThat(round.certificate().dual()).isLessThanOrEqualTo(last.primal() + last.rounding());
                if (round.gap() > 1e-9) {
                    assertThat(round.gap())
                            .as("seed " + seed + ", round " + round.number())
                            .isLessThan(1.3
                                    * Certificate.of(problem, round.coefficients())
                                            .relativeGap());
                }
            }
        }
    }

    private static Answer answer(Cluster cluster, Facts facts, Coefficients point, boolean meets) {
        double[] inverse = new double[facts.features()];
        return cluster.sum(new Question(facts.point(point), null, NONE, WorkingPairs.NONE, inverse, NONE, meets, 1, 0));
    }

    private static Coefficients near(Coefficients optimum, double size, long seed) {
        Coefficients other =
                Fixtures.coefficients(seed, optimum.features(), optimum.classes(), size == 3 ? 1 : 0.3, size);
        Coefficients near = optimum.copy();
        for (int k = 0; k < near.classes(); k++) {
            near.intercept()[k] += other.intercept()[k];
            for (int j = 0; j < near.features(); j++) {
                near.weights()[k][j] += other.weights()[k][j];
            }
        }
        return near;
    }
}
