package io.github.l1bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    /** Table 6 of Demsar 2006: the ranks of C4.5 with and without two parameters on fourteen data sets. */
    private static final double[][] DEMSAR = {
        {4, 3, 2, 1},
        {1, 2, 3, 4},
        {4, 1, 2, 3},
        {4, 1, 3, 2},
        {4, 2, 3, 1},
        {1, 2.5, 4, 2.5},
        {3, 2, 4, 1},
        {2.5, 2.5, 4, 1},
        {4, 3, 2, 1},
        {2.5, 2.5, 2.5, 2.5},
        {4, 2.5, 1, 2.5},
        {3, 2, 4, 1},
        {4, 1, 2, 3},
        {3, 1, 4, 2}
    };

    private static int[] alone(int problems) {
        return IntStream.range(0, problems).toArray();
    }

    private static double[][] costs(int problems, int solvers, long seed) {
        Random random = new Random(seed);
        double[][] costs = new double[problems][solvers];
        for (double[] row : costs) {
            for (int s = 0; s < solvers; s++) {
                row[s] = random.nextInt(5) == 0 ? INF : 1 + random.nextInt(8); // with ties
            }
        }
        return costs;
    }

    @Test
    void meanRanksAreThoseOfTheWorkedExample() {
        double[] mean = Ranks.mean(Ranks.byBlock(DEMSAR, alone(14)));

        assertThat(mean).containsExactly(new double[] {3.143, 2.000, 2.893, 1.964}, within(5e-4));
    }

    /** The example's chi square of 9.28 and F of 3.69 do not correct for its ties; with them scipy 1.10.1 gives 10.228. */
    @Test
    void theFriedmanTestIsThatOfTheWorkedExample() {
        Friedman test = Friedman.of(DEMSAR);
        double ties = 2 * (8 - 2) + (8 - 2) + (64 - 4); // t^3 - t for each group of t equal ranks
        double uncorrected = test.chiSquare() * (1 - ties / (14 * (64 - 4)));

        assertThat(uncorrected).isCloseTo(9.28, within(5e-3));
        assertThat(13 * uncorrected / (14 * 3 - uncorrected)).isCloseTo(3.69, within(5e-3));
        assertThat(test.chiSquare()).isCloseTo(10.228346456692925, within(1e-12));
        assertThat(test.f()).isCloseTo(4.1851301115241695, within(1e-12));
        assertThat(test.p()).isCloseTo(0.011620659515310954, within(1e-12));
    }

    @Test
    void ranksAndChiSquareAreThoseOfTheTextbookWithTiesAndInfinities() {
        for (int seed = 0; seed < 20; seed++) {
            double[][] costs = costs(9, 5, seed);
            NaturalRanking natural = new NaturalRanking(TiesStrategy.AVERAGE);
            double[][] ranks = Arrays.stream(costs).map(natural::rank).toArray(double[][]::new);

            assertThat(Ranks.byBlock(costs, alone(9))).isDeepEqualTo(ranks);
            assertThat(Friedman.of(ranks).chiSquare()).isCloseTo(textbookChiSquare(ranks), within(1e-12));
        }
    }

    /** The sum over solvers of squared rank sums, divided by the spread that ties leave (Conover 1999, section 5.8). */
    private static double textbookChiSquare(double[][] ranks) {
        int n = ranks.length;
        int k = ranks[0].length;
        double sums = 0;
        double squares = 0;
        for (int s = 0; s < k; s++) {
            double sum = 0;
            for (double[] row : ranks) {
                sum += row[s];
                squares += row[s] * row[s];
            }
            sums += sum * sum;
        }
        double middle = n * k * (k + 1.0) * (k + 1.0) / 4;
        return (k - 1) * (sums - n * middle) / (squares - middle);
    }

    /** Table 2 of Demsar 2006: R+ is 93 and R- 12; all 4,096 choices of signs give p. */
    @Test
    void signedRanksAreThoseOfTheWorkedExample() {
        double[] differences = {.005, -.008, .017, .033, .006, -.005, .007, 0, .063, 0, .022, .047, .009, .021};
        SignedRanks test = SignedRanks.of(differences, alone(14));

        assertThat(test.sum()).isEqualTo(93 - 12);
        assertThat(test.p()).isCloseTo(0.0078125, within(1e-12));
    }

    @Test
    void theProbabilityOfSignedRanksCountsAllChoicesOfSigns() {
        for (int seed = 0; seed < 10; seed++) {
            double[][] costs = costs(11, 2, seed);
            double[] a = Arrays.stream(costs).mapToDouble(row -> row[0]).toArray();
            double[] b = Arrays.stream(costs).mapToDouble(row -> row[1]).toArray();
            int[] blocks = {0, 0, 0, 1, 2, 2, 3, 4, 5, 6, 6};
            double p = SignedRanks.ofCosts(a, b, blocks).p();

            assertThat(p).isCloseTo(allSigns(a, b, blocks), within(1e-12));
        }
    }

    private static double allSigns(double[] a, double[] b, int[] blocks) {
        double[] size = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            size[i] = a[i] == b[i] ? 0 : Math.max(a[i], b[i]) / Math.min(a[i], b[i]);
        }
        double[] ranks = new NaturalRanking(TiesStrategy.AVERAGE).rank(size);
        int count = 7;
        int atLeast = 0;
        double seen = 0;
        for (int choice = 0; choice < 1 << count; choice++) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                int sign = (choice >> blocks[i] & 1) == 0 ? 1 : -1;
                sum += sign * Math.signum(Double.compare(a[i], b[i])) * ranks[i];
            }
            seen = choice == 0 ? Math.abs(sum) : seen;
            atLeast += Math.abs(sum) >= seen ? 1 : 0;
        }
        return atLeast / (double) (1 << count);
    }

    @Test
    void fourPenaltiesOfOneDataSetAreOneWitness() {
        double[] fast = {1, 1, 1, 1, 1, 1, 1, 1};
        double[] slow = {2, 3, 4, 5, 2, 3, 4, INF};

        assertThat(SignedRanks.ofCosts(fast, slow, alone(8)).p()).isEqualTo(2.0 / 256);
        assertThat(SignedRanks.ofCosts(fast, slow, new int[] {0, 0, 0, 0, 1, 1, 1, 1})
                        .p())
                .isEqualTo(0.5);
    }

    @Test
    void holmsAdjustedProbabilitiesAreThoseOfTheProcedure() {
        assertThat(Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
        assertThat(Holm.adjusted(new double[] {0.9, 0.8})).containsExactly(1, 1);
    }

    @Test
    void solversThatNoTestTellsApartFormACliqueAndOthersDoNot() {
        double[][] costs = new double[20][];
        for (int i = 0; i < 20; i++) {
            // 0 and 1 take turns, 2 is always slower, 3 never solves anything
            costs[i] = new double[] {1 + i % 2, 2 - i % 2, 5, INF};
        }
        Ranking ranking = Ranking.of(costs, alone(20));

        assertThat(ranking.cliques()).containsExactly(List.of(0, 1));
        assertThat(ranking.differ(0, 2)).isTrue();
        assertThat(ranking.differ(2, 3)).isTrue();
        assertThat(ranking.meanRanks()).containsExactly(1.5, 1.5, 3, 4);
        assertThat(ranking.friedman().p()).isLessThan(1e-6);
        assertThat(ranking.order()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void cliquesOverlapWhereDifferencesDoNotAddUp() {
        double[][] costs = new double[9][];
        for (int i = 0; i < 9; i++) {
            costs[i] = new double[] {1, i < 7 ? 1.5 : 0.5, i < 7 ? 2 : 1.2};
        }
        Ranking ranking = Ranking.of(costs, alone(9));

        assertThat(ranking.differ(0, 2)).isTrue();
        assertThat(ranking.cliques()).contains(List.of(0, 1));
    }

    @Test
    void oneProblemOrOneSolverTellsNothingApart() {
        Ranking one = Ranking.of(new double[][] {{1, 2, INF}}, new int[] {0});
        Ranking alone = Ranking.of(new double[][] {{1}, {INF}}, alone(2));
        Ranking nothing = Ranking.of(new double[0][], new int[0]);

        assertThat(one.meanRanks()).containsExactly(1, 2, 3);
        assertThat(one.friedman().p()).isNaN();
        assertThat(one.cliques()).containsExactly(List.of(0, 1, 2));
        assertThat(alone.cliques()).isEmpty();
        assertThat(alone.meanRanks()).containsExactly(1);
        assertThat(nothing.cliques()).isEmpty();
    }

    @Test
    void solversThatFailAlikeAreAlike() {
        Ranking ranking = Ranking.of(new double[][] {{INF, INF}, {INF, INF}, {INF, INF}}, alone(3));

        assertThat(ranking.meanRanks()).containsExactly(1.5, 1.5);
        assertThat(ranking.friedman().p()).isEqualTo(1);
        assertThat(ranking.cliques()).containsExactly(List.of(0, 1));
    }
}
