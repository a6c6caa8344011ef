package io.github.l1bench.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.SmallProblem;
import io.github.l1bench.kernel.Kernels;
import io.github.l1bench.kernel.Team;
import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.MultinomialProblem;
import java.lang.reflect.Proxy;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model of the curvature computes anew, and from which weights. */
class BlockModelTest {
    private static final MultinomialProblem PROBLEM = SmallProblem.offCentre(0.003);
    private static final int ONES = PROBLEM.features();

    private final WorkingColumns columns = new SparseColumns(PROBLEM.design(), Team.ALONE);
    private final State state = new State(PROBLEM, columns.order(), PROBLEM.nullModel(), Team.ALONE);
    private final BlockModel model = new BlockModel(true);
    private final int[] few = {2, 4, 9, ONES};
    private final int[] more = {1, 4, 5, 9, 30, ONES};

    BlockModelTest() {
        columns.require(new int[] {1, 2, 4, 5, 9, 30});
        new Reference(PROBLEM, columns.order(), Team.ALONE).score(state);
    }

    /** Of a new column: a product with each old one and each other new one, and one with itself over all rows. */
    @Test
    void onlyWhatIsNewIsComputed() {
        assertThat(model.update(few, state, 1, columns)).isEqualTo(4 + 4 * 3 / 2);
        double[][] before = model.hessian();
        assertThat(model.update(few, state, 1, columns)).isZero();
        assertThat(model.hessian()).isSameAs(before);

        assertThat(model.update(more, state, 1, columns)).isEqualTo(3 + 3 * 2 / 2 + 3 * 3);

        int[] placesBefore = {1, 2, 3};
        int[] placesNow = {1, 3, 5};
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                assertThat(model.hessian()[placesNow[a]][placesNow[b]])
                        .isEqualTo(before[placesBefore[a]][placesBefore[b]]);
            }
        }
    }

    @Test
    void curvatureIsThatOfTheFirstUpdateUntilItIsRenewed() {
        model.update(more, state, 1, columns);
        double[][] first = model.hessian();
        BlockModel grown = new BlockModel(true);
        grown.update(few, state, 1, columns);
        for (int i = 0; i < PROBLEM.samples(); i++) {
            state.scores()[1][i] += 2 + Math.sin(i);
        }
        state.refresh();

        grown.update(more, state, 1, columns);

        for (int a = 0; a < more.length; a++) {
            assertThat(grown.hessian()[a]).usingComparatorWithPrecision(1e-14).containsExactly(first[a]);
        }
        grown.renew();
        assertThat(grown.update(more, state, 1, columns)).isEqualTo(6 + 6 * 5 / 2);
        BlockModel fresh = new BlockModel(true);
        fresh.update(more, state, 1, columns);
        assertThat(grown.hessian()).isDeepEqualTo(fresh.hessian());
        assertThat(grown.hessian()[0][0]).isNotEqualTo(first[0][0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7})
    void columnsThatAreTakenInGroupsMakeTheSameModel(int group) {
        BlockModel grouped = new BlockModel(true);
        for (int[] features : new int[][] {few, more}) {
            double work = model.update(features, state, 1, columns);

            assertThat(grouped.update(features, state, 1, inGroups(group))).isEqualTo(work);

            assertThat(grouped.hessian()).isDeepEqualTo(model.hessian());
        }
    }

    private WorkingColumns inGroups(int group) {
        Class<?> type = WorkingColumns.class;
        return (WorkingColumns) Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        method.getName().equals("gramColumns") ? group : method.invoke(columns, arguments));
    }

    @Test
    void afterAShortenedStepTheModelIsCautiousUntilAWholeOne() {
        model.update(few, state, 1, columns);
        assertThat(model.factor()).isEqualTo(1);
        model.afterStep(true);
        assertThat(model.factor()).isGreaterThan(1);
        model.afterStep(false);
        assertThat(model.factor()).isEqualTo(1);
        assertThat(model.update(few, state, 1, columns)).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cautionLastsAsLongAsTheWeightsThatItIsAbout(boolean kept) {
        BlockModel cautious = new BlockModel(kept);
        cautious.update(few, state, 1, columns);
        cautious.afterStep(true);

        cautious.update(more, state, 1, columns);

        assertThat(cautious.factor() > 1).isEqualTo(kept);
    }

    @Test
    void aModelThatWasTooSmallForThreeStepsIsMadeAnew() {
        model.update(few, state, 1, columns);
        for (int turn = 0; turn < 2; turn++) {
            for (boolean shortened : new boolean[] {true, false, true, false}) {
                model.afterStep(shortened);
            }
            assertThat(model.update(few, state, 1, columns)).isZero();
            model.afterStep(true);
            assertThat(model.factor()).isEqualTo(1);
            assertThat(model.update(few, state, 1, columns)).isPositive();
        }
    }

    @Test
    void productsOnDifferentRowsAreNotMixed() {
        DMatrixRMaj raw = new DMatrixRMaj(4000, 2);
        int[] labels = new int[4000];
        for (int i = 0; i < 4000; i++) {
            raw.set(i, 0, i % 7);
            raw.set(i, 1, Math.sin(i));
            labels[i] = i % 2;
        }
        Design design = new DenseDesign(raw);
        MultinomialProblem problem = new MultinomialProblem(design, labels, 2, 0.01);
        WorkingColumns narrow = new NarrowColumns(design, Team.ALONE, Rules.ALL, Kernels.PLAIN);
        State start = new State(problem, narrow.order(), problem.nullModel(), Team.ALONE);
        new Reference(problem, narrow.order(), Team.ALONE).score(start);
        narrow.require(new int[] {0});
        model.update(new int[] {0, 2}, start, 0, narrow);
        narrow.require(new int[] {1});

        model.update(new int[] {0, 1, 2}, start, 0, narrow);

        BlockModel fresh = new BlockModel(true);
        fresh.update(new int[] {0, 1, 2}, start, 0, narrow);
        assertThat(model.hessian()).isDeepEqualTo(fresh.hessian());
    }
}
