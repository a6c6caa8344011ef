package io.github.l1bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.l1bench.index.RunIndex;
import io.github.l1bench.page.Chromium;
import io.github.l1bench.page.Report;
import io.github.l1bench.view.Hostile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of result files that try to run script, in a real browser; skipped where there is none. */
@Tag("browser")
class HostileBrowserTest {
    @TempDir
    static Path folder;

    private static Chromium browser;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        assumeTrue(Chromium.program().isPresent(), "no Chromium on this machine");
        browser = Chromium.start(folder.resolve("profile"));
        browser.show(1440, 900, "light");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Neither with the page's content security policy nor, which shows that the text is escaped, without it. */
    @Test
    void noTextOfAResultRunsAsScript() throws IOException, InterruptedException {
        Path reports = folder;
        Path run = Hostile.write(reports.resolve("runs").resolve("a"), List.of(String.join(" ", Hostile.PAYLOADS)), 0);
        Report.render(run);
        RunIndex.write(reports);
        Comparison.of(run, run, Anyhow.TERMS).write(reports.resolve("comparison.html"));
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(reports)) {
            files.filter(file -> file.toString().matches(".*\\.(html|svg)")).forEach(pages::add);
        }
        pages.removeIf(file -> file.startsWith(folder.resolve("profile")));
        assertThat(pages).hasSizeGreaterThan(8);
        for (Path file : pages) {
            Path unguarded = file.resolveSibling("unguarded-" + file.getFileName());
            Files.writeString(unguarded, Files.readString(file).replaceFirst("<meta http-equiv[^>]*>", ""));
            for (Path shown : List.of(file, unguarded)) {
                browser.open(shown.toUri().toString());
                browser.eval(
                        "document.querySelectorAll('a, button, input, summary')"
                                + ".forEach(e => { e.focus(); e.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})) })");
                assertThat(browser.eval("typeof window.hit")).as("%s", shown).isEqualTo("undefined");
                assertThat(browser.eval("document.querySelectorAll('iframe, [onerror], [onload], [onfocus]').length"))
                        .isEqualTo("0");
            }
        }
        assertThat(browser.requests)
                .allMatch(url -> url.startsWith(reports.toUri().toString())
                        || url.startsWith("data:image/png")
                        || url.equals("about:blank"));
    }
}
