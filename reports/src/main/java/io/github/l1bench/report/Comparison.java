package io.github.l1bench.report;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.WholeFile;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Two runs of the same problem side by side: what became slower or faster, and whether the results changed. */
public final class Comparison {
    private final RunView before;
    private final RunView after;
    private final double margin;
    private final List<TimeChange> times;

    private Comparison(RunView before, RunView after, double margin) {
        this.before = before;
        this.after = after;
        this.margin = margin;
        this.times = TimeChange.all(before.scores(), after.scores(), margin);
    }

    /**
     * Compares the runs in two folders.
     *
     * @param before folder with {@code run.json} and, for times, {@code jmh.json}
     * @param after the same of the run that is judged
     * @param margin share of slowing down that is tolerated: 0.1 for 10 %
     * @param differentMachines whether times of different machines shall be compared all the same
     * @throws IllegalArgumentException in one sentence, if a run is missing or unreadable, if the runs solved different
     *     problems, or if they come from different machines and {@code differentMachines} is false
     * @throws IOException if a file cannot be read
     */
    public static Comparison of(Path before, Path after, double margin, boolean differentMachines) throws IOException {
        return of(RunView.read(new RunFolder(before)), RunView.read(new RunFolder(after)), margin, differentMachines);
    }

    static Comparison of(RunView before, RunView after, double margin, boolean differentMachines) {
        if (!(margin >= 0)) {
            throw new IllegalArgumentException("the margin is " + margin + "; give a share such as 0.1 for 10 %");
        }
        requireSameProblem(before.run(), after.run());
        if (!differentMachines && !sameMachine(before.run(), after.run())) {
            throw new IllegalArgumentException("run " + before.run().id() + " was made on "
                    + machine(before.run().provenance()) + " and run "
                    + after.run().id() + " on "
                    + machine(after.run().provenance())
                    + "; times of different machines do not compare, unless you allow different machines");
        }
        return new Comparison(before, after, margin);
    }

    private static void requireSameProblem(RunResult a, RunResult b) {
        if (!a.data().sha256().equals(b.data().sha256())) {
            throw new IllegalArgumentException("runs " + a.id() + " and " + b.id() + " were made on different data ("
                    + a.data().title() + " and " + b.data().title() + "); compare runs with the same data hash");
        }
        if (a.lambda() != b.lambda()) {
            throw new IllegalArgumentException("runs " + a.id() + " and " + b.id() + " have different penalties ("
                    + a.lambda() + " and " + b.lambda() + "); compare runs with the same lambda");
        }
    }

    static boolean sameMachine(RunResult a, RunResult b) {
        return machine(a.provenance()).equals(machine(b.provenance()));
    }

    private static String machine(Provenance made) {
        return made.cpu() + " with " + made.cores() + (made.cores() == 1 ? " core" : " cores");
    }

    RunView before() {
        return before;
    }

    RunView after() {
        return after;
    }

    double margin() {
        return margin;
    }

    /** Changes of the times that both runs have. */
    List<TimeChange> times() {
        return times;
    }

    /** A cell in two runs. */
    record CellChange(CellResult before, CellResult after) {
        /** Whether it did what was asked before and does not now. */
        boolean isRegression() {
            return before.met() && !after.met();
        }
    }

    /** The cells that both runs have, by label. */
    List<CellChange> cells() {
        List<CellChange> changes = new ArrayList<>();
        for (CellResult cell : after.raw().cells()) {
            Optional<CellResult> old = before.raw().cells().stream()
                    .filter(c -> c.key().equals(cell.key()))
                    .findFirst();
            old.ifPresent(o -> changes.add(new CellChange(o, cell)));
        }
        return changes;
    }

    /**
     * Whether something became worse: a time slower beyond the margin, significantly at 5 % over the whole table; a
     * target or a rule that was reached before and is not now.
     */
    public boolean isRegression() {
        return times.stream().anyMatch(c -> c.verdict().isRegression())
                || cells().stream().anyMatch(CellChange::isRegression);
    }

    /** The verdict in a sentence. */
    public String headline() {
        long slower = times.stream().filter(c -> c.verdict().isRegression()).count();
        long faster = times.stream()
                .filter(c -> c.verdict() == TimeChange.Verdict.FASTER || c.verdict() == TimeChange.Verdict.GAINED)
                .count();
        long lost = cells().stream().filter(CellChange::isRegression).count();
        String timed = times.isEmpty()
                ? "No time is in both runs"
                : slower + " of " + times.size() + " times slower beyond " + Quantity.fixed(100 * margin, 0) + " %, "
                        + faster + " faster";
        return timed
                + (lost == 0
                        ? "."
                        : "; " + lost + (lost == 1 ? " solver no longer reaches" : " solvers no longer reach")
                                + " what was asked.");
    }

    /** What else differs between the runs and may explain a change, or weakens the comparison. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        RunResult a = before.run();
        RunResult b = after.run();
        if (!sameMachine(a, b)) {
            remarks.add("These are different machines: the ratios of times compare the machines as well.");
        }
        if (a.quick() || b.quick()) {
            remarks.add("A quick run is among them: measured with few repetitions.");
        }
        differs(remarks, "Java", a.provenance().java(), b.provenance().java());
        differs(remarks, "JVM flags", a.provenance().flags(), b.provenance().flags());
        differs(remarks, "Seed", a.seed(), b.seed());
        long reused = times.stream()
                .filter(c -> !Origins.reusedFrom(c.after()).isEmpty())
                .count();
        if (reused > 0) {
            remarks.add(reused + " of the times of the second run were reused from other runs, maybe from the first.");
        }
        long unknown = times.stream()
                .filter(c -> c.verdict() == TimeChange.Verdict.UNKNOWN)
                .count();
        if (unknown > 0) {
            remarks.add(unknown + " of the times have too few samples for a test; measure with more forks.");
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

    /**
     * Writes the comparison as a page.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        WholeFile.write(file, new ComparisonPage(this).render());
    }
}
