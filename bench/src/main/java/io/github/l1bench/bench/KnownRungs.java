package io.github.l1bench.bench;

import io.github.l1bench.peer.Peer;
import io.github.l1bench.problem.MultinomialProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rungs of a peer's ladder came to in earlier forks, so that all forks and targets of a session share one climb,
 * and in the run that the session belongs to. Forks run one after the other; each appends to a file that their parent
 * names. Which rung is timed follows from it; its time is measured anew.
 */
public final class KnownRungs {
    private static final String FILE = "l1bench.rungs";

    private final String key;
    private final double budget;
    private final Path file;
    private final Map<String, Rung> rungs = new HashMap<>();

    /**
     * One fit of the first that tried it.
     *
     * @param seconds that it took
     * @param primal NaN where it was out of time
     * @param relativeGap NaN where it was out of time
     */
    public record Rung(double seconds, double primal, double relativeGap) {
        static Rung outOfTime(double budget) {
            return new Rung(budget, Double.NaN, Double.NaN);
        }

        boolean isOutOfTime() {
            return Double.isNaN(primal);
        }
    }

    /** What is known of {@code peer} on this problem, within {@code budget} seconds a fit. */
    KnownRungs(Peer peer, MultinomialProblem problem, double budget) {
        this.key = key(peer.name(), problem.lambda(), problem.lambdaMax());
        this.budget = budget;
        String named = System.getProperty(FILE);
        this.file = named == null ? null : Path.of(named);
        lines().stream().filter(line -> line.startsWith(key)).forEach(this::read);
    }

    private static String key(String peer, double lambda, double lambdaMax) {
        return peer + "\t" + lambda + "\t" + lambdaMax + "\t";
    }

    private List<String> lines() {
        try {
            return file == null || !Files.exists(file) ? List.of() : Files.readAllLines(file);
        } catch (IOException e) {
            return List.of(); // every rung is run again
        }
    }

    private void read(String line) {
        String[] words = line.substring(key.length()).split("\t");
        rungs.put(
                words[0],
                new Rung(Double.parseDouble(words[1]), Double.parseDouble(words[2]), Double.parseDouble(words[3])));
    }

    /** What {@code setting} came to; null where it was not tried, or was given less time. */
    Rung get(String setting) {
        Rung rung = rungs.get(setting);
        if (rung == null || rung.isOutOfTime() && rung.seconds < budget) {
            return null;
        }
        return rung.seconds > budget ? Rung.outOfTime(budget) : rung;
    }

    /** Notes what {@code setting} came to. */
    void note(String setting, Rung rung) {
        rungs.put(setting, rung);
        if (file == null) {
            return;
        }
        try {
            append(file, key, setting, rung);
        } catch (IOException e) {
            // the next fork runs it again
        }
    }

    private static void append(Path file, String key, String setting, Rung rung) throws IOException {
        String line = key + setting + "\t" + rung.seconds + "\t" + rung.primal + "\t" + rung.relativeGap + "\n";
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * Tells forks what a run has found.
     *
     * @param file that forks share
     * @param peer its name
     * @param lambda the penalty, of a problem whose largest sensible one is {@code lambdaMax}
     * @throws IOException if it cannot be written
     */
    public static void tell(Path file, String peer, double lambda, double lambdaMax, String setting, Rung rung)
            throws IOException {
        append(file, key(peer, lambda, lambdaMax), setting, rung);
    }

    /** The JVM argument by which forks share {@code file}; a benchmark that is not forked uses it from now on. */
    public static String forkArgument(Path file) {
        System.setProperty(FILE, file.toString());
        return "-D" + FILE + "=" + file;
    }
}
