package io.github.l1bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.index.RunIndex;
import io.github.l1bench.page.BarePage;
import io.github.l1bench.page.Report;
import io.github.l1bench.view.Hostile;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No text of a result file, and no name of a folder, is markup or script in a page. */
class HostileInputTest {
    private static final Pattern SCRIPT = Pattern.compile("<script[^>]*>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern STYLE = Pattern.compile("<style>.*?</style>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z!/?][^>]*>", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:href|src|action|data)=\"([^\"]*)\"");

    @TempDir
    Path folder;

    @Test
    void aRunsPageHoldsNoneOfItsTextsAsMarkup() throws IOException {
        for (int first = 0; first < Hostile.PAYLOADS.size(); first++) {
            Path run = Hostile.write(folder.resolve("run" + first), Hostile.PAYLOADS, first);
            RunView view = Sample.view(run);
            assertThat(view.study()).isPresent();
            String page = BarePage.of(view);
            assertThat(page).contains("window.hit");
            isHarmless(page, 2);
        }
    }

    @Test
    void nothingWrittenBesideItHoldsAnyAsMarkup() throws IOException {
        Path run = Hostile.write(folder.resolve("run"), Hostile.PAYLOADS, 5);
        Report.render(run);
        try (Stream<Path> files = Files.walk(run)) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".html")).toList()) {
                isHarmless(Files.readString(page), 2);
            }
        }
    }

    @Test
    void theListOfRunsHoldsNoneAsMarkup() throws IOException {
        String name = "#?\"><img src=x onerror=window.hit=1> %3Cscript>";
        Hostile.write(folder.resolve("runs").resolve(name), Hostile.PAYLOADS, 3);
        Path unreadable = Files.createDirectories(folder.resolve("runs").resolve("<script>window.hit=2<script>"));
        Files.writeString(unreadable.resolve("run.json"), "{\"schema\": \"<script>window.hit=3</script>\"}");
        RunIndex.write(folder);
        String page = Files.readString(folder.resolve("index.html"));

        assertThat(page).contains("window.hit");
        isHarmless(page, 0);
        assertThat(page).contains("href=\"runs/%23%3F%22%3E%3Cimg%20src=x%20onerror=window.hit=1%3E%20%253Cscript%3E/");
    }

    @Test
    void aComparisonHoldsNoneAsMarkup() throws IOException {
        Path before = Hostile.write(folder.resolve("before"), Hostile.PAYLOADS, 0);
        Path after = Hostile.write(folder.resolve("after"), Hostile.PAYLOADS, 0);
        Path page = folder.resolve("comparison.html");
        Comparison.of(before, after, Anyhow.TERMS).write(page);

        assertThat(Files.readString(page)).contains("window.hit");
        isHarmless(Files.readString(page), 1);
    }

    private static void isHarmless(String page, int ownScripts) {
        Matcher script = SCRIPT.matcher(page);
        int scripts = 0;
        while (script.find()) {
            scripts++;
            assertThat(script.group(1)).doesNotContain("<!--", "<script");
        }
        assertThat(scripts).as("script elements").isEqualTo(ownScripts);
        String markup = STYLE.matcher(SCRIPT.matcher(page).replaceAll("")).replaceAll("");
        TAG.matcher(markup).results().map(tag -> tag.group()).forEach(tag -> {
            assertThat(tag.toLowerCase()).doesNotContain("<!--").doesNotStartWith("<iframe");
            assertThat(QUOTED.matcher(tag).replaceAll("''")).doesNotContainPattern("(?i)[\\s/'\"]on\\w+\\s*=");
            ADDRESS.matcher(tag)
                    .results()
                    .forEach(address -> assertThat(address.group(1))
                            .doesNotContainPattern("(?i)^\\s*(javascript\\s*:|vbscript\\s*:|data:(?!image/png))"));
        });
        assertThat(markup).doesNotContain("<img src=x", "<svg onload", "<script");
    }
}
