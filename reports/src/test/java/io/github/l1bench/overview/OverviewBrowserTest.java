package io.github.l1bench.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.l1bench.collection.CollectionFolder;
import io.github.l1bench.collection.CollectionResults;
import io.github.l1bench.collection.Outcome;
import io.github.l1bench.page.Chromium;
import io.github.l1bench.statistics.Ranking;
import io.github.l1bench.view.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a hundred instances and twelve solvers over an earlier run, in a real browser; skipped where there is none. */
@Tag("browser")
class OverviewBrowserTest {
    @TempDir
    static Path folder;

    private static Chromium browser;
    private static CollectionView view;
    private static Background background;
    private static Path file;
    private static String page;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        assumeTrue(Chromium.program().isPresent(), "no Chromium on this machine");
        CollectionResults plain = SampleCollection.results(100, 11);
        List<Outcome> outcomes = new ArrayList<>(plain.outcomes());
        plain.outcomes().stream()
                .filter(outcome -> outcome.solver().equals("newton"))
                .forEach(outcome -> outcomes.add(SampleCollection.peer(outcome, "glmnet", true)));
        CollectionFolder now = SampleCollection.write(
                folder.resolve("a run"), SampleCollection.of("now", false, plain.instances(), outcomes, List.of()));
        CollectionFolder before = SampleCollection.write(
                folder.resolve("before"), SampleCollection.results("before", 40, 4, 3, List.of()));
        Sample.write(now.instance(plain.instances().get(0).name()).path(), Sample.run(1, ""), Sample.jmh());
        OverviewReport.render(now, Optional.of(before), name -> {});
        view = new CollectionView(now.read());
        background = new Background(view, new CollectionView(before.read()));
        file = folder.resolve("a run/index.html");
        page = file.toUri().toString();
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
                .allMatch(url -> url.startsWith(page) || url.startsWith("data:") || url.equals("about:blank"));
    }

    private static String names(String selector) {
        return browser.eval("[...document.querySelectorAll(`" + selector + "`)].map(e => e.textContent).join()");
    }

    private static void slide(String id, int value) {
        browser.eval("{ const s = document.getElementById('" + id + "'); s.value = " + value
                + "; s.dispatchEvent(new Event('input')); }");
    }

    private static double[] numbers(String expression) {
        String text = browser.eval("(" + expression + ").join()");
        return text.isEmpty()
                ? new double[0]
                : Arrays.stream(text.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }

    @Test
    void thePageIsSmall() throws IOException {
        assertThat(Files.size(file)).isLessThan(2_000_000);
    }

    @ParameterizedTest
    @CsvSource({"SECONDS, 0", "SECONDS, 15", "SECONDS, 24", "PASSES, 15", "PASSES, 7"})
    void profilesOfThePageAreThoseOfTheStatistics(Measure measure, int gap) {
        Standing standing = new Standing(view, measure, gap);
        browser.eval("field.set({by: '" + measure.key() + "', gap: " + gap + ", budget: Infinity})");
        for (double tau : new double[] {1, 1.37, 2, 10, 1e9}) {
            double[] expected = new double[standing.solvers().size()];
            for (int s = 0; s < expected.length; s++) {
                expected[s] = standing.profile().of(s).share(tau);
            }
            double[] shown = numbers("field.profiles().filter(c => !c.under).map(c => c.steps.share(" + tau + "))");
            assertThat(shown).containsExactly(expected, within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({"SECONDS", "PASSES"})
    void runtimeDistributionsOfThePageAreThoseOfTheStatistics(Measure measure) {
        List<double[]> costs = Arrays.asList(view.allCosts(measure));
        browser.eval("field.set({by: '" + measure.key() + "', gap: 15, budget: Infinity})");
        for (double limit : new double[] {0.01, 1, 7.7, 59}) {
            double[] expected = new double[view.solvers(measure).size()];
            for (int s = 0; s < expected.length; s++) {
                expected[s] = Staircase.column(costs, s).share(limit);
            }
            double[] shown = numbers("field.runtimes().filter(c => !c.under).map(c => c.steps.share(" + limit + "))");
            assertThat(shown).containsExactly(expected, within(1e-12));
        }
    }

    @Test
    void theEarlierRunsCurvesAreThoseOfTheStatistics() {
        List<Staircase> profiles = background.profiles(Standing.first(view));
        List<Staircase> runtimes = background.runtimes(Measure.SECONDS);

        assertThat(profiles).hasSize(4);
        for (int s = 0; s < 4; s++) {
            Staircase curve = profiles.get(s);
            int middle = curve.at().length / 2;
            assertThat(numbers("[field.profiles()[" + s + "].steps.share(" + curve.at()[middle] + ")]"))
                    .containsExactly(new double[] {curve.share()[middle]}, within(1e-12));
            Staircase runtime = runtimes.get(s);
            assertThat(numbers("[field.runtimes()[" + s + "].steps.share(" + runtime.at()[100] + ")]"))
                    .containsExactly(new double[] {runtime.share()[100]}, within(1e-12));
        }
        assertThat(browser.eval("document.querySelectorAll('#profile .curve.under').length"))
                .isEqualTo("4");
    }

    @Test
    void aBudgetMakesWhatIsSlowerUncertified() {
        browser.eval("field.set({budget: 1})");
        double[][] costs = view.costs(Measure.SECONDS, view.start());
        double[] expected = new double[view.solvers().size()];
        for (int s = 0; s < expected.length; s++) {
            expected[s] = Staircase.column(Arrays.asList(costs), s).share(1);
        }

        assertThat(numbers("field.profiles().filter(c => !c.under).map(c => c.steps.share(1e300))"))
                .containsExactly(expected, within(1e-12));
        assertThat(names("output[for=budget]")).isEqualTo("1.00\u00a0s");
        assertThat(names("#profile .heading")).isEqualTo("Certified to 10⁻⁶, within 1.00\u00a0s");
    }

    @ParameterizedTest
    @CsvSource({"SECONDS, 15, Infinity", "SECONDS, 24, 5", "SECONDS, 24, 1e-9", "PASSES, 15, Infinity", "PASSES, 0, 30"
    })
    void theRankingOfThePageIsThatOfTheStatistics(Measure measure, int gap, double budget) {
        browser.eval("field.set({by: '" + measure.key() + "', gap: " + gap + ", budget: " + budget + "})");
        double[][] costs = view.costs(measure, gap);
        for (double[] row : costs) {
            Arrays.setAll(row, s -> row[s] <= budget ? row[s] : Double.POSITIVE_INFINITY);
        }
        Ranking ranking = Ranking.of(costs, view.blocks());

        assertThat(numbers("ranking.now().mean")).containsExactly(ranking.meanRanks(), within(1e-12));
        assertThat(numbers("ranking.now().p.flat()"))
                .containsExactly(
                        Arrays.stream(ranking.p())
                                .flatMapToDouble(Arrays::stream)
                                .toArray(),
                        within(1e-12));
        assertThat(numbers("[ranking.now().friedman]"))
                .containsExactly(new double[] {ranking.friedman().p()}, within(1e-12));
        assertThat(browser.eval("JSON.stringify(ranking.now().cliques)"))
                .isEqualTo(ranking.cliques().toString().replace(" ", ""));
        assertThat(browser.eval("String(document.querySelectorAll('#ranks .clique').length)"))
                .isEqualTo("" + ranking.cliques().size());
    }

    @ParameterizedTest
    @CsvSource({"0", "7", "15", "24"})
    void theSentencesFollowTheTarget(int gap) {
        slide("target", gap);
        Findings findings = new Findings(new Standing(view, Measure.SECONDS, gap));

        assertThat(names("#told")).isEqualTo(findings.told());
        assertThat(names("#where")).isEqualTo(findings.where());
    }

    @Test
    void theTablesFollowTheTarget() {
        slide("target", 24);
        Standing standing = new Standing(view, Measure.SECONDS, 24);

        for (Standing.Row row : standing.rows()) {
            double[] shown = numbers("[1, 2, 3, 4].map(i => document.querySelector('table.standing tr[data-cell=\""
                    + row.solver() + "\"]').cells[i].dataset.v)");
            assertThat(shown).containsExactly(row.first(), row.within2(), row.within10(), row.certified());
        }
        assertThat(names("#ranks .heading")).contains("10⁻⁹");
        double[] shown = numbers("[...document.querySelectorAll('table.instances tbody tr')].map(r => "
                + "r.cells[6].dataset.v || 'Infinity')");
        double[] expected = Arrays.stream(standing.profile().ratios())
                .mapToDouble(row -> row[0])
                .toArray();
        assertThat(shown).containsExactly(expected, within(1e-12));
    }

    @Test
    void whatTheScriptWritesIsWhatThePageSaidBefore() throws InterruptedException {
        String scripted = names("table.standing td")
                + names("table.groups td")
                + names("table.instances td")
                + names("p.finding");
        browser.call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        browser.open(page);
        browser.call("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        String pictures = "[...document.querySelectorAll('noscript img')]";

        browser.requests.removeIf(url -> url.contains("/figures/") && url.endsWith(".svg"));
        assertThat((names("table.standing td")
                                + names("table.groups td")
                                + names("table.instances td")
                                + names("p.finding"))
                        .split(","))
                .containsExactly(scripted.split(","));
        assertThat(browser.eval(pictures + ".every(i => i.complete && i.naturalWidth > 300 && i.alt)"))
                .isEqualTo("true");
    }

    @Test
    void theAddressRestoresTheView() throws InterruptedException {
        slide("target", 9);
        slide("budget", 40);
        browser.eval("document.querySelector('.toggle[data-solver=\"newton\"]').click()");
        browser.eval("{ const s = document.querySelector('#filter select'); s.value = 'digits';"
                + " s.dispatchEvent(new Event('change')); }");
        String shown = names("#controls output") + names("#profile .heading") + names("table.standing td");
        String address = browser.eval("location.href");
        browser.open(address);

        assertThat(address).contains("target=-4", "budget=", "hide=newton", "family=digits");
        assertThat(names("#controls output") + names("#profile .heading") + names("table.standing td"))
                .isEqualTo(shown);
        assertThat(browser.eval("document.querySelectorAll('#profile .curve[data-solver=\"newton\"]').length"))
                .isEqualTo("0");
        assertThat(browser.eval("[...document.querySelectorAll('table.instances tbody tr')].filter(r => !r.hidden)"
                        + ".every(r => r.dataset.cell.startsWith('digits'))"))
                .isEqualTo("true");
    }

    @Test
    void anAddressThatMakesNoSenseIsIgnored() throws InterruptedException {
        browser.open(page + "#by=__proto__&target=abc&budget=-3&family=constructor&mx=toString&hide=nobody");

        assertThat(names("#controls output")).isEqualTo("10⁻⁶,all");
        assertThat(browser.eval("document.querySelectorAll('#profile .curve:not(.under)').length"))
                .isEqualTo("12");
    }

    @Test
    void passesLeaveOutWhoseWorkIsNotKnown() {
        browser.eval("document.querySelector('input[name=by][value=passes]').click()");

        assertThat(browser.eval("document.querySelectorAll('#profile .curve[data-solver=\"glmnet\"]').length"))
                .isEqualTo("0");
        assertThat(names("#profile .axis")).contains("passes / fewest passes");
        assertThat(names("table.standing tr[data-cell=glmnet] td")).isEqualTo("–,–,–,–,–");
        String column =
                "[...document.querySelectorAll('table.instances thead th')].findIndex(h => h.textContent === 'glmnet')";
        assertThat(browser.eval("document.querySelector('table.instances tbody tr').cells[" + column + "].textContent"))
                .isEqualTo("–not known");
    }

    @Test
    void theCurvesAreReadByKeyboardAndTheTableSorts() {
        browser.eval("document.getElementById('profile').focus()");
        browser.press("ArrowRight");
        assertThat(names("#profile .readout")).contains("of the fastest", "prox-newton", " %");

        browser.eval("document.querySelector('table.instances thead th:nth-child(7) button').click()");
        assertThat(numbers("[...document.querySelectorAll('table.instances tbody tr')].map(r => "
                        + "r.cells[6].dataset.v || 'Infinity')"))
                .isSorted();
        slide("target", 24);
        assertThat(numbers("[...document.querySelectorAll('table.instances tbody tr')].map(r => "
                        + "r.cells[6].dataset.v || 'Infinity')"))
                .isSorted();
    }

    @Test
    void theMapCountsWhatItShows() {
        browser.eval("field.set({family: 'digits'})");
        int points = Integer.parseInt(browser.eval("document.querySelectorAll('#places .place').length"));
        double[] counts = numbers(
                "[...document.querySelectorAll('#places + .note .entry')].map(e => e.textContent.split(' ').pop())");

        assertThat(points).isBetween(1, 99);
        assertThat(Arrays.stream(counts).sum()).isEqualTo(points);
    }

    @Test
    void everyInstanceHasItsPointAndLeadsToItsPage() {
        assertThat(browser.eval("document.querySelectorAll('#places .place').length"))
                .isEqualTo("100");
        assertThat(browser.eval("document.querySelectorAll('#places a[href]').length"))
                .isEqualTo("1");
        assertThat(browser.eval("document.querySelector('table.instances a.to').getAttribute('href')"))
                .isEqualTo("instances/correlated-0-0.5/index.html");
    }

    @ParameterizedTest
    @CsvSource({"390, light", "390, dark", "1440, light", "1440, dark"})
    void thePageFitsItsWindow(int width, String scheme) throws InterruptedException {
        browser.show(width, 900, scheme);
        browser.open(page);

        assertThat(browser.eval("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo("true");
        assertThat(browser.eval(
                        "[...document.querySelectorAll('.frame')].every(f => [...f.querySelectorAll('svg text')]"
                                + ".every(t => { const a = t.getBoundingClientRect(), b = f.getBoundingClientRect();"
                                + " return a.left >= b.left - 2 && a.right <= b.right + 2; }))"))
                .isEqualTo("true");
        assertThat(browser.eval("[...document.querySelectorAll('#ranks .tick:not(.halo)')]"
                        + ".map(t => t.getBoundingClientRect()).every((b, i, all) => !i || b.left > all[i - 1].right)"))
                .as("ranks below the axis stand apart")
                .isEqualTo("true");
    }
}
