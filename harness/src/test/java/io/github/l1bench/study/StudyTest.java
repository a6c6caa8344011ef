package io.github.l1bench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.experiment.CellRunner;
import io.github.l1bench.experiment.Experiment;
import io.github.l1bench.experiment.SolverCell;
import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Frame;
import io.github.l1bench.result.Machine;
import io.github.l1bench.result.PathPoint;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.StoppedRun;
import io.github.l1bench.result.StudyResult;
import io.github.l1bench.solver.Options;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Variant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StudyTest {
    private static final double LAMBDA = 0.02;
    private static final int SEED = 1;
    private static final StudyExtent SMALL = new StudyExtent(3, List.of(1, 2, 5), 6, 0.25, List.of(0.01));

    private static final Dataset DATASET = digits(SEED);
    private static final AtomicInteger TOLD = new AtomicInteger();
    private static final Study STUDY = study(StudyTest::digits);
    private static StudyResult result;

    @BeforeAll
    static void runOnce() {
        result = STUDY.run(task -> TOLD.incrementAndGet());
    }

    private static Dataset digits(int seed) {
        return DataSources.load(DataRequest.of("digits").withRows(300, 200).withSeed(seed));
    }

    private static Study study(IntFunction<Dataset> ofSeed) {
        List<Variant> exact = List.of(variant("prox-newton"), variant("coordinate-descent"));
        return new Study(DATASET, ofSeed, LAMBDA, SEED, exact, SMALL);
    }

    private static Variant variant(String solver) {
        return new Variant(Solvers.named(solver), Options.defaults());
    }

    @Test
    void tellsOfEveryTask() {
        assertThat(TOLD).hasValue(STUDY.tasks());
    }

    @Test
    void theStoppedRunOfTheExperimentsSeedIsThePublishedCell() {
        SolverCell published = (SolverCell) Experiment.standardCells(List.of(variant("saga-dense")), 1e-6, 1)
                .get(0);
        CellResult cell = new CellRunner(DATASET, LAMBDA, SEED).run(published, moment -> true);

        assertThat(result.stopped()).extracting(StoppedRun::seed).containsExactly(0, 1, 2);
        assertThat(result.stopped().get(SEED)).isEqualTo(new StoppedRun(SEED, cell.epochs(), true, cell.fit()));
    }

    @Test
    void everySeedHasASplitOfItsOwn() {
        assertThat(result.stopped()).extracting(s -> s.fit().primal()).doesNotHaveDuplicates();
    }

    @Test
    void framesAreThoseOfTheRunAndEndAtTheOptimum() {
        assertThat(result.frames()).extracting(Frame::epochs).containsExactly(1, 2, 5, 0);
        Frame last = result.frames().get(3);
        assertThat(last.fit().relativeGap()).isLessThanOrEqualTo(1e-6);
        assertThat(result.frames())
                .allSatisfy(f -> assertThat(f.fit().primal())
                        .isGreaterThanOrEqualTo(last.fit().primal()));

        StoppedRun stopped = result.stopped().get(SEED);
        Frame same = result.frames().stream()
                .filter(f -> f.epochs() == stopped.epochs())
                .findFirst()
                .orElse(null);
        if (same != null) {
            assertThat(same.fit().primal()).isEqualTo(stopped.fit().primal());
        }
    }

    @Test
    void thePathIsCertifiedFromTheEmptyModelDownAndHoldsTheExperimentsPenalty() {
        List<PathPoint> path = result.path();
        assertThat(path.get(0).lambda()).isEqualTo(DATASET.problem(LAMBDA).lambdaMax());
        assertThat(path.get(0).fit().nonzeros()).isZero();
        assertThat(path.get(5).lambda()).isCloseTo(0.005, within(1e-15));
        assertThat(path).allSatisfy(p -> assertThat(p.fit().relativeGap()).isLessThanOrEqualTo(1e-4));
        assertThat(path).isSortedAccordingTo((a, b) -> Double.compare(b.lambda(), a.lambda()));

        PathPoint here =
                path.stream().filter(p -> p.lambda() == LAMBDA).findFirst().orElseThrow();
        Frame optimum = result.frames().get(3);
        assertThat(here.fit().primal())
                .isCloseTo(optimum.fit().primal(), within(1e-4 * optimum.fit().primal()));
    }

    @Test
    void theL2ModelIsAMinimum() {
        assertThat(result.l2()).hasSize(1);
        assertThat(result.l2().get(0).gradient()).isLessThanOrEqualTo(1e-4);
        assertThat(result.l2().get(0).testAccuracy()).isGreaterThan(result.majorityAccuracy());
    }

    @Test
    void aShortenedStudySaysWhatItLeavesOut() {
        assertThat(STUDY.extent().leftOut(LAMBDA)).hasSize(3);
        assertThat(StudyExtent.FULL.leftOut(LAMBDA)).isEmpty();
        assertThat(StudyExtent.QUICK.leftOut(LAMBDA))
                .containsExactly(
                        "3 seeds were run instead of 24.",
                        "The run was followed for 20 epochs instead of 100.",
                        "The path has 8 penalties down to 0.005 instead of 25 down to 0.001.",
                        "No L2-penalised model was fitted.");
    }

    @Test
    void itBelongsToPicturesWithTestRowsOnly() {
        assertThat(Study.appliesTo(DATASET.info())).isTrue();
        Dataset untested = DataSources.load(DataRequest.of("digits").withRows(100, 0));
        assertThat(Study.appliesTo(untested.info())).isFalse();
        Dataset text = DataSources.load(DataRequest.of("text").withRows(100, 50));
        assertThat(Study.appliesTo(text.info())).isFalse();
    }

    @Test
    void aFailureOfOneTaskIsTheStudys() {
        Study broken = study(seed -> {
            throw new IllegalArgumentException("no data of seed " + seed);
        });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> broken.run(task -> {}))
                .withMessageContaining("no data of seed");
    }

    @Test
    void whoCertifiedFastestIsTriedFirst() {
        RunResult run = new Experiment(
                        "test",
                        true,
                        DATASET,
                        LAMBDA,
                        SEED,
                        List.of(
                                SolverCell.certified(variant("saga-sparse"), 1e-9, 0.01),
                                SolverCell.certified(variant("prox-newton"), 1e-3, 10)),
                        0,
                        CellRunner.PATIENCE_SECONDS)
                .run(Machine.provenance("test"), Map.of(), cell -> {}, (result, snapshots) -> {});

        List<Variant> order = Study.mostPromising(run);

        assertThat(order.get(0)).hasToString("prox-newton");
        assertThat(order)
                .hasSameSizeAs(Solvers.all())
                .extracting(Variant::toString)
                .doesNotHaveDuplicates();
    }

    @Test
    void aSolverThatDoesNotCertifyIsReplaced() {
        MultinomialProblem problem = DATASET.problem(LAMBDA);
        Variant idler = new Variant(made("idle", MultinomialProblem::nullModel), Options.defaults());
        ExactSolver both = new ExactSolver(List.of(idler, variant("coordinate-descent")));

        ExactSolver.Found found = both.solve(problem, 1e-4);

        assertThat(found.variant()).hasToString("coordinate-descent");
        assertThat(Certificate.of(problem, found.coefficients()).relativeGap()).isLessThanOrEqualTo(1e-4);
        ExactSolver alone = new ExactSolver(List.of(idler));
        assertThat(alone.solve(problem, 1e-4).certificate().relativeGap()).isGreaterThan(1e-4);
    }

    @Test
    void aSolverThatFailsLeavesItsWorkToTheNext() {
        Variant failing = new Variant(
                made("failing", p -> {
                    throw new IllegalStateException("out of ideas");
                }),
                Options.defaults());
        MultinomialProblem problem = DATASET.problem(LAMBDA);

        assertThat(new ExactSolver(List.of(failing, variant("prox-newton")))
                        .solve(problem, 1e-4)
                        .variant())
                .hasToString("prox-newton");
        assertThatIllegalStateException()
                .isThrownBy(() -> new ExactSolver(List.of(failing)).solve(problem, 1e-4))
                .withMessage("every solver failed at lambda 0.02");
    }

    private static Solver made(String name, Function<MultinomialProblem, Coefficients> body) {
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
                return body.apply(problem);
            }
        };
    }

    @Test
    void theGridHoldsThePenaltyOfTheExperimentExactly() {
        assertThat(CertifiedPath.grid(0.16, 0.02, 0.125, 7))
                .contains(0.02)
                .startsWith(0.16)
                .hasSize(7)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(CertifiedPath.grid(0.01, 0.02, 0.5, 3)).startsWith(0.02).endsWith(0.01);
    }
}
