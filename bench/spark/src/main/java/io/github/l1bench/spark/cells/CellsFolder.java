package io.github.l1bench.spark.cells;

import io.github.l1bench.io.WholeFile;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder of cells: {@code DATA/cells/SOLVER} is the run of one cell, written when it arrives, and {@code DATA} the run
 * of all of them, in which every cell keeps where it was measured.
 */
public final class CellsFolder {
    private static final String FAILURE = "failure.txt";
    private static final String ASKED = "asked.txt";

    private final Path path;

    /** Problems are its subfolders; it need not exist. */
    public CellsFolder(Path path) {
        this.path = path;
    }

    /** Where the run of {@code problem} is. */
    public Path of(String problem) {
        return path.resolve(CellSpec.folder(problem));
    }

    private RunFolder of(CellSpec spec) {
        return new RunFolder(of(spec.problem()).resolve("cells").resolve(CellSpec.folder(spec.solver())));
    }

    /** Whether a result of {@code spec} is here, whole. */
    public boolean has(CellSpec spec) throws IOException {
        try {
            return of(spec).has(RunFolder.RUN) && !of(spec).run().cells().isEmpty();
        } catch (IllegalArgumentException damaged) {
            return false;
        }
    }

    /** Keeps what has arrived; the run itself last, so that a folder without it is no result. */
    public void keep(CellOutcome outcome) throws IOException {
        Path folder = of(outcome.spec()).path();
        Files.createDirectories(folder);
        if (outcome.failure() != null) {
            WholeFile.write(folder.resolve(FAILURE), outcome.failure() + "\n\n" + outcome.log());
            return;
        }
        for (Map.Entry<String, byte[]> file : outcome.files().entrySet()) {
            if (!file.getKey().equals(RunFolder.RUN)) {
                write(folder.resolve(file.getKey()), file.getValue());
            }
        }
        write(folder.resolve(RunFolder.RUN), outcome.files().get(RunFolder.RUN));
        markNoise(of(outcome.spec()), outcome.disturbance());
        Files.deleteIfExists(folder.resolve(FAILURE));
    }

    private static void write(Path file, byte[] content) throws IOException {
        WholeFile.write(file, temporary -> Files.write(temporary, content));
    }

    // What a probe saw is told with the cell, unless it says more itself.
    private static void markNoise(RunFolder folder, String disturbance) throws IOException {
        if (disturbance == null) {
            return;
        }
        RunResult run = folder.run();
        List<CellResult> marked = run.cells().stream()
                .map(cell -> cell.made() == null || cell.made().disturbance() != null
                        ? cell
                        : cell.with(cell.made().disturbedBy(disturbance)))
                .toList();
        ResultFiles.write(folder.file(RunFolder.RUN), run.with(marked));
    }

    /**
     * Writes the run of all finished cells of {@code problem}.
     *
     * @param solvers in the order of the tables
     * @param command that makes them again
     * @return it; empty where nothing is finished
     */
    public Optional<RunResult> merge(String problem, List<String> solvers, String command) throws IOException {
        List<RunFolder> parts = new ArrayList<>();
        for (String solver : solvers) {
            CellSpec spec = CellSpec.on(problem, solver, List.of());
            if (has(spec)) {
                parts.add(of(spec));
            }
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new CellsMerge(parts, command).write(new RunFolder(of(problem))));
    }

    /**
     * Notes how all cells here are run.
     *
     * @throws IllegalArgumentException in one sentence, if those that are here were run otherwise
     */
    public void require(List<String> asked) throws IOException {
        Path file = path.resolve(ASKED);
        String text = String.join(" ", asked) + "\n";
        if (Files.exists(file) && !Files.readString(file).equals(text)) {
            throw new IllegalArgumentException(path + " holds cells that were run with '"
                    + Files.readString(file).strip() + "' and not with '" + text.strip()
                    + "'; name another folder with --out");
        }
        WholeFile.write(file, text);
    }

    /** The hosts of the cells of {@code run}. */
    public static List<String> hosts(RunResult run) {
        return run.cells().stream()
                .map(run::provenance)
                .map(Provenance::host)
                .filter(host -> host != null)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
