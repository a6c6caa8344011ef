package io.github.l1bench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.TracePoint;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser; skipped where there is none. */
@Tag("browser")
class BrowserTest {
    private static final String ATTACK = "<img src=x onerror=alert(1)></script><script>alert(2)</script>";

    @TempDir
    static Path folder;

    private static Chromium browser;
    private static String page;
    private static String solverPage;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        assumeTrue(Chromium.program().isPresent(), "no Chromium on this machine");
        List<CellResult> cells = new ArrayList<>(Sample.run(3, "").cells());
        cells.add(Sample.cell(ATTACK, 3));
        cells.add(Sample.failed("broken", ATTACK));
        Path run = folder.resolve("a run");
        RunResult result = Sample.withLabels(
                Sample.run("a", Sample.NOTICE, cells),
                List.of("-1", ATTACK, "20", "b".repeat(1000), "", "c", "c", "toString", "e", "f"));
        ResultFiles.write(run.resolve(RunFolder.SNAPSHOTS), Sample.snapshots(result));
        Report.render(Sample.write(
                run,
                result,
                Sample.jmh(
                        Sample.timeRow("solver-0", "1e-3", 300, "3.5", true),
                        Sample.timeRow("solver-1", "1e-3", 90, "3.5", true),
                        Sample.timeRow("solver-2", "1e-3", 20000, "3.5", false))));
        page = run.resolve("index.html").toUri().toString();
        solverPage = run.resolve("solvers").resolve("solver-1.html").toUri().toString();
        browser = Chromium.start(folder.resolve("profile"));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void load() throws InterruptedException {
        browser.complaints.clear();
        browser.requests.clear();
        browser.show(1440, 900, "light");
        browser.open(page);
    }

    @AfterEach
    void nothingWentWrongAndNothingWasFetched() {
        assertThat(browser.complaints).isEmpty();
        assertThat(browser.requests)
                .allMatch(url -> url.startsWith(page)
                        || url.startsWith(solverPage)
                        || url.startsWith("data:")
                        || url.equals("about:blank"));
    }

    private static String click(String selector) {
        return browser.eval("document.querySelector(`" + selector + "`).click()");
    }

    private static String names(String selector) {
        return browser.eval("[...document.querySelectorAll(`" + selector + "`)].map(e => e.textContent).join()");
    }

    @Test
    void theTableSorts() {
        click("#solvers thead th:nth-child(3) button");
        assertThat(names("#solvers tbody .name")).startsWith("solver-1,solver-0,solver-2");

        click("#solvers thead th:nth-child(3) button");
        assertThat(names("#solvers tbody .name")).startsWith("solver-2,solver-0,solver-1");
        assertThat(names("#solvers tbody .name")).endsWith("broken");
    }

    @Test
    void theSliderRanksTheSolversAnew() {
        String tight = names(".ranking .value");
        browser.eval("const s = document.getElementById('target'); s.value = -2; s.dispatchEvent(new Event('input'))");

        assertThat(names(".ranking .name")).startsWith("solver-0,solver-1,solver-2");
        assertThat(names(".ranking .value")).isNotEqualTo(tight);
        assertThat(names("#explorer output")).isEqualTo("10⁻²");
    }

    @Test
    void aHiddenSolverDisappearsFromChartAndRanking() {
        click(".toggle[data-cell=\"solver-1\"]");

        assertThat(browser.eval("document.querySelectorAll('.curve[data-cell=\"solver-1\"]').length"))
                .isEqualTo("0");
        assertThat(names(".ranking .name")).contains("solver-0").doesNotContain("solver-1");
    }

    @Test
    void onlyLeavesOneSolverAndAgainBringsAllBack() {
        click(".only[aria-label=\"Only solver-2\"]");
        assertThat(browser.eval("document.querySelectorAll('.curve').length")).isEqualTo("1");

        click(".only[aria-label=\"Only solver-2\"]");
        assertThat(browser.eval("document.querySelectorAll('.curve').length")).isEqualTo("4");
    }

    @Test
    void theAddressRestoresTheView() throws InterruptedException {
        click("input[name=x][value=passes]");
        click("input[name=y][value=zeros]");
        click(".toggle[data-cell=\"solver-1\"]");
        String address = browser.eval("location.href");
        String chart = browser.eval("document.querySelector('.frame').getAttribute('aria-label')");
        browser.open(address);

        assertThat(browser.eval("document.querySelector('.frame').getAttribute('aria-label')"))
                .isEqualTo(chart);
        assertThat(chart).contains("zero weights").contains("passes").contains("3 solvers");
        assertThat(browser.eval("document.querySelector('input[name=x]:checked').value"))
                .isEqualTo("passes");
    }

