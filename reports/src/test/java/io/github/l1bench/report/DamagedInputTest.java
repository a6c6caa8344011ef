package io.github.l1bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.result.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged result files make a page or one documented exception, nothing else. */
class DamagedInputTest {
    private static final String DAMAGE = "{}[]\",:0123456789eE.-nul\\ x";
    private static final int TRIALS = 600;

    @TempDir
    Path folder;

    private final Random random = new Random(17);

    private byte[] damaged(byte[] good) {
        byte[] bad = good.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            bad[random.nextInt(bad.length)] = (byte) DAMAGE.charAt(random.nextInt(DAMAGE.length()));
        }
        return bad;
    }

    /** Renders what is in the folder; returns whether it was accepted. */
    private boolean accepted() throws IOException {
        try {
            RunView view = RunView.read(folder);
            String page = Sample.page(view);
            assertThat(page).endsWith("</html>\n");
            Comparison.of(view, view, 0.1, false).text();
            return true;
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage())
                    .containsPattern("run\\.json|jmh\\.json|snapshots\\.json")
                    .doesNotContain("\n");
            return false;
        }
    }

    @Test
    void aDamagedRunMakesAPageOrOneSentence() throws IOException {
        List<CellResult> cells = List.of(small(), Sample.failed("broken", "why"));
        Sample.write(folder, Sample.run("a", Sample.NOTICE, cells), null);
        byte[] good = Files.readAllBytes(folder.resolve(ResultFiles.RUN));
        int accepted = 0;
        for (int i = 0; i < TRIALS; i++) {
            Files.write(folder.resolve(ResultFiles.RUN), damaged(good));
            accepted += accepted() ? 1 : 0;
        }
        assertThat(accepted).isBetween(TRIALS / 30, TRIALS - 1);
    }

    /** A cell without weights, whose file would be mostly zeros. */
    private static CellResult small() {
        CellResult c = Sample.cell("solver-0", 0);
        return new CellResult(
                c.label(),
                c.solver(),
                c.description(),
                c.reference(),
                c.options(),
                false,
                c.rule(),
                c.status(),
                true,
                null,
                c.epochs(),
                c.passes(),
                c.seconds(),
                c.primal(),
                c.dual(),
                c.gap(),
                c.relativeGap(),
                c.kkt(),
                c.nonzeros(),
                c.sparsityPercent(),
                c.trainAccuracy(),
                c.testAccuracy(),
                c.trace().subList(0, 3),
                null,
                null);
    }

    @Test
    void aDamagedJmhFileMakesAPageOrOneSentence() throws IOException {
        String jmh = Sample.jmh(
                Sample.timeRow("solver-0", "1e-6", 78.25, "3.5", true),
                Sample.timeRow("solver-1", "1e-6", 2490, "\"NaN\"", false));
        Sample.write(folder, Sample.run("a", "", List.of(small())), jmh);
        int accepted = 0;
        for (int i = 0; i < TRIALS; i++) {
            Files.write(folder.resolve(JmhFile.NAME), damaged(jmh.getBytes(StandardCharsets.UTF_8)));
            accepted += accepted() ? 1 : 0;
        }
        assertThat(accepted).isBetween(TRIALS / 30, TRIALS - 1);
    }

    @Test
    void damagedSnapshotsMakeAPageOrOneSentence() throws IOException {
        RunResult run = Sample.run("a", "", List.of(Sample.cell("solver-0", 0)));
        Sample.write(folder, run, null);
        Path file = folder.resolve(ResultFiles.SNAPSHOTS);
        ResultFiles.write(file, Sample.snapshots(run));
        byte[] good = Files.readAllBytes(file);
        int accepted = 0;
        for (int i = 0; i < TRIALS / 4; i++) {
            Files.write(file, damaged(good));
            accepted += accepted() ? 1 : 0;
        }
        assertThat(accepted).isBetween(1, TRIALS / 4 - 1);
    }

    @Test
    void aDeeplyNestedFileIsRefused() throws IOException {
        Sample.write(folder, Sample.run("a", "", List.of(small())), "[".repeat(200_000));

        assertThat(accepted()).isFalse();
    }
}
