package io.github.l1bench.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.l1bench.FaultyPeers;
import io.github.l1bench.peer.Peer;
import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.MultinomialProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerShotTest {
    private static final MultinomialProblem TINY = new MultinomialProblem(
            new DenseDesign(new DMatrixRMaj(new double[][] {{1, 2}, {3, 5}, {-1, 0.5}, {0, 4}})),
            new int[] {0, 1, 0, 1},
            2,
            0.1);

    // What the faulty workers write, nothing but zeros, is its solution.
    private static final MultinomialProblem OF_ZEROS = TINY.withLambda(2 * TINY.lambdaMax());

    @TempDir
    private Path folder;

    @BeforeAll
    static void python() {
        FaultyPeers.requirePython();
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        FaultyPeers.assertNothingIsLeft();
    }

    @Test
    void whatIsTimedIsTheLoosestRungThatReachesTheTarget() throws IOException {
        Peer example = Peer.read(Path.of("peers/fista-in-python"));
        try (PeerShot loose = shot(example, TINY, "1e-1", 30);
                PeerShot tight = shot(example, TINY, "1e-4", 30)) {
            assertThat(Double.parseDouble(tight.setting().substring("tol=".length())))
                    .isLessThan(Double.parseDouble(loose.setting().substring("tol=".length())));
            tight.warmUp(0.01);
            ShotCounters counters = counted(tight);
            assertThat(counters.reached).isEqualTo(1);
            assertThat(counters.relativeGap).isLessThanOrEqualTo(1e-4);
            assertThat(counters.primal).isPositive();
            assertThat(counters.passes).isNaN();
        }
    }

    @Test
    void thePublishedTargetIsAnObjective() throws IOException {
        try (PeerShot shot = shot(Peer.read(Path.of("peers/fista-in-python")), TINY, ShotTarget.PUBLISHED, 30)) {
            assertThat(counted(shot).reached).isEqualTo(1);
        }
    }

    @Test
    void aPeerThatIsOutOfTimeIsAskedOnceMoreAndMisses() throws IOException {
        try (PeerShot shot = shot("hang", OF_ZEROS, 0.2)) {
            shot.warmUp(60);
            ShotCounters counters = counted(shot);
            assertThat(counters.asked).isEqualTo(1);
            assertThat(counters.reached).isZero();
            assertThat(counters.relativeGap).isNaN();
            assertThat(shot.fire(false)).as("what it would do is decided").isNull();
        }
    }

    @Test
    void aLadderThatEndsBeforeTheTargetMissesByItsTightestRung() throws IOException {
        try (PeerShot shot = shot("noisy", TINY, 5)) {
            assertThat(shot.setting()).isEqualTo("tol=1e-2");
            ShotCounters counters = counted(shot);
            assertThat(counters.reached).isZero();
            assertThat(counters.relativeGap).isPositive();
        }
    }

    @Test
    void whatOneForkHasClimbedTheNextDoesNotClimbAgain() throws IOException {
        String argument = KnownRungs.forkArgument(folder.resolve("rungs.tsv"));
        Path noisy = FaultyPeers.make(folder, "noisy");
        try {
            shot(Peer.read(noisy), TINY, "1e-6", 5).close();
            Path manifest = noisy.resolve("peer.properties");
            Files.writeString(manifest, Files.readString(manifest).replace("worker.py noisy", "worker.py exit"));
            try (PeerShot next = shot(Peer.read(noisy), TINY, "1e-3", 5)) {
                assertThat(next.setting())
                        .as("of one that would end at a solve")
                        .isEqualTo("tol=1e-2");
            }
            assertThatThrownBy(() -> shot(Peer.read(noisy), OF_ZEROS, "1e-3", 5))
                    .as("another problem")
                    .hasMessageContaining("ended with status 7");
        } finally {
            System.clearProperty(argument.substring(2, argument.indexOf('=')));
        }
    }

    @Test
    void whatARunHasClimbedNoForkClimbsAgain() throws IOException {
        Path file = folder.resolve("rungs.tsv");
        String argument = KnownRungs.forkArgument(file);
        try {
            tell(file, "tol=1e-1", new KnownRungs.Rung(0.5, 0.9, 1e-2));
            tell(file, "tol=3e-2", new KnownRungs.Rung(3, 0.8, 1e-5));
            Peer ends = Peer.read(FaultyPeers.make(folder, "exit"));
            try (PeerShot shot = shot(ends, TINY, "1e-4", 5)) {
                assertThat(shot.setting())
                        .as("the loosest that reaches the target")
                        .isEqualTo("tol=3e-2");
            }
            try (PeerShot shot = shot(ends, TINY, "1e-4", 2)) {
                assertThat(shot.setting())
                        .as("a fit that takes longer than the budget misses")
                        .isEqualTo("tol=3e-2");
                shot.warmUp(60);
            }
            tell(file, "tol=1e-1", KnownRungs.Rung.outOfTime(1));
            assertThatThrownBy(() -> shot(ends, TINY, "1e-4", 2))
                    .as("who was out of time may be in time with more of it")
                    .hasMessageContaining("at tol=1e-1 it ended with status 7");
        } finally {
            System.clearProperty(argument.substring(2, argument.indexOf('=')));
        }
    }

    private static void tell(Path file, String setting, KnownRungs.Rung rung) throws IOException {
        KnownRungs.tell(file, "faulty-exit", TINY.lambda(), TINY.lambdaMax(), setting, rung);
    }

    @Test
    void aColdShotIsTheFirstOfAFreshProcess() throws IOException {
        try (PeerShot shot = shot("hangs-later", OF_ZEROS, 5)) {
            shot.cool();
            assertThat(counted(shot).reached).isEqualTo(1);
        }
    }

    @Test
    void aFailureIsOneSentence() {
        assertThatThrownBy(() -> shot("throw", OF_ZEROS, 5))
                .hasMessage("faulty-throw at tol=1e-1 it failed: ValueError: tolerance must be positive");
        assertThatThrownBy(() -> shot("exit", OF_ZEROS, 5))
                .hasMessage("faulty-exit at tol=1e-1 it ended with status 7");
        assertThatThrownBy(() -> shot("nan", OF_ZEROS, 5))
                .hasMessage("faulty-nan wrote coefficients that are not finite numbers");
        assertThatThrownBy(() -> shot("refuses", OF_ZEROS, 5))
                .hasMessage("faulty-refuses failed: needs a licence file");
    }

    private PeerShot shot(String mode, MultinomialProblem problem, double budget) throws IOException {
        return shot(Peer.read(FaultyPeers.make(folder, mode)), problem, "1e-6", budget);
    }

    private static PeerShot shot(Peer peer, MultinomialProblem problem, String target, double budget) {
        return new PeerShot(problem, peer, ShotTarget.of(problem, target), budget);
    }

    private static ShotCounters counted(Shot shot) {
        ShotCounters counters = new ShotCounters();
        shot.load();
        shot.fire(false);
        shot.certify(counters);
        return counters;
    }
}
