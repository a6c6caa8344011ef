package io.github.l1bench.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A worker's process: it is asked line by line, and every wait has an end. Whatever goes wrong is one
 * {@link PeerException}, after which nothing of it runs.
 */
final class WorkerProcess implements AutoCloseable {
    private static final long KILL_NANOS = 1_000_000_000;
    private static final long DRAIN_MILLIS = 200;
    private static final int LAST_WORDS = 3;
    private static final long FIRST_LOOK = 5_000_000;
    private static final long LAST_LOOK = 500_000_000;

    private static final List<String> THREADS = List.of(
            "OMP_NUM_THREADS",
            "OPENBLAS_NUM_THREADS",
            "MKL_NUM_THREADS",
            "BLIS_NUM_THREADS",
            "VECLIB_MAXIMUM_THREADS",
            "NUMEXPR_NUM_THREADS",
            "NUMBA_NUM_THREADS",
            "RCPP_PARALLEL_NUM_THREADS");

    private static final Set<WorkerProcess> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(WorkerProcess::kill), "workers of peers"));
    }

    private final Process process;
    private final DeathWatch watch;
    private final double farewellSeconds;
    private final WorkerOutput output;
    // Children that outlive their parent are nobody's descendants any more, so they are remembered.
    private final Set<ProcessHandle> children = ConcurrentHashMap.newKeySet();
    private final PeakMemory memory = new PeakMemory();
    private final String mark = Strays.newMark();

    /**
     * Starts a process in a peer's folder, its libraries kept to one thread.
     *
     * @param farewellSeconds that it may take to end when it is told to quit
     * @throws PeerException if there is no such program, or it has to be built first
     */
    WorkerProcess(Peer peer, double farewellSeconds) throws PeerException {
        this.farewellSeconds = farewellSeconds;
        List<String> command = StartCommand.of(peer);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(peer.folder().toFile());
        pinThreads(builder.environment());
        builder.environment().put(Strays.VARIABLE, mark);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new PeerException("cannot be started: there is no program '" + command.get(0)
                    + "' that can be run in " + peer.folder());
        }
        watch = new DeathWatch(process, mark);
        RUNNING.add(this);
        output = new WorkerOutput(process);
    }

    private static void pinThreads(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("OMP_") || name.endsWith("_NUM_THREADS"));
        THREADS.forEach(name -> environment.put(name, "1"));
        environment.put("OMP_DYNAMIC", "FALSE");
        environment.put("PYTHONDONTWRITEBYTECODE", "1");
    }

    /**
     * Says a line and waits for the answer.
     *
     * @param expected the kind of the answer
     * @param seconds how long it may take
     * @throws PeerException if it is another, or none; unless the worker itself says that it failed, it is ended
     */
    Message ask(String expected, double seconds, String... words) throws PeerException {
        requireSilence();
        String line = String.join("\t", words);
        if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a line break in what a peer is told: " + line);
        }
        try {
            OutputStream in = process.getOutputStream();
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException e) {
            throw died();
        }
        return answer(expected, seconds);
    }

    private void requireSilence() throws PeerException {
        try {
            Message early = output.next(0);
            if (early != null) {
                kill();
                throw new PeerException("said " + quoted(early.line()) + " without being asked, and was ended");
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Waits for a message, as {@link #ask} does. */
    Message answer(String expected, double seconds) throws PeerException {
        Message message = await(seconds);
        if (message.kind().equals(Message.FAILED)) {
            throw new PeerException("failed: " + message.value("reason").orElse("it gave no reason"));
        }
        if (!message.kind().equals(expected)) {
            kill();
            throw new PeerException(
                    "said " + quoted(message.line()) + " where '" + expected + "' is due, and was ended");
        }
        return message;
    }

    private Message await(double seconds) throws PeerException {
        long end = System.nanoTime() + (long) (1e9 * seconds);
        long look = FIRST_LOOK;
        try {
            Message message = output.next(look);
            while (message == null) {
                look();
                if (!process.isAlive()) {
                    return lastMessage();
                }
                if (output.isFlooded()) {
                    kill();
                    throw new PeerException("floods its output and was ended");
                }
                if (System.nanoTime() >= end) {
                    kill();
                    output.drain(DRAIN_MILLIS);
                    throw PeerException.outOfTime(
                            "did not answer within " + (float) seconds + " s and was ended" + lastWords());
                }
                look = Math.min(2 * look, LAST_LOOK);
                message = output.next(Math.max(0, Math.min(look, end - System.nanoTime())));
            }
            return message;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void look() {
        process.descendants().forEach(children::add);
        memory.look(Stream.concat(Stream.of(process.toHandle()), children.stream()));
    }

    // It may have said something before it ended that is not read yet.
    private Message lastMessage() throws PeerException, InterruptedException {
        output.drain(DRAIN_MILLIS);
        Message last = output.next(0);
        if (last == null) {
            throw died();
        }
        return last;
    }

    /** @throws PeerException if it does not end by itself, or with another status than 0 */
    void requireEnd(double seconds) throws PeerException {
        try {
            if (!process.waitFor((long) (1e3 * seconds), TimeUnit.MILLISECONDS)) {
                kill();
                throw new PeerException("lives on after its bye");
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        if (process.exitValue() != 0) {
            throw died();
        }
    }

    private PeerException interrupted() {
        kill();
        Thread.currentThread().interrupt();
        return new PeerException("was interrupted");
    }

    private PeerException died() {
        try {
            boolean ended = process.waitFor(1, TimeUnit.SECONDS);
            output.drain(DRAIN_MILLIS);
            kill();
            return new PeerException(
                    (ended ? "ended with status " + process.exitValue() : "closed its input") + lastWords());
        } catch (InterruptedException e) {
            return interrupted();
        }
    }

    private String lastWords() {
        List<String> log = output.log();
        return log.isEmpty()
                ? ""
                : "; its last words: "
                        + String.join(" / ", log.subList(Math.max(0, log.size() - LAST_WORDS), log.size()));
    }

    private static String quoted(String line) {
        return "'" + (line.length() > 100 ? line.substring(0, 100) + "..." : line).replace('\t', ' ') + "'";
    }

    /** CPU seconds so far, without those of children; NaN where the system does not tell. */
    double cpuSeconds() {
        return process.info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .map(nanos -> 1e-9 * nanos)
                .orElse(Double.NaN);
    }

    /**
     * The most memory that it and its children, as far as they were seen, have had resident so far, each at its own
     * highest, in bytes; null where the system does not tell.
     */
    Long peakBytes() {
        look();
        return memory.bytes();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The last lines that it wrote beside the protocol. */
    List<String> log() {
        return output.log();
    }

    /** Ends it and its children, and waits until they have ended. */
    void kill() {
        watch.close();
        process.descendants().forEach(children::add);
        process.destroyForcibly();
        children.addAll(Strays.marked(mark));
        children.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(List.of(process.toHandle()), KILL_NANOS);
        // One whose parent has ended may count as alive for as long as nobody asks what became of it.
        awaitEnd(children, KILL_NANOS / 10);
        children.clear();
        RUNNING.remove(this);
    }

    private static void awaitEnd(Collection<ProcessHandle> killed, long nanos) {
        long end = System.nanoTime() + nanos;
        while (killed.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
            LockSupport.parkNanos(FIRST_LOOK);
        }
    }

    /** Bids it farewell, and ends what has not ended by then. */
    @Override
    public void close() {
        process.descendants().forEach(children::add);
        try (OutputStream in = process.getOutputStream()) {
            in.write("quit\n".getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException e) {
            // it has ended already
        }
        try {
            process.waitFor((long) (1e3 * farewellSeconds), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }
}
