package io.github.l1bench.compare;

import io.github.l1bench.data.DataInfo;
import io.github.l1bench.io.WholeFile;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.JmhSetup.Difference;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.view.Origins;
import io.github.l1bench.view.PenaltyWords;
import io.github.l1bench.view.RowNames;
import io.github.l1bench.view.RunView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two runs of the same problem side by side: what became slower or faster, whether the results changed, and what is in
 * one of them only.
 */
public final class Comparison {
    private final RunView before;
    private final RunView after;
    private final Terms terms;
    private final Map<Difference, Integer> conditions = new LinkedHashMap<>();
    private final List<TimeChange> times;
    private final List<CellChange> cells;

    /**
     * On what terms runs are compared.
     *
     * @param margins how much slower counts
     * @param differentMachines whether times of different machines shall be compared all the same
     * @param differentConditions whether times measured under different conditions shall be compared all the same
     */
    public record Terms(Margins margins, boolean differentMachines, boolean differentConditions) {}

    private Comparison(RunView before, RunView after, Terms terms) {
        this.before = before;
        this.after = after;
        this.terms = terms;
        List<RowPair> pairs = RowPair.all(before.scores(), after.scores());
        this.times = TimeChange.all(pairs, terms.margins());
        this.cells = CellChange.all(before.raw(), after.raw());
        Stream.concat(
                        pairs.stream().flatMap(pair -> pair.differences().stream()),
                        cells.stream().flatMap(cell -> cell.differences().stream()))
                .forEach(difference -> conditions.merge(difference, 1, Integer::sum));
        String kernels = before.run().provenance().kernels();
        String others = after.run().provenance().kernels();
        if (!kernels.equals(others)) {
            conditions.put(new Difference("kernels", kernels, others, false), cells.size());
        }
    }

    /**
     * Compares the runs in two folders.
     *
     * @param before folder with {@code run.json} and, for times, {@code jmh.json}
     * @param after the same of the run that is judged
     * @throws IllegalArgumentException in one sentence, if a run is missing or unreadable, if the runs solved different
     *     problems, if a margin is of nothing that was timed, or if they come from different machines or were measured
     *     under conditions that make times incomparable, and {@code terms} do not allow that
     * @throws IOException if a file cannot be read
     */
    public static Comparison of(Path before, Path after, Terms terms) throws IOException {
        RunFolder first = new RunFolder(before);
        RunFolder second = new RunFolder(after);
        RunView a = RunView.readResults(first);
        RunView b = RunView.readResults(second);
        return of(a.named(first.name(a.run(), b.run())), b.named(second.name(b.run(), a.run())), terms);
    }

    static Comparison of(RunView before, RunView after, Terms terms) {
        requireSameProblem(before.run(), after.run());
        if (!terms.differentMachines() && !sameMachine(before.run(), after.run())) {
            throw new IllegalArgumentException("run " + before.run().id() + " was made on "
                    + machine(before.run().provenance()) + " and run "
                    + after.run().id() + " on "
                    + machine(after.run().provenance())
                    + "; times of different machines do not compare, unless --different-machines is given");
        }
        terms.margins()
                .requireUsed(Stream.concat(before.scores().stream(), after.scores().stream())
                        .toList());
        Comparison comparison = new Comparison(before, after, terms);
        comparison.requireSameConditions();
        return comparison;
    }

    private static void requireSameProblem(RunResult a, RunResult b) {
        if (!a.data().sha256().equals(b.data().sha256())) {
            throw new IllegalArgumentException("runs " + a.id() + " and " + b.id() + " were made on different data ("
                    + words(a.data()) + " and " + words(b.data()) + "); compare runs with the same data hash");
        }
        if (a.lambda() != b.lambda()) {
            throw new IllegalArgumentException(
                    "runs " + a.id() + " and " + b.id() + " have different penalties (" + PenaltyWords.of(a.penalty())
                            + " and " + PenaltyWords.of(b.penalty()) + "); compare runs with the same lambda");
        }
    }

    private static String words(DataInfo data) {
        return String.format(
                Locale.ROOT, "%s, %d × %d, hash %.8s", data.title(), data.trainRows(), data.features(), data.sha256());
    }

    static boolean sameMachine(RunResult a, RunResult b) {
        return machine(a.provenance()).equals(machine(b.provenance()));
    }

    private static String machine(Provenance made) {
        return made.cpu() + " with " + made.cores() + (made.cores() == 1 ? " core" : " cores");
    }

    private void requireSameConditions() {
        String incomparable = conditions.keySet().stream()
                .filter(difference -> !difference.comparable())
                .map(difference -> difference.what() + " " + difference.before() + " and " + difference.after())
                .collect(Collectors.joining("; "));
        if (!terms.differentConditions() && !incomparable.isEmpty()) {
            throw new IllegalArgumentException("runs " + before.run().id() + " and "
                    + after.run().id() + " were made under different conditions (" + incomparable
                    + "), so that they do not compare, unless --different-conditions is given");
        }
    }

