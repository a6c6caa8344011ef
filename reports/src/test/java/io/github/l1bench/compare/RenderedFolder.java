package io.github.l1bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.page.BarePage;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.view.RunView;
import java.io.IOException;
import java.nio.file.Path;

/** Renders what is in a folder, whatever it is. */
final class RenderedFolder {
    private RenderedFolder() {}

    /** Whether {@code folder} makes a page; otherwise that it is refused in one sentence which names one of its files. */
    static boolean isAccepted(Path folder) throws IOException {
        try {
            RunView view = RunView.read(new RunFolder(folder));
            assertThat(BarePage.of(view)).endsWith("</html>\n");
            Comparison.of(view, view, Anyhow.TERMS).text();
            return true;
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage())
                    .containsPattern("(run|jmh|snapshots|study)\\.json")
                    .doesNotContain("\n");
            return false;
        }
    }
}