    @Test
    void anAddressThatMakesNoSenseIsIgnored() throws InterruptedException {
        browser.open(page + "#x=__proto__&y=constructor&target=abc&hide=" + "nobody");

        assertThat(browser.eval("document.querySelectorAll('.curve').length")).isEqualTo("4");
    }

    @Test
    void theChartIsReadByKeyboard() {
        browser.eval("document.querySelector('.frame').focus()");
        for (int i = 0; i < 60; i++) {
            browser.press("ArrowRight");
        }

        assertThat(names(".frame .readout")).contains("solver-0").containsPattern("[0-9]");
    }

    @Test
    void theWeightUnderTheCursorIsTheResultsWeight() {
        double[][] coef = Sample.cell("solver-0", 0).coef();
        int column = 0;
        while (coef[0][14 * Sample.SIDE + column] == 0) {
            column++;
        }
        browser.eval("document.querySelector('.map .grid').focus()");
        for (int i = 14; i > column; i--) {
            browser.press("ArrowLeft");
        }
        for (int i = 14; i < column; i++) {
            browser.press("ArrowRight");
        }

        String shown = String.format(java.util.Locale.ROOT, "%.3g", Math.abs(coef[0][14 * Sample.SIDE + column]));
        assertThat(names(".tip b")).isEqualTo("class -1, row 14, column " + column);
        assertThat(names(".tip")).contains(shown.substring(0, 4));
    }

    @Test
    void classesHaveTheirNamesInDifferencesToo() {
        String title = browser.eval("document.querySelectorAll('#difference .grid div > span:first-child')[3].title");

        assertThat(names("#difference .grid div > span:first-child"))
                .isEqualTo(names(MAP + ".grid div > span:first-child"));
        assertThat(names("#difference .grid div > span:first-child"))
                .startsWith("Class -1,Class <img src=x onerror=aler…,Class 20,Class " + "b".repeat(23)
                        + "…,Class (blank),Class c");
        assertThat(title).isEqualTo("b".repeat(1000));
        assertThat(browser.eval("document.querySelectorAll('#difference img')[2].alt"))
                .isEqualTo("Difference of the weights of class 20");
        assertThat(browser.eval("document.querySelector('img[src=x]')")).isEqualTo("null");
    }

    @Test
    void theDifferenceOfASolverWithItselfIsNothing() {
        browser.eval("const s = document.querySelectorAll('#difference select'); s[1].selectedIndex = 0;"
                + "s[1].dispatchEvent(new Event('change'))");

        assertThat(names("#difference small")).isEqualTo("the weights are the same");
    }

    private static final String MAP = ".map[data-cell=\"solver-0\"] ";

    private static void slideTo(String index) {
        browser.eval("{ const s = document.getElementById('scrubber'); s.value = " + index
                + "; s.dispatchEvent(new Event('input')); }");
    }

    private static String pictureOf(String map) {
        return browser.eval("document.querySelector(`" + map + "img`).src");
    }

    @Test
    void theSliderShowsTheWeightsAlongThePasses() {
        String end = pictureOf(MAP);
        slideTo("2");
        String early = pictureOf(MAP);
        CellResult cell = Sample.cell("solver-0", 0);
        TracePoint point = cell.trace().get(8);

        assertThat(early).isNotEqualTo(end);
        assertThat(names(MAP + "figcaption small:first-of-type"))
                .startsWith("after 8 passes, 80 ms")
                .contains(String.format(
                        java.util.Locale.ROOT, "%,d nonzero", point.fit().nonzeros()))
                .contains(Quantity.fixed(point.fit().sparsityPercent(), 2) + " % zeros");
        assertThat(browser.eval("document.querySelector(`" + MAP + "img`).alt")).endsWith("after 8 passes");
        assertThat(browser.eval("document.getElementById('scrubber').getAttribute('aria-valuetext')"))
                .isEqualTo("after 8 passes");

        slideTo("1e9");
        assertThat(pictureOf(MAP)).isEqualTo(end);
        assertThat(names(MAP + "figcaption small:first-of-type"))
                .contains("nonzero weights")
                .doesNotContain("after");
    }

    @Test
    void theWeightUnderTheCursorIsThatOfTheMoment() {
        double[][] coef = Sample.cell("solver-0", 0).coef();
        int pixel = 0;
        while (coef[0][pixel] == 0) {
            pixel++;
        }
        slideTo("2");
        String weight = browser.eval("view.data.cells.find(c => c.label === 'solver-0').maps[0][" + pixel + "]");

        assertThat(Double.parseDouble(weight)).isCloseTo(0.2 * coef[0][pixel], within(1e-4));
    }

