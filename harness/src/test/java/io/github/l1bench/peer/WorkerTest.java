package io.github.l1bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.l1bench.problem.Certificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a worker does: one sentence, and nothing is left running or lying about. */
class WorkerTest {
    private static final Worker.Patience SHORT = new Worker.Patience(5, 5, 0.1);
    private static final double SOLVE_SECONDS = 0.3;

    @AfterEach
    void nothingIsLeft() throws IOException {
        TestPeers.assertNothingIsLeft();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "no-package     # ended with status 1; its last words: .*ModuleNotFoundError.*",
                "refuses        # failed: needs a licence file",
                "flood          # floods its output and was ended",
                "chatter        # (does not tell its .* in its hello|floods its output and was ended)",
                "future         # speaks protocol 9; this program speaks 1",
                "eager          # said 'l1peer loaded' (without being asked|where 'solved' is due), and was ended",
                "crash          # ended with status 139; its last words: in three / lines / of which the last count",
                "exit           # ended with status 7",
                "hang           # did not answer within 0.3 s and was ended",
                "no-line-end    # did not answer within 0.3 s and was ended; its last words: half a line",
                "throw          # failed: ValueError: tolerance must be positive",
                "other-answer   # said 'l1peer written' where 'solved' is due, and was ended",
                "crashing-child # ended with status 1",
                "boasts         # says that its fit took 1000 s, but its answer came after .* s",
                "no-clock       # says that its fit took soon s, but its answer came after .* s",
                "silent-clock   # does not tell the seconds that its fit took",
                "no-cpu         # says that its fit took much CPU seconds",
                "short          # wrote coef.f64 of 24 bytes where 32 are due",
                "flood-error    # floods its output and was ended",
                "long           # wrote coef.f64 of 40 bytes where 32 are due",
                "short-intercept # wrote intercept.f64 of 8 bytes where 16 are due",
                "infinite       # wrote coefficients that are not finite numbers",
                "nothing        # wrote no coef.f64 that can be read",
                "nan            # wrote coefficients that are not finite numbers",
            })
    void aFaultIsOneSentence(String mode, String sentence) {
        assertThatThrownBy(() -> useAll(mode))
                .isInstanceOf(PeerException.class)
                .message()
                .matches(sentence);
    }

    @ParameterizedTest
    @CsvSource({"garbage", "noisy", "child", "detached-child", "stays", "lives-on"})
    void noiseAndAChildThatLivesOnAreNoFaults(String mode) throws PeerException, IOException {
        assertThat(useAll(mode)).isEqualTo("zero, as always");
    }

    @Test
    void whatMovesATerminalsCursorIsBlankAndWhatIsNoSentenceIsCut() throws PeerException, IOException {
        assertThat(useAll("painter")).isEqualTo(" [2Jgone");
        assertThat(useAll("talker")).hasSize(Message.LONGEST_VALUE + 3).endsWith("...");
    }

    // Those that never answer are given up soon; a fault that takes its time on a busy machine is waited for.
    private static String useAll(String mode) throws PeerException, IOException {
        boolean mute = mode.equals("hang") || mode.equals("no-line-end");
        return useAll(TestPeers.faulty(mode), mute ? SOLVE_SECONDS : 20);
    }

    private static String useAll(Peer peer, double solveSeconds) throws PeerException, IOException {
        try (ProblemFolder folder = ProblemFolder.of(TestPeers.problem());
                Worker worker = Worker.start(peer, SHORT)) {
            worker.load(folder);
            worker.solve("tol=1e-1", 0, solveSeconds);
            return worker.answer().note();
        }
    }

    @Test
    void aMuteWorkerIsGivenUp() {
        assertThatThrownBy(() -> Worker.start(TestPeers.faulty("mute"), new Worker.Patience(0.2, 1, 0.3)))
                .hasMessage("did not answer within 0.2 s and was ended");
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Worker.start(TestPeers.peer("missing", "no-such-python", "worker.py")))
                .message()
                .startsWith("cannot be started: there is no program 'no-such-python' that can be run in ");
    }

    @Test
    void aWorkerLivesOnAfterItsOwnFailure() throws PeerException, IOException {
        try (ProblemFolder folder = ProblemFolder.of(TestPeers.problem());
                Worker worker = Worker.start(TestPeers.faulty("throw"), SHORT)) {
            worker.load(folder);
            assertThatThrownBy(() -> worker.solve("tol=1e-1", 0, 1)).hasMessageContaining("ValueError");
            assertThat(worker.isAlive()).isTrue();
            assertThat(worker.answer().coefficients().nonzeros()).isZero();
        }
    }

    @Test
    void aTimeThatIsMuchLessThanTheRoundTripDoesNotCount() throws PeerException, IOException {
        try (ProblemFolder folder = ProblemFolder.of(TestPeers.problem());
                Worker worker = Worker.start(TestPeers.faulty("slow"), SHORT)) {
            worker.load(folder);
            Solved solved = worker.solve("tol=1e-1", 0, 5);
            assertThat(solved.workerSeconds()).isEqualTo(0.001);
            assertThat(solved.seconds()).isEqualTo(solved.roundTripSeconds()).isGreaterThan(0.3);
        }
        assertThat(new Solved(1, 1.02, 1, null).seconds()).isEqualTo(1);
    }

    @Test
    void theWorkersOwnCpuSecondsCountAndElseThoseOfItsProcess() throws PeerException, IOException {
        assertThat(solved("tells-cpu").cpuSeconds()).isEqualTo(12.5);
        double ofProcess = solved("slow").cpuSeconds();
        assumeFalse(Double.isNaN(ofProcess), "this system does not tell CPU seconds");
        assertThat(ofProcess).isBetween(0.0, 0.25);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void peakMemoryIsThatOfTheProcessAndItsChildren() throws PeerException, IOException {
        long alone = solved("slow").peakBytes();
        assertThat(alone).isBetween(1L << 20, 60L << 20);
        assertThat(solved("large-child").peakBytes()).isBetween(alone + (60L << 20), alone + (120L << 20));
    }

    private static Solved solved(String mode) throws PeerException, IOException {
        try (ProblemFolder folder = ProblemFolder.of(TestPeers.problem());
                Worker worker = Worker.start(TestPeers.faulty(mode), SHORT)) {
            worker.load(folder);
            return worker.solve("tol=1e-1", 0, 5);
        }
    }

    @Test
    void itsLibrariesAreKeptToOneThread() throws PeerException, IOException {
        try (ProblemFolder folder = ProblemFolder.of(TestPeers.problem());
                Worker worker = Worker.start(TestPeers.faulty("tell-threads"), SHORT)) {
            worker.load(folder);
            worker.close();
            assertThat(worker.log()).contains("threads 111");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aChildThatHasDetachedIsEnded() throws PeerException, IOException {
        Path sleeping = Path.of("/proc");
        try (ProblemFolder folder = ProblemFolder.of(TestPeers.problem());
                Worker worker = Worker.start(TestPeers.faulty("detached-child"), SHORT)) {
            worker.load(folder);
            worker.solve("tol=1e-1", 0, 5);
            assertThat(marked(sleeping))
                    .as("the worker and what it has started")
                    .hasSize(2);
        }
        assertThat(marked(sleeping)).isEmpty();
    }

    // Processes of workers of this one, by their environment.
    private static List<Path> marked(Path processes) throws IOException {
        String mark = Strays.VARIABLE + "=" + ProcessHandle.current().pid() + ".";
        try (Stream<Path> all = Files.list(processes)) {
            return all.filter(process -> {
                        try {
                            return new String(
                                            Files.readAllBytes(process.resolve("environ")), StandardCharsets.ISO_8859_1)
                                    .contains(mark);
                        } catch (IOException e) {
                            return false;
                        }
                    })
                    .toList();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskUnderTheWorkersAnswerIsOneSentence() {
        assertThatThrownBy(() -> useAll("full-disk"))
                .isInstanceOf(PeerException.class)
                .hasMessageMatching("ended with status 1; its last words: .*No space left on device.*");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theHelperTellsThatThereIsNoRoom() throws IOException {
        Peer example = TestPeers.example();
        List<String> limited = List.of("sh", "-c", "ulimit -f 0; exec \"$@\"", "sh");
        Peer full = TestPeers.with(
                example,
                Stream.concat(limited.stream(), example.command().stream()).toList());
        assertThatThrownBy(() -> useAll(full, 20))
                .isInstanceOf(PeerException.class)
                .hasMessageMatching("failed: OSError: .*File too large");
    }

    @Test
    void anInterruptionEndsTheWorker() throws Exception {
        Peer peer = TestPeers.faulty("hang");
        Exception[] thrown = new Exception[1];
        Thread thread = new Thread(() -> {
            try (ProblemFolder folder = ProblemFolder.of(TestPeers.problem());
                    Worker worker = Worker.start(peer, SHORT)) {
                worker.load(folder);
                Thread.currentThread().interrupt();
                worker.solve("tol=1e-1", 0, 60);
            } catch (PeerException | IOException e) {
                thrown[0] = e;
            }
        });
        thread.start();
        thread.join();
        assertThat(thrown[0]).hasMessage("was interrupted");
    }

    @Test
    void theWorkedExampleSolvesWhatItIsGiven() throws PeerException, IOException {
        try (ProblemFolder folder = ProblemFolder.of(TestPeers.problem());
                Worker worker = Worker.start(TestPeers.example())) {
            worker.load(folder);
            worker.solve("tol=1e-9", 0, 60);
            assertThat(Certificate.of(folder.problem(), worker.answer().coefficients())
                            .relativeGap())
                    .isLessThan(1e-6);
        }
    }

    @Test
    void theWorkedExamplePassesTheCheckOfTheProtocol() throws IOException {
        assertThat(new WorkerCheck(TestPeers.example(), SHORT, 30).run())
                .hasSize(15)
                .allSatisfy(claim -> assertThat(claim.fault()).isEmpty());
    }

    @Tag("long")
    @Test
    void theCheckOfTheProtocolFindsFaults() {
        assertThat(faults("no-package")).get().asString().contains("ModuleNotFoundError");
        assertThat(faults("lives-on")).contains("it lives on after its bye");
        assertThat(faults("drifts")).get().asString().startsWith("it returns another answer when it is asked again");
    }

    private static Optional<String> faults(String mode) {
        return new WorkerCheck(TestPeers.faulty(mode), SHORT, 20)
                .run().stream()
                        .filter(claim -> !claim.holds())
                        .map(WorkerCheck.Claim::fault)
                        .findFirst();
    }
}
