package io.github.l1bench.report;

import io.github.l1bench.figure.FigureFiles;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.result.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.knowm.xchart.internal.chartpart.IChart;

/** Turns the results in a run's folder into a page, figures and tables beside them. */
public final class Report {
    private static final String PAGE = "index.html";
    static final String FIGURES = "figures";

    private Report() {}

    /**
     * Reads {@code run.json} and, where they exist, {@code jmh.json} and {@code study.json} in {@code runFolder} and writes {@code index.html},
     * {@code cells.csv}, {@code traces.csv}, {@code times.csv} and {@code figures/} with PNG, SVG and PDF beside them.
     *
     * @throws IllegalArgumentException in one sentence, if a result file is missing or unreadable
     * @throws IllegalStateException if this Java runtime has no fonts; the message says what to install
     * @throws IOException if a file cannot be read or written
     */
    public static void render(Path runFolder) throws IOException {
        RunView view = RunView.read(runFolder);
        Pictures pictures = FigureFiles.withFonts(() -> new Pictures(view));
        Map<String, String> downloads = tables(view, runFolder);
        Map<String, IChart> figures = new LinkedHashMap<>(pictures.all());
        view.study().ifPresent(study -> figures.putAll(new StudyPictures(study, view.dataCaption()).all()));
        Map<String, String> svgs = write(figures, runFolder.resolve(FIGURES));
        WholeFile.write(runFolder.resolve(PAGE), new RunPage(view, pictures, svgs, downloads).render());
    }

    /** Writes figures in all formats, several at a time; returns their SVG documents by name, in the same order. */
    private static Map<String, String> write(Map<String, IChart> figures, Path folder) throws IOException {
        Map<String, String> svgs = new LinkedHashMap<>();
        figures.keySet().forEach(name -> svgs.put(name, ""));
        try {
            figures.entrySet().parallelStream()
                    .map(figure -> Map.entry(figure.getKey(), write(figure.getValue(), folder, figure.getKey())))
                    .toList()
                    .forEach(written -> svgs.put(written.getKey(), written.getValue()));
            return svgs;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String write(IChart figure, Path folder, String name) {
        try {
            String svg = FigureFiles.svg(figure);
            WholeFile.write(folder.resolve(name + ".svg"), svg);
            FigureFiles.writePng(figure, folder, name);
            FigureFiles.writePdf(figure, folder, name);
            return svg;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> tables(RunView view, Path folder) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(ResultFiles.RUN, "run.json, the whole result");
        if (Files.exists(folder.resolve(JmhFile.NAME))) {
            files.put(JmhFile.NAME, "jmh.json, JMH's own result");
        }
        if (view.study().isPresent()) {
            files.put(ResultFiles.STUDY, "study.json, the study of the published example");
        }
        WholeFile.write(folder.resolve("cells.csv"), Csv.cells(view));
        files.put("cells.csv", "cells.csv, the table of solvers");
        WholeFile.write(folder.resolve("traces.csv"), Csv.traces(view.solved()));
        files.put("traces.csv", "traces.csv, the convergence curves");
        if (!view.times().isEmpty()) {
            WholeFile.write(folder.resolve("times.csv"), Csv.times(view.times()));
            files.put("times.csv", "times.csv, times to targets");
        }
        return files;
    }
}