    @Test
    void theSliderMovesByKeyboard() {
        browser.eval("document.getElementById('scrubber').focus()");
        browser.press("Home", 36);
        assertThat(names(MAP + "figcaption small:first-of-type")).startsWith("at the start");

        browser.press("ArrowRight", 39);
        assertThat(names("output[for=scrubber]")).isEqualTo("after 4 passes");
    }

    @Test
    void theChartMarksTheMomentOfTheWeights() {
        assertThat(browser.eval("document.querySelectorAll('circle.moment').length"))
                .isEqualTo("0");
        slideTo("3");
        String first =
                browser.eval("document.querySelector('circle.moment[data-cell=\"solver-0\"]').getAttribute('cx')");
        slideTo("5");

        assertThat(browser.eval("document.querySelectorAll('circle.moment').length"))
                .isEqualTo("4");
        String second =
                browser.eval("document.querySelector('circle.moment[data-cell=\"solver-0\"]').getAttribute('cx')");
        assertThat(Double.parseDouble(second)).isGreaterThan(Double.parseDouble(first));
        click(".toggle[data-cell=\"solver-0\"]");
        assertThat(browser.eval("document.querySelectorAll('circle.moment[data-cell=\"solver-0\"]').length"))
                .isEqualTo("0");
    }

    @Test
    void aClickOnACurveShowsTheWeightsThere() {
        click("input[name=x][value=passes]");
        slideTo("4");
        String place = browser.eval("(() => { const c = document.querySelector('circle.moment[data-cell=\"solver-0\"]')"
                + ".getBoundingClientRect(); return (c.x + c.width / 2) + ',' + (c.y + c.height / 2); })()");
        String shown = names("output[for=scrubber]");
        slideTo("0");
        browser.eval("document.querySelector('.frame').dispatchEvent(new MouseEvent('click', {bubbles: true, clientX: "
                + place.split(",")[0] + ", clientY: " + place.split(",")[1] + "}))");

        assertThat(names("output[for=scrubber]")).isEqualTo(shown).startsWith("after");
    }

    @Test
    void theAddressRestoresMomentScaleAndDifference() throws InterruptedException {
        slideTo("3");
        click("#own-scale");
        browser.eval("const d = document.querySelectorAll('#difference select'); d[0].selectedIndex = 2;"
                + "d[0].dispatchEvent(new Event('change'))");
        String shown = names("output[for=scrubber]") + names("#difference small") + pictureOf(MAP);
        browser.open(browser.eval("location.href"));

        assertThat(names("output[for=scrubber]") + names("#difference small") + pictureOf(MAP))
                .isEqualTo(shown);
        assertThat(browser.eval("document.getElementById('own-scale').checked")).isEqualTo("true");
    }

    @Test
    void anOlderRunWithoutSnapshotsHasMapsAndNoSlider() throws IOException, InterruptedException {
        Path old = folder.resolve("old.html");
        Files.writeString(old, BarePage.of(new RunView(Sample.run(2, ""), List.of())));
        browser.requests.clear();
        browser.open(old.toUri() + "#at=5");
        browser.requests.clear();

        assertThat(browser.eval("document.querySelectorAll('#scrubber').length"))
                .isEqualTo("0");
        assertThat(browser.eval("document.querySelectorAll('.map').length")).isEqualTo("3");
        assertThat(names(MAP + "figcaption small:first-of-type")).contains("nonzero weights");
    }

    @Test
    void supportsThatSettledAreMarkedOnTheirCurves() {
        assertThat(browser.eval("document.querySelectorAll('circle.settled').length"))
                .isEqualTo("4");
    }

    @Test
    void aSolversPageShowsItsCurveAndItsMapsAlongThePasses() throws InterruptedException {
        browser.open(solverPage);
        String end = pictureOf(".map ");
        slideTo("2");

        assertThat(names("h1")).isEqualTo("solver-1");
        assertThat(browser.eval("document.querySelectorAll('.curve').length")).isEqualTo("1");
        assertThat(browser.eval("document.querySelectorAll('.map').length")).isEqualTo("1");
        assertThat(pictureOf(".map ")).isNotEqualTo(end);
    }

    @Test
    void theTableLeadsToThePagesOfSolvers() {
        assertThat(browser.eval("document.querySelector('#solvers tr[data-cell=solver-1] a').href"))
                .isEqualTo(solverPage);
    }

