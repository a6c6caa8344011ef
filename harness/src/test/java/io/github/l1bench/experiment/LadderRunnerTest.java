package io.github.l1bench.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.data.Dataset;
import io.github.l1bench.peer.Peer;
import io.github.l1bench.peer.PeerException;
import io.github.l1bench.peer.TestPeers;
import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.OneVsRest;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Machine;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.Rung;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.solver.Variant;
import io.github.l1bench.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LadderRunnerTest {
    private static final double LAMBDA = 0.05;
    private static final double GAP = 1e-4;
    private static final Provenance HERE = Machine.provenance("test");

    @TempDir
    private Path folder;

    @AfterEach
    void nothingIsLeft() throws IOException {
        TestPeers.assertNothingIsLeft();
    }

    @Test
    void theLoosestRungThatCertifiesInEveryRepeatIsTheResult() throws PeerException, IOException {
        PeerCell cell = PeerCell.of(TestPeers.example(), GAP, 30, 2);
        List<Rung> told = new ArrayList<>();
        CellResult result = climb(cell, told);
        List<Rung> rungs = result.peer().rungs();
        assertThat(rungs).hasSizeGreaterThan(1).isEqualTo(told);
        Rung last = rungs.get(rungs.size() - 1);
        assertThat(last.certified()).isTrue();
        assertThat(last.seconds()).hasSize(2);
        assertThat(last.cpuSeconds())
                .isBetween(0.0, 2 * last.seconds().get(0) + 2 * last.seconds().get(1) + 0.1);
        assertThat(last.peakBytes() != null).isEqualTo(Files.exists(Path.of("/proc/self/status")));
        assertThat(rungs.subList(0, rungs.size() - 1)).allSatisfy(rung -> {
            assertThat(rung.certified()).isFalse();
            assertThat(rung.fit().relativeGap()).isGreaterThan(GAP);
            assertThat(rung.seconds()).as("a second repeat decides nothing").hasSize(1);
        });
        assertThat(result.met()).isTrue();
        assertThat(result.status()).isEqualTo("certified");
        assertThat(result.fit()).isEqualTo(last.fit());
        assertThat(result.seconds()).isEqualTo(last.medianSeconds());
        assertThat(result.passes()).isNaN();
        assertThat(result.trace()).hasSameSizeAs(rungs);
        assertThat(result.peer().end()).isEqualTo(last.setting() + " is the loosest that certifies in every repeat");
        assertThat(result.peer().version()).isEqualTo("FISTA with restarts, 1");
        assertThat(result.peer().runtime()).startsWith("Python 3");
    }

    @Test
    void aPeerThatNeverCertifiesShowsHowFarItGotAndWhy() throws PeerException, IOException {
        CellResult result = climb(PeerCell.of(TestPeers.faulty("noisy"), GAP, 5, 1), new ArrayList<>());
        assertThat(result.failed()).isFalse();
        assertThat(result.met()).isFalse();
        assertThat(result.status()).isEqualTo(LadderRunner.NOT_CERTIFIED);
        assertThat(result.peer().rungs()).extracting(Rung::setting).containsExactly("tol=1e-1", "tol=3e-2", "tol=1e-2");
        assertThat(result.peer().end()).startsWith("the tightest rung, tol=1e-2, leaves a gap of ");
        assertThat(result.peer().log()).contains("iteration 1");
    }

    @Test
    void oneVsRestIsJudgedByTheCertificateOfItsOwnProblem() throws PeerException, IOException {
        CellResult result = climb(PeerCell.of(TestPeers.oneVsRest(), GAP, 10, 1), new ArrayList<>());
        assertThat(result.met()).as(result.peer().end()).isTrue();
        assertThat(result.peer().rungs()).hasSizeGreaterThan(1);
        Dataset dataset = ExperimentTest.twoClouds();
        MultinomialProblem problem = dataset.problem(LAMBDA);
        Coefficients coefficients = new Coefficients(result.coef(), result.intercept());
        Certificate own = new OneVsRest(problem).certify(coefficients);
        assertThat(result.fit().primal()).isEqualTo(own.primal());
        assertThat(result.fit().relativeGap()).isEqualTo(own.relativeGap()).isLessThanOrEqualTo(GAP);
        assertThat(Certificate.of(problem, coefficients).relativeGap()).isGreaterThan(0.1);
        assertThat(result.fit().trainAccuracy()).isEqualTo(dataset.trainAccuracy(coefficients));
        assertThat(result.isMultinomial()).isFalse();
        assertThat(result.sameProblem()).isFalse();
    }

    @Test
    void aPeerThatCanIsAskedOnceForThePublishedRun() throws PeerException, IOException {
        CellResult result = climb(PeerCell.of(TestPeers.oneVsRest(), GAP, 10, 2), new ArrayList<>());
        Rung published = result.peer().published();
        assertThat(published.setting()).isEqualTo("tol=0.1");
        assertThat(published.seconds()).hasSize(1);
        assertThat(published.fit()).isEqualTo(result.peer().rungs().get(0).fit());
        assertThat(climb(PeerCell.of(TestPeers.example(), GAP, 30, 1), new ArrayList<>())
                        .peer()
                        .published())
                .isNull();
    }

    @Test
    void aPublishedRunThatFailsTakesNothingFromTheClimb() throws PeerException, IOException {
        Peer peer = TestPeers.publishing("no-published-run", "tol=0.1");
        CellResult result = climb(PeerCell.of(peer, GAP, 5, 1), new ArrayList<>());
        assertThat(result.failed()).isFalse();
        assertThat(result.peer().published()).isNull();
        assertThat(result.peer().rungs()).hasSize(3);
        assertThat(result.peer().end())
                .endsWith("; at tol=0.1, the published run, it failed: ValueError: tolerance must be a power of ten");
    }

    @Test
    void whatWasReachedBeforeAFaultStays() throws PeerException, IOException {
        CellResult result = climb(PeerCell.of(TestPeers.faulty("hangs-later"), GAP, 0.4, 1), new ArrayList<>());
        assertThat(result.failed()).isFalse();
        assertThat(result.peer().rungs()).hasSize(1);
        assertThat(result.peer().end()).isEqualTo("at tol=3e-2 it did not answer within 0.4 s and was ended");
    }

    @Tag("long")
    @Test
    void aClimbEndsWhereItsFitsHaveTogetherTakenSoManyTimesTheLimitOfOne() throws PeerException, IOException {
        PeerCell cell = PeerCell.of(TestPeers.faulty("half-a-second"), GAP, 1, 1);
        CellResult result;
        try (LadderRunner runner = new LadderRunner(ExperimentTest.twoClouds(), LAMBDA, 0, 3)) {
            result = runner.run(cell, false, rung -> {});
        }
        assertThat(result.peer().rungs()).hasSizeBetween(4, 6);
        assertThat(result.peer().end())
                .matches("before tol=\\S+ its fits had taken 3\\.\\d+ s together, and a climb ends after 3.00 s");
    }

    @Test
    void theProblemIsWrittenOnceForAllPeers() throws PeerException, IOException {
        PeerCell cell = PeerCell.of(TestPeers.faulty("tells-folder"), GAP, 5, 1);
        Set<String> folders = new HashSet<>();
        try (LadderRunner runner = new LadderRunner(ExperimentTest.twoClouds(), LAMBDA, 0)) {
            for (int peer = 0; peer < 2; peer++) {
                folders.add(runner.run(cell, true, rung -> {}).peer().log().get(0));
            }
        }
        assertThat(folders).hasSize(1).first().asString().startsWith("problem in ");
    }

    @Test
    void aPeerThatFailsAtOnceIsAFailedCell() throws PeerException, IOException {
        CellResult result = climb(PeerCell.of(TestPeers.faulty("exit"), GAP, 5, 1), new ArrayList<>());
        assertThat(result.failed()).isTrue();
        assertThat(result.failure()).isEqualTo("it ended with status 7");
        assertThat(result.coef()).isNull();
    }

    @Test
    void aRunWithPeersIsStoredAndGoneOnWith() throws PeerException, IOException {
        Peer example = TestPeers.example();
        List<Cell> cells = List.of(
                SolverCell.certified(Variant.parse("prox-newton"), GAP, 5),
                PeerCell.of(TestPeers.faulty("exit"), GAP, 5, 1),
                PeerCell.of(example, GAP, 30, 1));
        RunFolder own = new RunFolder(folder.resolve("run"));
        RunResult first = run(cells, own);
        assertThat(first.cells()).extracting(CellResult::status).containsExactly("certified", "failed", "certified");
        assertThat(own.run().cells())
                .extracting(CellResult::peer)
                .isEqualTo(first.cells().stream().map(CellResult::peer).toList());

        assertThat(Study.mostPromising(first))
                .as("who may certify the study's path")
                .extracting(Variant::toString)
                .contains("prox-newton")
                .doesNotContain("fista-in-python");

        assertThat(known(cells, own)).as("a failure is tried again").containsExactly("prox-newton", "fista-in-python");
        List<Cell> other = List.of(cells.get(0), PeerCell.of(example, GAP, 30, 2));
        assertThat(known(other, own)).as("other repeats").containsExactly("prox-newton");
    }

    private static RunResult run(List<Cell> cells, RunFolder own) throws IOException {
        return folderRun(cells, own).run(new FolderRun.Listener() {
            @Override
            public void started(Cell cell) {}

            @Override
            public void finished(CellResult cell) {}

            @Override
            public void removed(List<String> lost) {}
        });
    }

    private static Set<String> known(List<Cell> cells, RunFolder own) throws IOException {
        return folderRun(cells, own).known().cells().keySet();
    }

    private static FolderRun folderRun(List<Cell> cells, RunFolder own) throws IOException {
        Experiment experiment = new Experiment(own.id(), true, ExperimentTest.twoClouds(), LAMBDA, 0, cells, 0.1, 30);
        return new FolderRun(experiment, FolderRun.labels(cells), own, HERE, false, null);
    }

    private static CellResult climb(PeerCell cell, List<Rung> told) {
        Dataset dataset = ExperimentTest.twoClouds();
        try (LadderRunner runner = new LadderRunner(dataset, LAMBDA, 0)) {
            return runner.run(cell, false, told::add);
        }
    }
}
