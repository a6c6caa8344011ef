package io.github.l1bench.peer;

import io.github.l1bench.io.TemporaryFolder;
import io.github.l1bench.problem.Coefficients;
import java.io.IOException;
import java.util.List;

/**
 * A peer at work: started, given a problem, told to solve it, asked for its answer. After a {@link PeerException} that
 * is no worker's own "failed" its process has ended.
 */
public final class Worker implements AutoCloseable {
    /** The version of the protocol that this program speaks. */
    static final String PROTOCOL = "1";

    private static final double START_SECONDS = 60;
    private static final double FILE_SECONDS = 120;
    private static final double FAREWELL_SECONDS = 3;

    private final WorkerProcess process;
    private final Patience patience;
    private final String version;
    private final String runtime;
    private ProblemFolder problem;

    /**
     * How long a worker may take.
     *
     * @param startSeconds to say hello
     * @param fileSeconds to read a problem or to write an answer
     * @param farewellSeconds to end when it is told to quit; then it is ended
     */
    public record Patience(double startSeconds, double fileSeconds, double farewellSeconds) {
        /** Of a minute for a start, which may load a large library, and two for files. */
        public static final Patience USUAL = new Patience(START_SECONDS, FILE_SECONDS, FAREWELL_SECONDS);
    }

    private Worker(WorkerProcess process, Patience patience, Message hello) throws PeerException {
        this.process = process;
        this.patience = patience;
        this.version = required(hello, "version");
        this.runtime = required(hello, "runtime");
        String protocol = required(hello, "protocol");
        if (!protocol.equals(PROTOCOL)) {
            throw new PeerException("speaks protocol " + protocol + "; this program speaks " + PROTOCOL);
        }
    }

    private static String required(Message hello, String key) throws PeerException {
        return hello.value(key).orElseThrow(() -> new PeerException("does not tell its " + key + " in its hello"));
    }

    /**
     * Starts the worker of {@code peer}.
     *
     * @throws PeerException if it does not say hello
     */
    public static Worker start(Peer peer, Patience patience) throws PeerException {
        WorkerProcess process = new WorkerProcess(peer, patience.farewellSeconds());
        try {
            return new Worker(process, patience, process.answer("hello", patience.startSeconds()));
        } catch (PeerException e) {
            process.kill();
            throw e;
        }
    }

    /** The same with {@link Patience#USUAL}. */
    public static Worker start(Peer peer) throws PeerException {
        return start(peer, Patience.USUAL);
    }

    /** Name and version of the program that does the work. */
    public String version() {
        return version;
    }

    /** The language that runs it, with its version. */
    public String runtime() {
        return runtime;
    }

    /** Makes it read a problem, and turn it into what its library takes; off the clock. */
    public void load(ProblemFolder folder) throws PeerException {
        process.ask("loaded", patience.fileSeconds(), "load", folder.path().toString());
        problem = folder;
    }

    /**
     * Makes it solve the problem afresh.
     *
     * @param setting {@code parameter=value}
     * @param seconds that it may take
     */
    public Solved solve(String setting, long seed, double seconds) throws PeerException {
        double cpu = process.cpuSeconds();
        long start = System.nanoTime();
        Message answer = process.ask("solved", seconds, "solve", setting, "seed=" + seed);
        double roundTrip = 1e-9 * (System.nanoTime() - start);
        return Solved.of(answer, roundTrip, process.cpuSeconds() - cpu, process.peakBytes());
    }

    /** An answer, and what the worker says of it: an empty note where it says nothing. */
    public record Answer(Coefficients coefficients, String note) {}

    /**
     * Makes it write its last answer, and reads it.
     *
     * @throws IllegalStateException if no problem was loaded
     * @throws IOException if there is no room to write it
     */
    public Answer answer() throws PeerException, IOException {
        if (problem == null) {
            throw new IllegalStateException("no problem was loaded");
        }
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            Message written = process.ask(
                    "written", patience.fileSeconds(), "write", folder.path().toString());
            return new Answer(
                    CoefficientFiles.read(folder.path(), problem.problem()),
                    written.value("note").orElse(""));
        }
    }

    /** Says what is no question of the protocol; for checks. */
    Message say(String expected, double seconds, String... words) throws PeerException {
        return process.ask(expected, seconds, words);
    }

    /** Whether its process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The last lines that it wrote beside the protocol. */
    public List<String> log() {
        return process.log();
    }

    @Override
    public void close() {
        process.close();
    }
}
