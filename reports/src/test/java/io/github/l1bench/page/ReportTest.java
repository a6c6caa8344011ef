package io.github.l1bench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.l1bench.figure.RunFigures;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class ReportTest {
    private static final String SVG_NAMESPACE = "http://www.w3.org/2000/svg";
    private static final List<String> DRAWN_LABELS = List.of("solver-0", "solver-1");
    private static final int LARGEST_PAGE = 1_500_000;
    // What lay in the folder before.
    private static final List<String> STALE = List.of("figures/weights-old.png", "solvers/old.html");
    private static final List<String> FOREIGN = List.of("figures/notes.txt", "own.png");

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    /** Two solvers, of one of which JMH has a time, with all files. */
    @BeforeAll
    static void render() throws IOException {
        Files.createDirectories(shared.resolve("figures"));
        Files.createDirectories(shared.resolve("solvers"));
        for (String file : Stream.concat(STALE.stream(), FOREIGN.stream()).toList()) {
            Files.writeString(shared.resolve(file), "x");
        }
        RunResult run = Sample.run(2, Sample.NOTICE);
        ResultFiles.write(shared.resolve(RunFolder.SNAPSHOTS), Sample.snapshots(run));
        Report.render(Sample.write(shared, run, Sample.jmh(Sample.timeRow("solver-1", "1e-3", 10, "0.5", true))));
    }

    private static String sharedPage() throws IOException {
        return Files.readString(shared.resolve("index.html"));
    }

    /** The page alone, without the files beside it, which take longer. */
    private String page(RunResult run, String jmh) throws IOException {
        RunView view = Sample.view(Sample.write(folder, run, jmh));
        return BarePage.of(view);
    }

    @Test
    void theTableHoldsTheNumbersOfTheResultWithAllTheirDigits() throws IOException {
        RunResult run = Sample.run(3, "");
        String page = page(run, null);

        for (CellResult cell : run.cells()) {
            assertThat(page)
                    .contains("data-v=\"" + cell.fit().primal() + "\"")
                    .contains("data-v=\"" + cell.fit().relativeGap() + "\"")
                    .contains("data-v=\"" + cell.passes() + "\"")
                    .contains("data-v=\"" + cell.fit().kkt() + "\"")
                    .contains("data-v=\"" + cell.fit().nonzeros() + "\"")
                    .contains("data-v=\"" + cell.fit().testAccuracy() + "\"")
                    .contains(">" + Quantity.fixed(cell.fit().primal(), 7) + "<");
        }
    }

    @Test
    void thePenaltyIsShownOnAllScales() throws IOException {
        RunResult run = Sample.run(1, "");
        String ratio = "λ / λmax = " + Quantity.digits(0.02 / 0.15, 3);
        String c = "C = " + Quantity.digits(1 / (0.02 * run.data().trainRows()), 3);

        assertThat(text(page(run, null))).contains("λ = 0.02", ratio + ", " + c, "C = 1 / (λ n)");
        assertThat(new SolverPage(Sample.view(folder), "solver-0").render()).contains("λ = 0.02, " + ratio + ", " + c);
    }

    @Test
    void timesComeFromJmhWithTheirIntervals() throws IOException {
        String page = page(
                Sample.run(2, ""),
                Sample.jmh(
                        Sample.timeRow("solver-0", "1e-6", 78.25, "3.5", true),
                        Sample.timeRow("solver-1", "1e-6", 2490, "120.0", true)));

        assertThat(page)
                .containsPattern(">78.3\u00a0ms<small>[\\d.]+–[\\d.]+</small><small> 5 forks, 5 shots</small>")
                .containsPattern(">2.49\u00a0s<small>[\\d.]+–[\\d.]+</small>");
        assertThat(page).contains("95 % confidence interval");
        assertThat(text(page))
                .containsPattern("solver-0 is fastest to a certified relative gap of 10⁻⁶: 78.3\u00a0ms"
                        + " \\(95 % interval [\\d.]+–[\\d.]+\\), 32× faster than solver-1");
    }

    @Test
    void whatSurroundedAMeasurementStandsOnItsPage() throws IOException {
        RunResult run = Sample.run(1, "");
        Provenance quiet = run.provenance();
        Provenance noisy = quiet.remarking("another Java virtual machine was running");
        RunResult disturbed = new RunResult(
                run.schema(),
                run.id(),
                run.quick(),
                noisy,
                run.data(),
                run.seed(),
                run.lambda(),
                run.lambdaMax(),
                run.cells());

        assertThat(text(page(disturbed, null)))
                .contains("Around the experiment")
                .containsOnlyOnce("another Java virtual machine was running");
        assertThat(page(run, null)).doesNotContain("Around");
    }

    @Test
    void aTargetThatWasNotReachedIsSaidAndNeverShownAsATime() throws IOException {
        String page = page(
                Sample.run(2, ""),
                Sample.jmh(
                        Sample.timeRow("solver-0", "1e-6", 80, "3.0", true),
                        Sample.timeRow("solver-1", "1e-6", 20000, "\"NaN\"", false)));

        String row = rowOf(page, "solver-1");
        assertThat(row).contains("not reached<small>within 20.0\u00a0s</small>");
        assertThat(row).doesNotContain("20.0\u00a0s<small>");
        assertThat(text(page)).contains("the only one to reach it");
    }

    @Test
    void solversThatMayBeEquallyFastAreNotRanked() throws IOException {
        String page = page(
                Sample.run(2, ""),
                Sample.jmh(
                        Sample.timeRow("solver-0", "1e-3", 80, "15.0", true),
                        Sample.timeRow("solver-1", "1e-3", 90, "15.0", true)));

        assertThat(text(page))
                .contains("but not clearly: it may be no faster than")
                .doesNotContain("× faster");
    }

    @Test
    void whereTooFewForksGiveNoIntervalNoneIsShown() throws IOException {
        String alone =
                Sample.timeRow("solver-0", "1e-3", 80, "\"NaN\"", true).replaceFirst("\\[\\[72.*\\]\\]", "[[80.0]]");
        String page = page(Sample.run(1, ""), Sample.jmh(alone));

        assertThat(rowOf(page, "solver-0"))
                .contains("80.0\u00a0ms<small> 1 fork, 1 shot</small>")
                .contains("1 fork, 1 shot; too few forks for an interval");
    }

    @Test
    void aFailedCellIsShownWithItsReason() throws IOException {
        List<CellResult> cells = new ArrayList<>(Sample.run(1, "").cells());
        cells.add(Sample.failed("broken", "the weights are not finite"));
        String page = page(Sample.run("a", "", cells), null);

        assertThat(rowOf(page, "broken")).contains("failed").contains("the weights are not finite");
    }

    @Test
    void theNoticeOfProceduralDataStandsInPlainSight() throws IOException {
        String page = page(Sample.run(1, Sample.NOTICE), null);

        assertThat(page.indexOf(Sample.NOTICE)).isBetween(0, page.indexOf("<h1>"));
        assertThat(new RunFigures(Sample.view(folder)).all().values())
                .allSatisfy(figure -> assertThat(figure.subtitle()).contains(Sample.NOT_MNIST));
    }

    @Test
    void noTextOfAResultIsMarkupOrScript() throws IOException {
        String attack = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&\u2028";
        List<CellResult> cells = List.of(Sample.cell(attack, 0), Sample.failed("b" + attack, attack));
        String page = page(
                Sample.run("id" + attack, attack, cells),
                Sample.jmh(Sample.timeRow("x</script><script>", "<b>", 1, "0.1", true)));

        assertThat(page)
                .doesNotContain("<script>alert")
                .doesNotContain("<img src=x")
                .doesNotContain("<b>\"");
        assertThat(page).contains("&lt;script&gt;alert(1)");
        assertThat(page.split("</script>", -1))
                .as("script elements are only our own")
                .hasSize(OWN_SCRIPTS + 1);
    }

    private static final int OWN_SCRIPTS = 2;

    @Test
    void thePageFetchesNothing() throws IOException {
        String page = sharedPage().replace(SVG_NAMESPACE, "");

        assertThat(page.contains("http:") || page.contains("https:") || page.contains("@import"))
                .isFalse();
        assertThat(page.substring(0, 400)).contains("default-src &#39;none&#39;; img-src data: &#39;self&#39; file:;");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void everyFigureIsDrawnForAnyNumberOfSolvers(int solvers) throws IOException {
        RunResult run = Sample.run("a", Sample.NOTICE, mostlyWithoutWeights(solvers));
        Report.render(Sample.write(folder, run, times(solvers)));

        try (Stream<Path> files = Files.list(folder.resolve("figures"))) {
            List<Path> figures = files.toList();
            assertThat(figures).hasSize(3 * (4 + Math.min(solvers, DRAWN_LABELS.size())));
            assertThat(figures).allSatisfy(file -> assertThat(Files.size(file)).isGreaterThan(3000));
        }
    }

    @Test
    void thePageOfTwelveSolversIsSmallerThanOneAndAHalfMegabytes() throws IOException {
        RunResult run = Sample.run(12, Sample.NOTICE);
        ResultFiles.write(folder.resolve(RunFolder.SNAPSHOTS), Sample.snapshots(run));
        RunView view = Sample.view(Sample.write(folder, run, times(12)));
        RunFigures pictures = new RunFigures(view);
        PageFigures figures = new PageFigures(pictures.charts(), Addresses.FIGURES);
        String page = new RunPage(view, pictures, figures, Map.of()).render();

        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(500_000, LARGEST_PAGE);
    }

    /** Figures of weights take longest and are alike: some are enough. */
    private static List<CellResult> mostlyWithoutWeights(int solvers) {
        return Sample.run(solvers, "").cells().stream()
                .map(c -> DRAWN_LABELS.contains(c.label()) ? c : Sample.withoutWeights(c))
                .toList();
    }

    private static String times(int solvers) {
        return Sample.jmh(IntStream.range(0, solvers)
                .mapToObj(i -> Sample.timeRow("solver-" + i, "1e-3", 10 << i, "0.5", i != 3))
                .toArray(String[]::new));
    }

    @Test
    void everyDownloadExists() throws IOException {
        String page = sharedPage();

        List<String> links = java.util.regex.Pattern.compile("href=\"([^\"#]+)\" download")
                .matcher(page)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(links).contains("run.json", "jmh.json", "cells.csv", "traces.csv", "times.csv");
        assertThat(links).allSatisfy(link -> assertThat(shared.resolve(link)).isNotEmptyFile());
    }

    @Test
    void thePublishedRunIsAlsoDrawnOnItsOwnScale() {
        CellResult c = Sample.cell("saga", 0);
        CellResult published = Sample.published("saga", 0);
        RunView view = new RunView(Sample.run("a", "", List.of(c, published)), List.of());

        assertThat(new RunFigures(view).all())
                .containsKeys("weights-saga", "weights-saga-tol-0.1", "weights-saga-tol-0.1-own-scale")
                .doesNotContainKey("weights-saga-own-scale");
    }

    @Test
    void everySolverHasAPageThatTheTableLeadsTo() throws IOException {
        assertThat(sharedPage()).contains("href=\"solvers/solver-0.html\"").contains("href=\"solvers/solver-1.html\"");
        assertThat(shared.resolve("solvers").resolve("solver-0.html")).isNotEmptyFile();
        String own = Files.readString(shared.resolve("solvers").resolve("solver-1.html"));
        assertThat(text(own))
                .contains("the solver solver-1")
                .contains("a paper")
                .contains("a certified relative gap of 10⁻³")
                .contains("1 of 1")
                .contains(Sample.NOTICE);
        assertThat(own).contains("href=\"../index.html\"").contains("data-cell=\"solver-1\"");
        assertThat(own.replace(SVG_NAMESPACE, "")).doesNotContain("http:").doesNotContain("data-cell=\"solver-0\"");
    }

    @Test
    void whatAnEarlierReportLeftIsDeletedAndNothingElse() {
        assertThat(STALE).allSatisfy(file -> assertThat(shared.resolve(file)).doesNotExist());
        assertThat(FOREIGN).allSatisfy(file -> assertThat(shared.resolve(file)).hasContent("x"));
    }

    @Test
    void whenTheSupportSettledIsSaid() throws IOException {
        RunResult run = Sample.run(1, "");
        ResultFiles.write(folder.resolve(RunFolder.SNAPSHOTS), Sample.snapshots(run));

        assertThat(page(run, null)).contains("<dt>Support settled</dt><dd>after 20 passes</dd>");
        Files.delete(folder.resolve(RunFolder.SNAPSHOTS));
        assertThat(page(run, null)).contains("<dt>Support settled</dt><dd>not recorded</dd>");
    }

    @Test
    void snapshotsOfAnotherRunAreRefused() throws IOException {
        ResultFiles.write(folder.resolve(RunFolder.SNAPSHOTS), Sample.snapshots(Sample.run(3, "")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> page(Sample.run(2, ""), null))
                .withMessageContaining("snapshots.json does not fit the run.json beside it");
    }

    @Test
    void renderingTwiceGivesTheSamePage() throws IOException {
        String first = page(Sample.run(2, ""), null);

        assertThat(page(Sample.run(2, ""), null)).isEqualTo(first);
    }

    @Test
    void aFolderWithoutAResultIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Report.render(folder))
                .withMessageContaining("run.json");
    }

    @Test
    void whatIsNotJmhIsRefusedInOneSentence() {
        for (String text : List.of("{}", "nonsense", "[{}]")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> page(Sample.run(1, ""), text))
                    .withMessageContaining("jmh.json is not a result of JMH");
        }
    }

    private static String rowOf(String page, String cell) {
        int start = page.indexOf("<tr data-cell=\"" + cell + "\">");
        return page.substring(start, page.indexOf("</tr>", start));
    }

    /** What a reader reads. */
    private static String text(String page) {
        return page.replaceAll("<[^>]*>", "");
    }
}
