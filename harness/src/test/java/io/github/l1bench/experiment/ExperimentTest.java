package io.github.l1bench.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.data.ClassNames;
import io.github.l1bench.data.DataInfo;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Machine;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.TracePoint;
import io.github.l1bench.solver.Options;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Stopping;
import io.github.l1bench.solver.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class ExperimentTest {
    private static final double LAMBDA = 0.05;
    private final Dataset dataset = twoClouds();

    @Test
    void aSolverThatThrowsTakesDownItsOwnCellOnly() {
        Solver throwing = solver("throwing", (problem, progress) -> {
            throw new IllegalStateException("out of ideas");
        });
        Solver notANumber = solver(
                "nan",
                (problem, progress) -> new Coefficients(
                        new double[problem.classes()][problem.features()], new double[] {Double.NaN, 0}));
        Solver greedy = solver("greedy", (problem, progress) -> {
            long[][] memory = new long[1 << 30][];
            memory[0] = new long[Integer.MAX_VALUE];
            return problem.nullModel();
        });
        RunResult run = experiment(cell(throwing), cell(notANumber), cell(greedy), saga(2000))
                .run(Machine.provenance("test"), Map.of(), cell -> {}, (result, snapshots) -> {});
        assertThat(run.cells().get(0).failure()).isEqualTo("IllegalStateException: out of ideas");
        assertThat(run.cells().get(1).failure()).contains("not finite");
        assertThat(run.cells().get(2).failure()).contains("-Xmx");
        assertThat(run.cells().get(3).failed()).isFalse();
        assertThat(run.cells().get(3).met()).isTrue();
    }

    @Test
    void whatWasAskedForIsMetByTheCertificateNotByTheSolversWord() {
        Solver liar = solver("liar", (problem, progress) -> {
            progress.goOn(problem::nullModel);
            return problem.nullModel();
        });
        CellResult result = new CellRunner(dataset, LAMBDA, 0).runTraced(cell(liar), 0);
        assertThat(result.status()).isEqualTo("stalled");
        assertThat(result.met()).isFalse();
        assertThat(result.fit().relativeGap()).isGreaterThan(0.01);
    }

    @Test
    void theTraceStartsAtTheStartAndEndsWithTheResult() {
        CellResult result = new CellRunner(dataset, LAMBDA, 0).runTraced(saga(2000), 0);
        List<TracePoint> trace = result.trace();
        assertThat(trace.get(0).passes()).isZero();
        TracePoint last = trace.get(trace.size() - 1);
        assertThat(last.passes()).isEqualTo(result.passes());
        assertThat(last.fit().primal()).isCloseTo(result.fit().primal(), within(1e-12));
        for (int i = 1; i < trace.size(); i++) {
            assertThat(trace.get(i).passes())
                    .isGreaterThanOrEqualTo(trace.get(i - 1).passes());
            assertThat(trace.get(i).seconds())
                    .isGreaterThanOrEqualTo(trace.get(i - 1).seconds());
        }
    }

    @Test
    void everyFinishedCellIsHandedOnAtOnce() {
        List<Integer> sizes = new ArrayList<>();
        experiment(saga(1), saga(2)).run(Machine.provenance("test"), Map.of(), cell -> {}, (result, snapshots) -> {
            sizes.add(result.cells().size());
            assertThat(snapshots.belongsTo(result)).isTrue();
        });
        assertThat(sizes).containsExactly(1, 2);
    }

    @Test
    void theStandardCellsBeginWithThePublishedRun() {
        List<Variant> variants = List.of(Variant.parse("saga-dense"));
        List<Cell> cells = Experiment.standardCells(variants, 1e-6, 5);
        assertThat(cells).extracting(Cell::label).containsExactly("saga-dense, tol 0.1", "saga-dense");
        assertThat(cells).extracting(Cell::published).containsExactly(true, false);
    }

    private Experiment experiment(Cell... cells) {
        return new Experiment("test", true, dataset, LAMBDA, 0, List.of(cells), 0, 30);
    }

    private static SolverCell saga(double passes) {
        Stopping stopping = Stopping.atRelativeGap(1e-6).withinPasses(passes);
        return new SolverCell("saga within " + passes, Variant.parse("saga-dense[step-factor=5]"), stopping, false);
    }

    private static SolverCell cell(Solver solver) {
        return SolverCell.certified(new Variant(solver, Options.defaults()), 1e-6, 5);
    }

    static Solver solver(String name, BiFunction<MultinomialProblem, Progress, Coefficients> body) {
        return new Solver() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String description() {
                return "made for a test";
            }

            @Override
            public String reference() {
                return "none";
            }

            @Override
            public Coefficients minimize(MultinomialProblem problem, Progress progress) {
                return body.apply(problem, progress);
            }
        };
    }

    static Dataset twoClouds() {
        int n = 60;
        Random random = new Random(5);
        DMatrixRMaj raw = new DMatrixRMaj(n, 4);
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i % 2;
            for (int j = 0; j < 4; j++) {
                raw.set(i, j, random.nextGaussian() + (j == 0 ? 2 * labels[i] : 0));
            }
        }
        DataInfo info = new DataInfo(
                "clouds", "Two clouds", "", "a test", "", 0, n, 0, 4, 2, ClassNames.numbered(2), 100, "none", 0, 0);
        return new Dataset(info, new DenseDesign(raw), labels, Optional.empty(), new int[0]);
    }
}
