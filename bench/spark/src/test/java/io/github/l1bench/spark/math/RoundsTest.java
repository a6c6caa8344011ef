package io.github.l1bench.spark.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundsTest {
    private static Settings settings(double gap, int samples) {
        return new Settings(gap, 40, samples / 4, samples / 2, 2000, samples);
    }

    @ParameterizedTest(name = "{0} pairs at most")
    @ValueSource(ints = {2000, 10})
    void theSameBlocksGiveTheSameBitsHoweverTheyAreDealtOutAndInWhateverOrder(int maxPairs) {
        Settings settings = new Settings(1e-6, 60, 150, 300, maxPairs, 300);
        List<Block> blocks = Fixtures.Rows.drawn(1, 700, 15, 4, 0.5).blocks(32);
        double[][] first = null;
        for (int partitions : new int[] {1, 2, 8, 3}) {
            Cluster cluster = Fixtures.ListCluster.dealt(blocks, partitions, partitions);
            Rounds rounds = new Rounds(cluster, settings, round -> {});
            double[][] weights = rounds.solve(0.01).best().coefficients().weights();
            first = first == null ? weights : first;
            assertThat(weights).isDeepEqualTo(first);
        }
    }

    @Test
    void theSuitesCertifierAgreesWithWhatIsClaimed() {
        Cluster cluster = Fixtures.Rows.drawn(2, 900, 25, 5, 0.4).cluster(64);
        Rounds rounds = new Rounds(cluster, settings(1e-9, 900), round -> {});
        Round best = rounds.solve(0.005).best();
        MultinomialProblem problem = Fixtures.problem(cluster, 0.005);

        assertThat(best.gap()).isLessThan(1e-9);
        Certificate certificate = Certificate.of(problem, best.coefficients());
        assertThat(certificate.relativeGap()).isLessThan(1.1e-9);
        assertThat(certificate.primal()).isCloseTo(best.primal(), org.assertj.core.data.Offset.offset(1e-13));
    }

    @Test
    void aWorkingSetTooLargeToSendTakesItsCurvatureFromRowsOnTheDriver() {
        Cluster cluster = Fixtures.Rows.drawn(3, 600, 40, 4, 0.5).cluster(50);
        Settings small = settings(1e-7, 600).withMaxPairs(20);
        Outcome outcome = new Rounds(cluster, small, round -> {}).solve(0.004);

        assertThat(outcome.end()).isEqualTo(Outcome.End.CERTIFIED);
        assertThat(outcome.best().nonzeros()).isGreaterThan(20);
        assertThat(outcome.rounds()).last().extracting(Round::workingSet).isEqualTo(0);
    }

    @Test
    void aSmallPenaltyOfWhichTheDriverHoldsAThirdOfTheRowsIsSolvedAllTheSame() {
        Fixtures.Rows rows = Fixtures.Rows.drawn(8, 1500, 80, 4, 0.1);
        Settings part = new Settings(1e-6, 60, 100, 200, 40, 500);
        Outcome outcome = new Rounds(rows.cluster(100), part, round -> {}).solve(0.002);

        assertThat(outcome.end()).isEqualTo(Outcome.End.CERTIFIED);
        assertThat(outcome.best().nonzeros()).isGreaterThan(100);
    }

    @Test
    void aRareClassOfOneRowIsInTheSampleAndAPartitionMayBeEmpty() {
        Fixtures.Rows rows = Fixtures.Rows.drawn(4, 500, 10, 2, 0.7);
        int[] labels = rows.labels().clone();
        labels[457] = 2;
        List<Block> blocks = new Fixtures.Rows(rows.values(), labels, 3).blocks(20);
        List<List<Block>> partitions = new ArrayList<>(List.of(blocks, List.of()));
        Outcome outcome =
                new Rounds(new Fixtures.ListCluster(partitions, 1), settings(1e-6, 500), round -> {}).solve(0.01);

        assertThat(outcome.end()).isEqualTo(Outcome.End.CERTIFIED);
    }

    @Test
    void aPathStartsFromItsNeighbourAndTakesFewerRounds() {
        Cluster cluster = Fixtures.Rows.drawn(5, 800, 30, 3, 0.6).cluster(64);
        Rounds rounds = new Rounds(cluster, settings(1e-6, 1600), round -> {});
        Outcome first = rounds.solve(0.02);
        Outcome next = rounds.solve(0.015, first.best().coefficients(), first.gradient());
        Outcome cold = rounds.solve(0.015);

        assertThat(next.end()).isEqualTo(Outcome.End.CERTIFIED);
        assertThat(next.rounds()).hasSizeLessThanOrEqualTo(cold.rounds().size());
    }

    @Test
    void atLambdaMaxAllWeightsAreZeroAndOneLookTellsSo() {
        Cluster cluster = Fixtures.Rows.drawn(6, 300, 10, 3, 0.6).cluster(64);
        Rounds rounds = new Rounds(cluster, settings(1e-6, 300), round -> {});
        Outcome outcome = rounds.solve(rounds.lambdaMax() * 1.01);

        assertThat(outcome.rounds()).hasSize(1);
        assertThat(outcome.best().nonzeros()).isZero();
        assertThat(Fixtures.problem(cluster, 1).lambdaMax())
                .isCloseTo(rounds.lambdaMax(), org.assertj.core.data.Offset.offset(1e-14));
    }

    @Test
    void aClassWithoutRowsIsRefusedInOneSentence() {
        Fixtures.Rows rows = Fixtures.Rows.drawn(4, 50, 5, 2, 1);
        Cluster cluster = new Fixtures.Rows(rows.values(), rows.labels(), 3).cluster(20);
        assertThatThrownBy(() -> new Rounds(cluster, settings(1e-3, 50), round -> {}))
                .hasMessage("class 2 of 3 has no row, so its intercept has no finite optimum; leave that class out");
    }
}
