package io.github.l1bench.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.SmallProblem;
import io.github.l1bench.kernel.Team;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JointHessianTest {
    private static final int P = SmallProblem.FEATURES;
    private static final WorkingSet MIXED = new WorkingSet(new int[][] {{0, 3, 7, P}, {3, P}, {1, 3, 39, P}, {P}}, 7);

    static Stream<MultinomialProblem> problems() {
        return Stream.of(
                SmallProblem.dense(0.01),
                SmallProblem.sparse(0.01),
                SmallProblem.standardizedSparse(0.01),
                SmallProblem.offCentre(0.01));
    }

    private record Setting(State state, WorkingColumns columns) {
        static Setting of(MultinomialProblem problem, int members) {
            Random random = new Random(3);
            double[][] weights = new double[problem.classes()][problem.features()];
            for (double[] row : weights) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = random.nextInt(3) == 0 ? 0.3 * random.nextGaussian() : 0;
                }
            }
            Team team = members == 1 ? Team.ALONE : Team.of(members);
            WorkingColumns columns = WorkingColumns.of(problem.design(), team, Rules.ALL);
            State state = new State(
                    problem, columns.order(), new Coefficients(weights, new double[] {0.1, -0.2, 0.3, 0}), team);
            new Reference(problem, columns.order(), team).score(state);
            return new Setting(state, columns);
        }
    }

    // By the definition, one entry at a time.
    private static double entry(
            MultinomialProblem problem, State state, WorkingColumns columns, int[] a, int[] b, int n) {
        double[][] x = {column(problem, columns, a[0]), column(problem, columns, b[0])};
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double p = state.exponentials(a[1])[i] / state.sums()[i];
            double q = state.exponentials(b[1])[i] / state.sums()[i];
            sum += p * ((a[1] == b[1] ? 1 : 0) - q) * x[0][i] * x[1][i];
        }
        return sum / n;
    }

    private static double[] column(MultinomialProblem problem, WorkingColumns columns, int j) {
        double[] samples = new double[problem.samples()];
        double[] rows = new double[problem.samples()];
        if (j == P) {
            java.util.Arrays.fill(rows, 1);
            return rows;
        }
        problem.design().column(j, samples);
        double mean = java.util.Arrays.stream(samples).average().orElseThrow();
        columns.order().toRows(samples, rows);
        for (int i = 0; i < rows.length; i++) {
            rows[i] -= mean;
        }
        return rows;
    }

    private static void assertHessian(MultinomialProblem problem, WorkingSet set, JointHessian.Way way, int rows) {
        Setting here = Setting.of(problem, 1);
        for (int[] features : set.features()) {
            here.columns.require(features);
        }
        double[][] h = new JointHessian(here.state, here.columns).compute(set, rows, way);
        assertThat(h).hasNumberOfRows(set.size());
        int[] start = set.starts();
        for (int k = 0; k < 4; k++) {
            for (int a = 0; a < set.features()[k].length; a++) {
                for (int c = 0; c < 4; c++) {
                    for (int b = 0; b < set.features()[c].length; b++) {
                        int[] one = {set.features()[k][a], k};
                        int[] other = {set.features()[c][b], c};
                        assertThat(h[start[k] + a][start[c] + b])
                                .isCloseTo(entry(problem, here.state, here.columns, one, other, rows), within(2e-7));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void bothWaysYieldTheHessianOfTheDefinition(MultinomialProblem problem) {
        for (JointHessian.Way way : JointHessian.Way.values()) {
            assertHessian(problem, MIXED, way, 300);
            assertHessian(problem, MIXED, way, 77);
        }
    }

    @Test
    void allPairsAreTakenByClassesAndFewOfManyByPairs() {
        WorkingSet all = WorkingSet.all(3, 4);
        assertThat(all.size()).isEqualTo(16);
        assertThat(JointHessian.workOfRow(all)).isEqualTo(10 * (6 + 1));
        WorkingSet apart = new WorkingSet(new int[][] {{0, 1, 40}, {2, 3, 40}, {4, 5, 40}, {6, 7, 40}}, 8);
        assertThat(JointHessian.workOfRow(apart)).isEqualTo(3 * (12 + 3) + 3 * (9 + 3) + 3 * (6 + 3) + 3 * (3 + 3));
    }

    @Test
    void aTeamYieldsTheSameNumbers() {
        MultinomialProblem problem = SmallProblem.standardizedSparse(0.01);
        Setting alone = Setting.of(problem, 1);
        Setting shared = Setting.of(problem, 3);
        try (Team team = shared.state.team()) {
            for (JointHessian.Way way : JointHessian.Way.values()) {
                double[][] one = hessian(alone, way);
                double[][] other = hessian(shared, way);
                assertThat(other).isDeepEqualTo(one);
            }
        }
    }

    private static double[][] hessian(Setting setting, JointHessian.Way way) {
        WorkingSet all = WorkingSet.all(P, 4);
        setting.columns.require(all.features()[0]);
        return new JointHessian(setting.state, setting.columns).compute(all, 300, way);
    }

    @Test
    void whatTheSoftmaxDoesNotSeeTheHessianDoesNotSee() {
        Setting here = Setting.of(SmallProblem.dense(0.01), 1);
        double[][] h = hessian(here, JointHessian.Way.BY_CLASSES);
        int m = P + 1;
        for (double[] row : h) {
            for (int a = 0; a < m; a++) {
                assertThat(row[a] + row[m + a] + row[2 * m + a] + row[3 * m + a])
                        .isCloseTo(0, within(1e-15));
            }
        }
    }
}
