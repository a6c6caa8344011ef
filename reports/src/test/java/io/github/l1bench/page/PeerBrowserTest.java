package io.github.l1bench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.view.Sample;
import io.github.l1bench.view.SamplePeers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages say of other people's programs, in a real browser; skipped where there is none. */
@Tag("browser")
class PeerBrowserTest {
    @TempDir
    static Path folder;

    private static Chromium browser;
    private static String page;
    private static String peerPage;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        assumeTrue(Chromium.program().isPresent(), "no Chromium on this machine");
        CellResult stopped = Sample.published("saga", 1);
        Report.render(Sample.write(
                folder,
                Sample.run(
                        "run",
                        "",
                        List.of(
                                stopped,
                                Sample.cell("solver-0", 1),
                                SamplePeers.peer("scikit-learn", "multinomial", true, stopped.fit()),
                                SamplePeers.peer("penalises", "penalised-intercept", true),
                                SamplePeers.peer("one-against-all", "one-vs-rest", true),
                                SamplePeers.failed("broken", "it ended with status 7"))),
                null));
        page = folder.resolve("index.html").toUri().toString();
        peerPage = folder.resolve("solvers")
                .resolve("one-against-all.html")
                .toUri()
                .toString();
        browser = Chromium.start(folder.resolve("profile"));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(browser.complaints).isEmpty();
    }

    private static void show(String address, int width, String scheme) throws InterruptedException {
        browser.complaints.clear();
        browser.show(width, 900, scheme);
        browser.open(address);
    }

    private static String names(String selector) {
        return browser.eval("[...document.querySelectorAll(`" + selector + "`)].map(e => e.textContent).join()");
    }

    @Test
    void chartAndRankingHoldThoseOfTheSameProblem() throws InterruptedException {
        show(page, 1440, "light");
        assertThat(names("#explorer .toggle"))
                .contains("scikit-learn", "penalises")
                .doesNotContain("one-against-all");
        assertThat(names(".ranking .name")).contains("scikit-learn").doesNotContain("penalises");
    }

    @Test
    void oneVsRestIsDrawnOnItsOwnPageAgainstTimeOnly() throws InterruptedException {
        show(peerPage, 1440, "light");
        assertThat(names("#explorer input[name=x] + span")).isEqualTo("Time");
        assertThat(browser.eval("document.querySelectorAll('#explorer circle').length + ''"))
                .isEqualTo("2");
        assertThat(names("#weights figcaption b")).contains("one-against-all");
    }

    @ParameterizedTest
    @CsvSource({"390,light", "390,dark", "1440,light", "1440,dark"})
    void nothingRunsOutOfThePageAndNoSettingBreaks(int width, String scheme) throws InterruptedException {
        for (String address : List.of(page, peerPage)) {
            show(address, width, scheme);
            assertThat(browser.eval("document.documentElement.scrollWidth <= innerWidth ? 'fits' : 'runs out'"))
                    .as(address)
                    .isEqualTo("fits");
            assertThat(browser.eval("(() => { const range = document.createRange();"
                            + " const lines = (e) => { range.selectNodeContents(e); return range.getClientRects().length; };"
                            + " return [...document.querySelectorAll('.word')].filter(e => lines(e) > 1)"
                            + ".map(e => e.textContent).join(); })()"))
                    .as("settings of %s on two lines", address)
                    .isEmpty();
        }
    }
}
