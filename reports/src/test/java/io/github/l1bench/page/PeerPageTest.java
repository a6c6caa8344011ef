package io.github.l1bench.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Fit;
import io.github.l1bench.result.PeerRun;
import io.github.l1bench.result.Rule;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.Rung;
import io.github.l1bench.result.TracePoint;
import io.github.l1bench.view.Headline;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerPageTest {
    private static final CellResult SOLVER = Sample.cell("solver-0", 1);

    @TempDir
    private Path folder;

    @Test
    void peersAreAGroupOfTheirOwnWithVersionAndLicence() {
        String page = page(SOLVER, peer("glm", "multinomial", true));
        assertThat(page)
                .contains("<h2 id=\"peers\">Other people&#39;s programs</h2>".replace("&#39;", apostrophe(page)))
                .contains("glm 4.1, R 4.2", "GPL-2", "tol=1e-7", "7 passes over all")
                .contains("So did 1 of 1 other people");
        assertThat(page.substring(page.indexOf("id=\"solvers\""), page.indexOf("id=\"peers\"")))
                .as("the table of solvers")
                .contains("solver-0")
                .doesNotContain("data-cell=\"glm\"");
    }

    private static String apostrophe(String page) {
        return page.contains("people's") ? "'" : "&#39;";
    }

    @Test
    void aPeerThatNeverCertifiesShowsHowFarItGotAndWhy() {
        assertThat(page(SOLVER, peer("glm", "multinomial", false)))
                .contains("never certified", "the tightest rung leaves a gap")
                .contains("So did 0 of 1 other people");
    }

    @Test
    void aPageWithoutPeersDoesNotSpeakOfThem() {
        assertThat(page(SOLVER)).doesNotContain("ther people");
    }

    @Test
    void aPeerThatFailedIsNamedWithItsReason() {
        CellResult peer = peer("glm", "multinomial", true);
        CellResult failed = new CellResult(
                "glm",
                "glm",
                peer.description(),
                peer.reference(),
                peer.options(),
                false,
                peer.rule(),
                "failed",
                false,
                "it ended with status 7",
                0,
                Double.NaN,
                0,
                Fit.NONE,
                List.of(),
                null,
                null,
                new PeerRun(
                        "glm 4.1",
                        "R 4.2",
                        "GPL-2",
                        "",
                        "multinomial",
                        "",
                        null,
                        List.of(),
                        "it ended with status 7",
                        List.of()),
                null);
        assertThat(page(SOLVER, failed)).contains("it ended with status 7");
    }

    @Test
    void rungsAreMarksOnAThinDashedLineAgainstTimeOnly() throws IOException {
        Report.render(Sample.write(folder, run(SOLVER, peer("glm", "multinomial", true)), null));
        String svg = Files.readString(folder.resolve("figures/convergence.svg"));
        assertThat(svg).contains("stroke-dasharray");
        String page = Files.readString(folder.resolve("index.html"));
        assertThat(page).contains("\"rungs\":true").contains("\"passes\":[null,null]");
        String own = Files.readString(folder.resolve("solvers/glm.html"));
        assertThat(own).contains("tol=1e-3", "tol=1e-7", "it wrote this", "Rungs");
        assertThat(Files.readString(folder.resolve("traces.csv"))).contains("glm");
    }

    @Test
    void whoAnswersAnotherQuestionIsNotRankedAndDoesNotAgree() {
        CellResult other = peer("ovr", "one-vs-rest", true);
        assertThat(Headline.of(view(other)).winner()).isEmpty();
        assertThat(Headline.of(view(peer("glm", "multinomial", true))).winner()).isEqualTo("glm");
        assertThat(new AgreementSection(view(SOLVER, other)).hasContent()).isFalse();
        assertThat(new AgreementSection(view(SOLVER, peer("glm", "multinomial", true))).hasContent())
                .isTrue();
    }

    private static String page(CellResult... cells) {
        return BarePage.of(view(cells));
    }

    private static RunView view(CellResult... cells) {
        return new RunView(run(cells), List.of());
    }

    private static RunResult run(CellResult... cells) {
        return Sample.run("run", "", List.of(cells));
    }

    /** Two rungs: one that leaves a gap of 0.1, and the last, of 1e-7 where it certifies. */
    private static CellResult peer(String name, String question, boolean certifies) {
        List<Rung> rungs = new ArrayList<>();
        rungs.add(new Rung("tol=1e-3", List.of(0.002), 0.002, 20_000_000L, false, "3 passes over all", fit(0.1)));
        rungs.add(new Rung(
                "tol=1e-7", List.of(0.004), null, null, certifies, "7 passes over all", fit(certifies ? 1e-7 : 0.05)));
        Rung last = rungs.get(1);
        return new CellResult(
                name,
                name,
                "other people's " + name,
                "https://example.org",
                Map.of("ladder", "tol from 1e-3 to 1e-7"),
                false,
                new Rule(1e-6, null, null, 20.0),
                certifies ? "certified" : "never certified",
                certifies,
                null,
                0,
                Double.NaN,
                last.medianSeconds(),
                last.fit(),
                rungs.stream()
                        .map(rung -> new TracePoint(Double.NaN, 0, rung.medianSeconds(), rung.fit()))
                        .toList(),
                SOLVER.coef(),
                SOLVER.intercept(),
                new PeerRun(
                        "glm 4.1",
                        "R 4.2",
                        "GPL-2",
                        "https://example.org",
                        question,
                        "",
                        null,
                        rungs,
                        certifies
                                ? "tol=1e-7 is the loosest that certifies in every repeat"
                                : "the tightest rung leaves a gap",
                        List.of("it wrote this")),
                null);
    }

    private static Fit fit(double gap) {
        return new Fit(1 + gap, 1, gap, gap / (1 + gap), gap, 70, 99, 0.9, 0.8);
    }
}