    RunView before() {
        return before;
    }

    RunView after() {
        return after;
    }

    /** Names of the times of both runs. */
    RowNames names() {
        return new RowNames(
                Stream.concat(before.scores().stream(), after.scores().stream()).toList());
    }

    /** Changes of the times that one of the runs has; what is missing in the second one first. */
    List<TimeChange> times() {
        return times;
    }

    /** The cells that one of the runs has; what is missing in the second one first. */
    List<CellChange> cells() {
        return cells;
    }

    /**
     * Whether something became worse: a time slower beyond its margin, significantly at 5 % over the whole table, or by
     * too few forks to tell; a target or a rule that was reached before and is not now; a benchmark or a result that
     * fails now, or is missing.
     */
    public boolean isRegression() {
        return times.stream().anyMatch(c -> c.verdict().isRegression)
                || cells.stream().anyMatch(CellChange::isRegression);
    }

    /** The verdict in a sentence. */
    public String headline() {
        long both = times.stream()
                .filter(c -> c.pair().before() != null && c.pair().after() != null)
                .count();
        List<String> parts = new ArrayList<>();
        if (both == 0) {
            parts.add("No time is in both runs");
        } else {
            long slower = count(TimeChange.Verdict.SLOWER) + count(TimeChange.Verdict.UNTOLD);
            long faster = count(TimeChange.Verdict.FASTER) + count(TimeChange.Verdict.GAINED);
            parts.add(
                    slower + " of " + both + " times slower " + terms.margins().words() + ", " + faster + " faster");
        }
        add(parts, count(TimeChange.Verdict.LOST), "target is no longer reached", "targets are no longer reached");
        add(parts, count(TimeChange.Verdict.FAILED), "benchmark fails now", "benchmarks fail now");
        add(parts, count(TimeChange.Verdict.MISSING), "time is missing", "times are missing");
        add(
                parts,
                count(CellChange.Verdict.LOST),
                "solver no longer reaches what was asked",
                "solvers no longer reach what was asked");
        add(parts, count(CellChange.Verdict.FAILED), "solver fails now", "solvers fail now");
        add(parts, count(CellChange.Verdict.MISSING), "result is missing", "results are missing");
        return String.join("; ", parts) + ".";
    }

    private static void add(List<String> parts, long count, String one, String several) {
        if (count > 0) {
            parts.add(count + " " + (count == 1 ? one : several));
        }
    }

    private long count(TimeChange.Verdict verdict) {
        return times.stream().filter(c -> c.verdict() == verdict).count();
    }

    private long count(CellChange.Verdict verdict) {
        return cells.stream().filter(c -> c.verdict() == verdict).count();
    }

    /** What else differs between the runs and may explain a change, or weakens the comparison. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        RunResult a = before.run();
        RunResult b = after.run();
        if (!sameMachine(a, b)) {
            remarks.add("These are different machines: the ratios of times compare the machines as well.");
        }
        for (RunResult run : List.of(a, b)) {
            if (run.machines().size() > 1) {
                remarks.add("Run " + run.id() + " holds results of several machines: "
                        + String.join("; ", run.machines()) + ".");
            }
        }
        if (a.quick() || b.quick()) {
            remarks.add("A quick run is among them: measured with few repetitions.");
        }
        differs(remarks, "Java", a.provenance().java(), b.provenance().java());
        differs(remarks, "JVM flags", a.provenance().flags(), b.provenance().flags());
        differs(remarks, "Seed", a.seed(), b.seed());
        conditions.forEach((difference, count) -> remarks.add("Different " + difference.what() + " in " + count
                + (count == 1 ? " row: " : " rows: ") + difference.before() + " before, " + difference.after()
                + " after" + (difference.comparable() ? "." : "; compared all the same, as was asked for.")));
        long reused = after.scores().stream()
                .filter(row -> !Origins.reusedFrom(row).isEmpty())
                .count();
        if (reused > 0) {
            remarks.add(reused + " of the times of the second run were reused from other runs, maybe from the first.");
        }
        long unknown = count(TimeChange.Verdict.UNKNOWN) + count(TimeChange.Verdict.UNTOLD);
        if (unknown > 0) {
            remarks.add(unknown + " of the times have too few forks for a test; measure with five or more.");
        }
        return remarks;
    }

    private static void differs(List<String> remarks, String what, Object a, Object b) {
        if (!Objects.equals(a, b)) {
            remarks.add(what + " differs: " + a + " before, " + b + " after.");
        }
    }

    /** The comparison as text for a terminal. */
    public String text() {
        return new ComparisonText(this).toString();
    }

    /** The comparison as Markdown, for the summary of a job of continuous integration. */
    public String markdown() {
        return new ComparisonMarkdown(this).toString();
    }

    /**
     * Writes the comparison as a page.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        WholeFile.write(file, new ComparisonPage(this).render());
    }

    /** The comparison as JSON. */
    public String json() {
        return new ComparisonJson(this).toString();
    }
}
