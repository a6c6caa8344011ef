package io.github.l1bench.overview;

import io.github.l1bench.collection.CollectionFolder;
import io.github.l1bench.collection.CollectionResults;
import io.github.l1bench.figure.Figure;
import io.github.l1bench.figure.FigureFiles;
import io.github.l1bench.io.WholeFile;
import io.github.l1bench.page.PageFigures;
import io.github.l1bench.page.PageFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Turns a collection's results into a page, figures and tables beside them, and the page of each instance. */
public final class OverviewReport {
    static final String PAGE = "index.html";
    private static final String FIGURES = "figures";

    private OverviewReport() {}

    /**
     * Reads {@code collection.json} in {@code folder} and writes {@code index.html}, tables as CSV and LaTeX, and
     * {@code figures/} with PNG, SVG and PDF; then the page of each instance whose run lies in {@code instances/}.
     * An instance whose run cannot be read has no page; everything else is there.
     *
     * @param background the folder of an earlier run over which this one is laid
     * @param progress told the name of each instance whose page is next
     * @return why instances whose run lies there have no page, a sentence each, by their names
     * @throws IllegalArgumentException in one sentence, if a result is missing or unreadable, or the runs share no instance
     * @throws IllegalStateException if this Java runtime has no fonts; the message says what to install
     * @throws IOException if a file cannot be read or written
     */
    public static Map<String, String> render(
            CollectionFolder folder, Optional<CollectionFolder> background, Consumer<String> progress)
            throws IOException {
        CollectionResults results = folder.read();
        CollectionView view = new CollectionView(results);
        Background stored = background.isPresent() ? laidOver(view, background.get()) : Background.NONE;
        InstancePages pages = InstancePages.render(folder, view.instances(), progress);
        write(folder.path(), view, stored, pages);
        return pages.unreadable();
    }

    private static Background laidOver(CollectionView view, CollectionFolder folder) throws IOException {
        Background background = new Background(view, new CollectionView(folder.read()));
        if (background.shared() == 0) {
            throw new IllegalArgumentException("the run in " + folder.path()
                    + " has no instance of the same name, data " + "and penalty; choose a run of the same collection");
        }
        return background;
    }

    /** The page without those of the instances. */
    private static void write(Path folder, CollectionView view, Background background, InstancePages pages)
            throws IOException {
        Standing standing = Standing.first(view);
        Map<String, Figure> figures = FigureFiles.withFonts(() -> new OverviewFigures(standing, background).all());
        PageFiles.write(figures, folder.resolve(FIGURES));
        Map<String, String> downloads = tables(folder, standing, background, pages.addresses());
        PageFigures beside = new PageFigures(figures, FIGURES);
        String page = new OverviewPage(standing, background, beside, pages, downloads).render();
        WholeFile.write(folder.resolve(PAGE), page);
    }

    private static Map<String, String> tables(
            Path folder, Standing standing, Background background, Map<String, String> pages) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(CollectionFolder.RESULTS, "collection.json, the whole result");
        CollectionView view = standing.view();
        SolverRows solvers = new SolverRows(standing);
        GroupRows groups = new GroupRows(standing);
        InstanceRows instances = new InstanceRows(standing, pages);
        record File(String name, String content, String words) {}
        List<File> written = List.of(
                new File("times.csv", OverviewCsv.times(view), "costs of every target that was reached"),
                new File("outcomes.csv", OverviewCsv.outcomes(view), "how every run ended"),
                new File("profiles.csv", OverviewCsv.profiles(view, background), "curves of the profiles"),
                new File("runtime.csv", OverviewCsv.runtimes(view, background), "curves of the runtime distributions"),
                new File("ranking.csv", solvers.csv(), "the table of solvers"),
                new File("pairs.csv", OverviewCsv.pairs(standing), "which pairs are told apart"),
                new File("groups.csv", groups.csv(), "who is first on which data"),
                new File("ratios.csv", instances.csv(), "the table of instances"),
                new File("ranking.tex", solvers.latex(), "the table of solvers for LaTeX"),
                new File("groups.tex", groups.latex(), "who is first on which data for LaTeX"),
                new File("ratios.tex", instances.latex(), "the table of instances for LaTeX"));
        for (File file : written) {
            WholeFile.write(folder.resolve(file.name()), file.content());
            files.put(file.name(), file.name() + ", " + file.words());
        }
        return files;
    }
}
