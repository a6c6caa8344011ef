package io.github.l1bench.page;

import io.github.l1bench.figure.Figure;
import io.github.l1bench.figure.FigureFiles;
import io.github.l1bench.figure.RunFigures;
import io.github.l1bench.figure.StudyFigures;
import io.github.l1bench.io.WholeFile;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.view.FileNames;
import io.github.l1bench.view.RunView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the results in a run's folder into a page, figures and tables beside them. */
public final class Report {
    private Report() {}

    /**
     * Reads {@code run.json} and, where they exist, {@code jmh.json}, {@code study.json} and {@code snapshots.json} in
     * {@code runFolder} and writes {@code index.html}, {@code solvers/} with a page for each solver, tables as CSV, and
     * {@code figures/} with PNG, SVG and PDF beside them. What an earlier report left in these two folders is deleted.
     *
     * @throws IllegalArgumentException in one sentence, if a result file is missing or unreadable
     * @throws IllegalStateException if this Java runtime has no fonts; the message says what to install
     * @throws IOException if a file cannot be read or written
     */
    public static void render(Path runFolder) throws IOException {
        RunFolder folder = new RunFolder(runFolder);
        RunView view = RunView.read(folder);
        RunFigures pictures = FigureFiles.withFonts(() -> new RunFigures(view));
        Map<String, String> downloads = tables(view, folder);
        Map<String, Figure> figures = new LinkedHashMap<>(pictures.all());
        view.study().ifPresent(study -> figures.putAll(new StudyFigures(study, view.dataCaption()).all()));
        PageFiles.write(figures, runFolder.resolve(Addresses.FIGURES));
        String page = new RunPage(view, pictures, new PageFigures(figures, Addresses.FIGURES), downloads).render();
        solverPages(view, runFolder.resolve(Addresses.SOLVERS));
        WholeFile.write(runFolder.resolve(Addresses.RUN_PAGE), page);
    }

    private static void solverPages(RunView view, Path folder) throws IOException {
        try {
            Set<String> files = view.solvers().parallelStream()
                    .map(solver -> solverPage(view, folder, solver))
                    .collect(Collectors.toSet());
            PageFiles.forgetOthers(folder, files, "html");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String solverPage(RunView view, Path folder, String solver) {
        try {
            String file = FileNames.of(view.solvers(), solver) + ".html";
            WholeFile.write(folder.resolve(file), new SolverPage(view, solver).render());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> tables(RunView view, RunFolder folder) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(RunFolder.RUN, "run.json, the whole result");
        if (folder.has(RunFolder.JMH)) {
            files.put(RunFolder.JMH, "jmh.json, JMH's own result");
        }
        if (view.study().isPresent()) {
            files.put(RunFolder.STUDY, "study.json, the study of the published example");
            WholeFile.write(folder.file("study.csv"), Csv.study(view.study().get()));
            files.put("study.csv", "study.csv, the numbers of that study");
        }
        if (folder.has(RunFolder.SNAPSHOTS)) {
            files.put(RunFolder.SNAPSHOTS, "snapshots.json, weights along the traces");
        }
        WholeFile.write(folder.file("cells.csv"), new SolverTable(view).csv());
        files.put("cells.csv", "cells.csv, the table of solvers");
        files.putAll(peerTables(view, folder));
        WholeFile.write(folder.file("traces.csv"), Csv.traces(view.charted()));
        files.put("traces.csv", "traces.csv, the convergence curves");
        if (!view.times().all().isEmpty()) {
            WholeFile.write(folder.file("times.csv"), Csv.times(view.times().all()));
            files.put("times.csv", "times.csv, times to targets");
        }
        return files;
    }

    private static Map<String, String> peerTables(RunView view, RunFolder folder) throws IOException {
        PeerTable peers = new PeerTable(view);
        Map<String, String> contents = new LinkedHashMap<>();
        Map<String, String> files = new LinkedHashMap<>();
        if (!peers.multinomial().isEmpty()) {
            contents.put("peers.csv", peers.csv(peers.multinomial()));
            files.put("peers.csv", "peers.csv, the table of other people's programs");
        }
        if (!peers.oneVsRest().isEmpty()) {
            contents.put("one-vs-rest.csv", peers.csv(peers.oneVsRest()));
            files.put("one-vs-rest.csv", "one-vs-rest.csv, the table of one-vs-rest");
        }
        if (new ClaimSection(view).hasContent()) {
            contents.put("rungs.csv", new ClaimSection(view).csv());
            files.put("rungs.csv", "rungs.csv, every answer of other people's programs");
        }
        if (new ReplaySection(view).hasContent()) {
            contents.put("replays.csv", new ReplaySection(view).csv());
            files.put("replays.csv", "replays.csv, the published run, theirs and ours");
        }
        for (Map.Entry<String, String> content : contents.entrySet()) {
            WholeFile.write(folder.file(content.getKey()), content.getValue());
        }
        return files;
    }
}
