package io.github.l1bench.run;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.JmhNotes;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.RunSnapshots;
import io.github.l1bench.result.StudyResult;
import io.github.l1bench.solver.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of a run: {@code run.json}, and beside it what belongs to the run: the study, the snapshots and JMH's rows
 * with their notes. Everything is written whole or not at all; what is read is sound, or refused in one sentence.
 *
 * @param path where it lies; it need not exist
 */
public record RunFolder(Path path) {
    /** The name of the file with the run's results; a folder with this file is a run's. */
    public static final String RUN = "run.json";

    /** The name of the file with a collection's results; a folder with this file is a collection's. */
    public static final String COLLECTION = "collection.json";

    /** The name of the file that holds the study of the published example, where one was made. */
    public static final String STUDY = "study.json";

    /** The name of the file that holds how the weights came about. */
    public static final String SNAPSHOTS = "snapshots.json";

    /** The name of JMH's result file; its notes lie beside it, see {@link JmhNotes#beside}. */
    public static final String JMH = "jmh.json";

    /**
     * The folders of runs that lie in {@code parent}, by name; none where it is no folder. What lies there beside them is
     * left out.
     *
     * @throws IOException if it cannot be listed
     */
    public static List<RunFolder> within(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.sorted()
                    .map(RunFolder::new)
                    .filter(folder -> folder.has(RUN))
                    .toList();
        }
    }

    /** The name of the run that lies or will lie here: that of its folder. */
    public String id() {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    /** What to call {@code run}, which lies here, beside {@code other}: with its folder where both have one name. */
    public String name(RunResult run, RunResult other) {
        return run.id().equals(other.id()) ? run.id() + " (" + path + ")" : run.id();
    }

    /** The file of that name here. */
    public Path file(String name) {
        return path.resolve(name);
    }

    /** Whether there is a file of that name here. */
    public boolean has(String name) {
        return Files.isRegularFile(file(name));
    }

    /** Whether {@code file} is where the times of a run belong. */
    public static boolean isTimesOfRun(Path file) {
        return file.getFileName().toString().equals(JMH) && of(file).has(RUN);
    }

    /** The folder in which {@code file} lies. */
    public static RunFolder of(Path file) {
        return new RunFolder(file.toAbsolutePath().normalize().getParent());
    }

    /**
     * The run.
     *
     * @throws IllegalArgumentException in one sentence, if there is none or it is damaged
     * @throws IOException if it cannot be read
     */
    public RunResult run() throws IOException {
        if (!has(RUN) && has(COLLECTION)) {
            throw new IllegalArgumentException(path + " is the folder of a collection; name the run of one of its"
                    + " instances, which lie in " + path.resolve("instances"));
        }
        if (Files.isRegularFile(path)) {
            throw new IllegalArgumentException(path + " is a file; name the folder of a run");
        }
        RunResult run = ResultFiles.read(file(RUN));
        return run.with(run.cells().stream().map(RunFolder::plain).toList());
    }

    // Runs that were merged by earlier versions name foreign cells with the reason.
    private static CellResult plain(CellResult cell) {
        String mark = cell.origin().map(Origin::mark).orElse("");
        return cell.label().endsWith(mark) && cell.solver().endsWith(mark)
                ? cell.named(without(cell.label(), mark), without(cell.solver(), mark))
                : cell;
    }

    private static String without(String name, String mark) {
        return name.substring(0, name.length() - mark.length());
    }

    /**
     * The study of {@code run}, which lies here; empty where none was made.
     *
     * @throws IllegalArgumentException in one sentence, if it is damaged or of another run
     * @throws IOException if it cannot be read
     */
    public Optional<StudyResult> study(RunResult run) throws IOException {
        if (!has(STUDY)) {
            return Optional.empty();
        }
        StudyResult study = ResultFiles.readStudy(file(STUDY));
        if (!study.belongsTo(run)) {
            throw new IllegalArgumentException(file(STUDY) + " is of another run than " + run.id()
                    + ": its data, penalty or seed differ; delete it, or run again");
        }
        return Optional.of(study);
    }

    /**
     * How the weights of {@code run}, which lies here, came about; nothing where that was not recorded.
     *
     * @throws IllegalArgumentException in one sentence, if the file is damaged or of another run
     * @throws IOException if it cannot be read
     */
    public RunSnapshots snapshots(RunResult run) throws IOException {
        if (!has(SNAPSHOTS)) {
            return RunSnapshots.NONE;
        }
        RunSnapshots snapshots = ResultFiles.readSnapshots(file(SNAPSHOTS));
        if (!snapshots.belongsTo(run)) {
            throw new IllegalArgumentException(file(SNAPSHOTS) + " does not fit the " + RUN
                    + " beside it: it is of another run, or results were taken out; delete it, or run again");
        }
        return snapshots;
    }

    /**
     * JMH's rows of {@code run}, which lies here; none where it was not timed. Of rows without notes nothing is known but
     * the run's own provenance.
     *
     * @throws IllegalArgumentException in one sentence, if they are damaged
     * @throws IOException if they cannot be read
     */
    public JmhRows jmh(RunResult run) throws IOException {
        JmhRows read = JmhRows.read(file(JMH));
        return read.provenance() != null
                ? read
                : new JmhRows(
                        read.settings(),
                        run.provenance(),
                        read.rows().stream()
                                .map(row -> row.by(run.provenance()))
                                .toList(),
                        read.failures());
    }

    /** JMH's rows that lie here, where their code and settings are known. */
    public Optional<JmhRows> notedJmh() throws IOException {
        return JmhRows.noted(file(JMH));
    }

    /** Writes a run and how its weights came about. */
    public void write(RunResult run, RunSnapshots snapshots) throws IOException {
        ResultFiles.write(file(RUN), run);
        ResultFiles.write(file(SNAPSHOTS), snapshots);
    }

    /** Writes the study of the run that lies here. */
    public void write(StudyResult study) throws IOException {
        ResultFiles.write(file(STUDY), study);
    }

    /** Writes JMH's rows of the run that lies here. */
    public void write(JmhRows rows) throws IOException {
        rows.write(file(JMH));
    }

    /**
     * Makes room for a run that replaces the one here: deletes study and snapshots, and of JMH's rows those that would
     * not hold any longer. The rows of {@code finished} and of their variants stay, and with them those of no solver.
     *
     * @param finished solvers whose results the new run takes over
     * @return what was measured and is deleted, each in words; empty where nothing is lost
     */
    public List<String> beginAnew(Set<String> finished) throws IOException {
        List<String> lost = keepOnly(finished);
        Files.deleteIfExists(file(STUDY));
        Files.deleteIfExists(file(SNAPSHOTS));
        return lost;
    }

    private List<String> keepOnly(Set<String> finished) throws IOException {
        if (!has(JMH)) {
            return List.of();
        }
        Optional<JmhRows> noted = notedJmh();
        if (noted.isEmpty()) {
            deleteTimes();
            return List.of("all of " + JMH + ", of which nobody knows what code it timed");
        }
        List<JmhRow> before = noted.get().rows();
        List<JmhRow> kept = finished.isEmpty()
                ? List.of()
                : before.stream()
                        .filter(row -> row.solver().isEmpty() || isOf(finished, row.solver()))
                        .toList();
        if (kept.isEmpty()) {
            deleteTimes();
        } else if (kept.size() < before.size() || !noted.get().failures().isEmpty()) {
            List<JmhNotes.Failure> failures = noted.get().failures().stream()
                    .filter(failure -> isOf(finished, JmhRow.failed(failure).solver()))
                    .toList();
            write(noted.get().with(kept, failures));
        }
        return before.stream()
                .filter(row -> !kept.contains(row))
                .map(row -> row.solver().isEmpty() ? row.className() : row.solver())
                .distinct()
                .toList();
    }

    // A variant is of the same code as its solver; it may have been timed alone.
    private static boolean isOf(Set<String> finished, String solver) {
        return finished.contains(solver) || finished.contains(Variant.solverName(solver));
    }

    private void deleteTimes() throws IOException {
        Files.deleteIfExists(file(JMH));
        Files.deleteIfExists(JmhNotes.beside(file(JMH)));
    }
}
