package io.github.l1bench.page;

import static io.github.l1bench.view.SamplePeers.peer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Fit;
import io.github.l1bench.result.MissingPeer;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.view.Headline;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.Sample;
import io.github.l1bench.view.SamplePeers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class PeerPageTest {
    private static final CellResult SOLVER = Sample.cell("solver-0", 1);
    private static final CellResult STOPPED = Sample.published("saga", 1);

    /** A solver and somebody else's program: the page and what lies beside it. */
    @TempDir
    static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void render() throws IOException {
        Report.render(Sample.write(shared, run(SOLVER, peer("glm", "multinomial", true)), null));
    }

    @Test
    void peersAreAGroupOfTheirOwnWithVersionAndLicence() {
        String page = page(SOLVER, peer("glm", "multinomial", true));
        assertThat(page)
                .contains("<h2 id=\"peers\">Other people&#39;s programs</h2>")
                .contains("glm 4.1<small> R 4.2</small>", "GPL-2", "tol=1e-7", "7 passes over all")
                .contains("So did 1 of 1 other people")
                .doesNotContain("not ranked", "One-vs-rest");
        assertThat(page.substring(page.indexOf("id=\"solvers\""), page.indexOf("id=\"peers\"")))
                .as("the table of solvers")
                .contains("solver-0", "P above bound")
                .doesNotContain("data-cell=\"glm\"");
    }

    @Test
    void aPeerThatNeverCertifiesShowsHowFarItGotAndWhy() {
        assertThat(page(SOLVER, peer("glm", "multinomial", false)))
                .contains("never certified", "the tightest rung leaves a gap")
                .contains("So did none of 1 other people");
    }

    @Test
    void programsThatWereNotReadyAreNamedWithWhatTheyNeed() throws IOException {
        RunResult lacking =
                run(SOLVER).lacking(List.of(new MissingPeer("glm", "R with glm: apt-get install r-cran-glm")));
        Path file = Sample.write(folder, lacking, null).resolve(RunFolder.RUN);
        assertThat(ResultFiles.read(file).missingPeers()).isEqualTo(lacking.missingPeers());
        assertThat(BarePage.of(new RunView(lacking, List.of())))
                .contains("Asked for and not ready where this was made", "glm: R with glm: apt-get install r-cran-glm");
    }

    @Test
    void aPageWithoutPeersDoesNotSpeakOfThem() throws IOException {
        assertThat(page(SOLVER, STOPPED))
                .doesNotContain(
                        "ther people's p",
                        "P above bound",
                        "One-vs-rest",
                        "What programs say",
                        "thin dashed",
                        "not ready");
        Report.render(Sample.write(folder, run(SOLVER, STOPPED), null));
        assertThat(Files.readString(folder.resolve("cells.csv"))).doesNotContain("aboveBound");
        assertThat(Files.readString(folder.resolve(RunFolder.RUN))).doesNotContain("replays", "missingPeers");
        assertThat(folder).isDirectoryNotContaining("glob:**{peers,one-vs-rest,rungs,replays}.csv");
    }

    @Test
    void aPeerThatFailedIsNamedWithItsReason() {
        RunView view = view(SOLVER, SamplePeers.failed("glm", "it ended with status 7"));
        assertThat(BarePage.of(view))
                .contains("it ended with status 7", " 1 program failed.")
                .doesNotContain("What programs say", "solver failed");
        assertThat(new SolverPage(view, "glm").render()).contains("It has none: it ended with");
    }

    @Test
    void rungsAreMarksOnAThinDashedLineAgainstTimeOnly() throws IOException {
        String svg = Files.readString(shared.resolve("figures/convergence.svg"));
        assertThat(svg).contains("stroke-dasharray");
        String page = Files.readString(shared.resolve("index.html"));
        assertThat(page).contains("\"rungs\":true").contains("\"passes\":[null,null]");
        assertThat(Files.readString(shared.resolve("traces.csv"))).contains("glm");
    }

    @Test
    void aPeersOwnPageTellsWhatItIsHowItIsAskedAndWhatItWrote() throws IOException {
        assertThat(Files.readString(shared.resolve("solvers/glm.html")))
                .contains("<dt>Version</dt><dd>glm 4.1</dd>", "<dt>Runs on</dt><dd>R 4.2</dd>", "<dd>GPL-2</dd>")
                .contains("<a href=\"https://example.org\" rel=\"noreferrer\">https://example.org</a>")
                .contains("<dt>Mapping</dt><dd>alpha is 1, lambda the suite&#39;s</dd>")
                .contains("the suite&#39;s own: multinomial, the intercept free")
                .contains(">tol=1e-3<", ">tol=1e-7<", "it wrote this", "Rungs", "CPU", "20.0\u00a0MB")
                .contains("Classification vector for glm", "id=\"explorer\"", "../figures/weights-glm.svg");
    }

    @Test
    void anAddressThatIsNoneIsNoLink() throws IOException {
        Path file = Sample.write(folder, run(SOLVER, peer("glm", "multinomial", true)), null)
                .resolve(RunFolder.RUN);
        Files.writeString(file, Files.readString(file).replace("https://example.org", "javascript:alert(1)"));
        assertThat(new SolverPage(Sample.view(folder), "glm").render())
                .contains("<span>javascript:alert(1)</span>")
                .doesNotContain("href=\"javascript");
    }

    @Test
    void whatAProgramSaysStandsBesideWhatTheCertificateSays() throws IOException {
        String page = Files.readString(shared.resolve("index.html"));
        assertThat(page.substring(page.indexOf("id=\"claims\"")))
                .contains("tol=1e-3", "7 passes over all, by tol=1e-3", "at most 10 % above the optimum")
                .contains("tol=1e-7", "optimal to 10⁻⁶");
        assertThat(Files.readAllLines(shared.resolve("rungs.csv")))
                .hasSize(3)
                .element(0)
                .asString()
                .isEqualTo("label,question,setting,note,certified,primal,dual,gap,relativeGap,aboveBound,kkt,nonzeros,"
                        + "sparsityPercent,trainAccuracy,testAccuracy,seconds,cpuSeconds,peakBytes");
        assertThat(Files.readString(shared.resolve("peers.csv")))
                .startsWith("label,version,runtime,licence,question,status,met,failure,end,setting,")
                .contains("glm,glm 4.1,R 4.2,GPL-2,multinomial,certified,true,,tol=1e-7 is the loosest");
        assertThat(Files.readString(shared.resolve("cells.csv")))
                .contains("aboveBound")
                .doesNotContain("glm");
    }

    @Test
    void oneVsRestHasATableOfItsOwnAndStandsInNoChart() throws IOException {
        CellResult other = peer("ovr", "one-vs-rest", true);
        RunResult run = run(SOLVER, peer("glm", "multinomial", true), other);
        Report.render(Sample.write(folder, run, null));
        String page = Files.readString(folder.resolve("index.html"));
        assertThat(page.substring(page.indexOf("<h2 id=\"one-vs-rest\">"), page.indexOf("<nav")))
                .contains("data-cell=\"ovr\"", "one-vs-rest, not ranked", "sum of the objectives of all classes")
                .doesNotContain("data-cell=\"glm\"");
        assertThat(page).contains("One-vs-rest", "1 program answers another question", "optimal to 10⁻⁶ of its own");
        assertThat(page.substring(page.indexOf("id=\"data\"")))
                .contains("\"glm\"")
                .doesNotContain("ovr");
        assertThat(page).doesNotContain("Classification vector for ovr");
        assertThat(Files.readString(folder.resolve("traces.csv"))).doesNotContain("ovr");
        assertThat(Files.readString(folder.resolve("peers.csv"))).doesNotContain("ovr");
        assertThat(Files.readString(folder.resolve("one-vs-rest.csv"))).contains("ovr,glm 4.1");
        assertThat(Files.readString(folder.resolve("solvers/ovr.html")))
                .contains("Classification vector for ovr", "\"label\":\"ovr\"", "certified as such");
    }

    @Test
    void boundsAreThoseOfEachProblemAndOfTheSameOnly() {
        CellResult other = peer("ovr", "one-vs-rest", true);
        CellResult penalised = peer("pen", "penalised-intercept", false);
        RunView view = view(SOLVER, other, penalised);
        assertThat(view.bestBound()).isEqualTo(view(SOLVER).bestBound());
        assertThat(view.bestBound(other)).isEqualTo(SamplePeers.BOUND);
        assertThat(view.only("ovr").bestBound()).isEqualTo(SamplePeers.BOUND);
        assertThat(view.only("pen").bestBound()).isEqualTo(view.bestBound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-vs-rest", "penalised-intercept", "another"})
    void whoAnswersAnotherQuestionIsNotRankedAndDoesNotAgree(String question) {
        CellResult other = peer("other", question, true);
        assertThat(Headline.of(view(other)).winner()).isEmpty();
        assertThat(Headline.of(view(peer("glm", "multinomial", true))).winner()).isEqualTo("glm");
        assertThat(new AgreementSection(view(SOLVER, other)).hasContent()).isFalse();
        assertThat(new AgreementSection(view(SOLVER, peer("glm", "multinomial", true))).hasContent())
                .isTrue();
        assertThat(page(SOLVER, other)).contains("not ranked").doesNotContain("So did");

        RunView timed = new RunView(
                run(SOLVER, other),
                Sample.rows(
                        Sample.timeRow("solver-0", "1e-3", 300, "3.5", true),
                        Sample.timeRow("other", "1e-3", 90, "3.5", true)));
        assertThat(Headline.of(timed).toString())
                .startsWith("solver-0 is fastest")
                .doesNotContain("other");
    }

    @Test
    void aProgramThatPenalisesTheInterceptIsLabelledAndStaysInTheCharts() {
        String page = page(SOLVER, peer("pen", "penalised-intercept", false));
        assertThat(page)
                .contains("penalises the intercept, not ranked", "never certified", "the tightest rung leaves a gap")
                .contains("\"unranked\":true");
    }

    @Test
    void thePublishedRunIsHeldAgainstTheSolverThatRepeatsItDigitByDigit() throws IOException {
        CellResult glm = peer("glm", "multinomial", true, STOPPED.fit());
        Path file = Sample.write(folder, run(SOLVER, STOPPED, glm), null).resolve(RunFolder.RUN);
        Report.render(folder);
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("id=\"replay\"", "run by this machine&#39;s own glm 4.1, prints")
                .contains(
                        "saga, tol 0.1 repeats it in every digit", "glm was told tol=0.1 and says: 7 passes over all");
        JsonNode replay = new ObjectMapper().readTree(file.toFile()).at("/replays/0");
        assertThat(replay.at("/peer").asText()).isEqualTo("glm");
        assertThat(replay.at("/same").asBoolean()).isTrue();
        assertThat(replay.at("/quantities/0/digits").asInt()).isEqualTo(16);
        assertThat(ResultFiles.read(file).replays()).hasSize(1);
        assertThat(Files.readAllLines(folder.resolve("replays.csv"))).hasSize(6);
    }

    @Test
    void aPublishedRunThatDiffersSaysInWhatAndWhy() {
        Fit f = STOPPED.fit();
        Fit near = new Fit(
                f.primal() * (1 + 1.5e-5),
                f.dual(),
                f.gap(),
                f.relativeGap(),
                f.kkt(),
                f.nonzeros(),
                f.sparsityPercent(),
                f.trainAccuracy(),
                f.testAccuracy());
        assertThat(page(SOLVER, STOPPED, peer("glm", "multinomial", true, near)))
                .contains("saga, tol 0.1 differs in objective P after 4 digits, for it follows a paper");
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
}