    @ParameterizedTest
    @CsvSource({"390, light", "390, dark", "1440, light", "1440, dark"})
    void aSolversPageFitsItsWindow(int width, String scheme) throws InterruptedException {
        browser.show(width, 900, scheme);
        browser.open(solverPage);

        assertThat(browser.eval("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 500, 820, 1440})
    void figuresAreDrawnAsWideAsTheWindowAllows(int width) throws InterruptedException {
        browser.show(width, 900, "light");
        browser.open(page);
        String figures = "[...document.querySelectorAll('[data-chart]')]";

        assertThat(Integer.parseInt(browser.eval(figures + ".length"))).isGreaterThanOrEqualTo(2);
        assertThat(browser.eval(figures + ".every(f => f.querySelectorAll('svg text').length > 5)"))
                .isEqualTo("true");
        assertThat(
                        browser.eval(
                                figures + ".every(f => [...f.querySelectorAll('svg text')].every(t => { const a ="
                                        + " t.getBoundingClientRect(), b = f.getBoundingClientRect(); return a.left >= b.left - 2 && a.right <= b.right + 2; }))"))
                .isEqualTo("true");
    }

    @Test
    void figuresAreReadByKeyboardAndPointer() {
        String timing = "document.querySelector('[data-chart=timing]')";
        browser.eval(timing + ".focus()");
        browser.press("ArrowRight");
        assertThat(names("[data-chart=timing] .readout")).contains("solver-0", "time, s: 0.3");

        browser.eval("{ const f = " + timing + ", c = f.querySelectorAll('circle')[1].getBoundingClientRect();"
                + " f.dispatchEvent(new PointerEvent('pointerdown', {clientX: c.x + 4, clientY: c.y + 4})); }");
        assertThat(names("[data-chart=timing] .readout")).contains("solver-1", "time, s: 0.09");
        assertThat(browser.eval(timing + ".getAttribute('aria-label')")).startsWith("Time of each solver");
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 500, 1440})
    void theMainTableKeepsNamesWholeAndInSight(int width) throws InterruptedException {
        browser.show(width, 900, "light");
        browser.open(page);
        browser.eval("document.querySelectorAll('#solvers tbody .name')[0].textContent = 'coordinate-descent'");
        browser.eval("document.querySelector('#solvers').parentElement.scrollLeft = 300");
        String name = "document.querySelectorAll('#solvers tbody .name')[0]";

        assertThat(browser.eval("(() => { const r = document.createRange(); r.selectNodeContents(" + name
                        + "); return new Set([...r.getClientRects()].map(b => b.top)).size; })()"))
                .isEqualTo("1");
        assertThat(
                        browser.eval(
                                "[...document.querySelectorAll('#solvers tr > :first-child')].every(c =>"
                                        + " Math.abs(c.getBoundingClientRect().left - c.closest('.scroll').getBoundingClientRect().left) < 1)"))
                .isEqualTo("true");
        assertThat(browser.eval("document.querySelector('#solvers tbody th').offsetWidth <= 0.56 * innerWidth"))
                .isEqualTo("true");
        assertThat(
                        browser.eval(
                                "[...document.querySelectorAll('#solvers tbody tr:nth-child(-n+3) td.num')].every(c => c.offsetHeight < 120)"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({"390, light", "390, dark", "1440, light", "1440, dark"})
    void thePageFitsItsWindow(int width, String scheme) throws InterruptedException {
        browser.show(width, 900, scheme);
        browser.open(page);

        assertThat(browser.eval("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo("true");
        assertThat(browser.eval("innerWidth")).isEqualTo("" + width);
        String paper = browser.eval("getComputedStyle(document.body).backgroundColor");
        assertThat(paper).isEqualTo(scheme.equals("dark") ? "rgb(22, 23, 26)" : "rgb(255, 255, 255)");
    }

    @Test
    void withoutScriptTheFiguresStand() throws InterruptedException {
        browser.call("Emulation.setScriptExecutionDisabled", java.util.Map.of("value", true));
        browser.open(page);
        browser.call("Emulation.setScriptExecutionDisabled", java.util.Map.of("value", false));

        String pictures = "[...document.querySelectorAll('noscript img')]";
        assertThat(Integer.parseInt(browser.eval(pictures + ".length"))).isGreaterThanOrEqualTo(4);
        assertThat(browser.eval(pictures + ".every(i => i.complete && i.naturalWidth > 300 && i.alt)"))
                .isEqualTo("true");
        assertThat(browser.eval("document.querySelectorAll('#solvers tbody tr').length"))
                .isEqualTo("5");
        browser.requests.removeIf(url -> url.contains("/figures/") && url.endsWith(".svg"));
    }
}
