package io.github.l1bench.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.l1bench.collection.CollectionFolder;
import io.github.l1bench.collection.CollectionResults;
import io.github.l1bench.collection.InstanceFacts;
import io.github.l1bench.collection.LeftOut;
import io.github.l1bench.collection.Outcome;
import io.github.l1bench.page.PageFigures;
import io.github.l1bench.result.Made;
import io.github.l1bench.result.MissingPeer;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.view.Headline;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverviewReportTest {
    private static final String ATTACK = "<img src=x onerror=alert(1)></script><script>alert(2)</script>";

    @TempDir
    static Path shared;

    private static Path whole;
    private static String page;

    @TempDir
    Path folder;

    /** Eight instances with a failure, somebody else's program, one that answers another question, and what is missing. */
    @BeforeAll
    static void render() throws IOException {
        whole = shared.resolve("whole");
        CollectionResults plain = SampleCollection.results(8, 3);
        List<Outcome> outcomes = new ArrayList<>(plain.outcomes());
        InstanceFacts first = plain.instances().get(0);
        outcomes.set(0, SampleCollection.failed(first, "prox-newton", ATTACK));
        outcomes.add(SampleCollection.peer(plain.outcomes().get(4), "glmnet", true));
        outcomes.add(SampleCollection.peer(plain.outcomes().get(4), "one-by-one", false));
        List<InstanceFacts> facts = new ArrayList<>(plain.instances());
        facts.add(SampleCollection.facts(40));
        CollectionFolder collection = SampleCollection.write(
                whole,
                SampleCollection.of(
                        "whole", true, facts, outcomes, List.of(new LeftOut("mnist", "it lies nowhere here"))));
        Sample.write(collection.instance(first.name()).path(), Sample.run(2, Sample.NOTICE), Sample.jmh());
        List<String> told = new ArrayList<>();
        OverviewReport.render(collection, Optional.empty(), told::add);
        assertThat(told).containsExactly(first.name());
        page = Files.readString(whole.resolve("index.html"));
    }

    /** The page without figures and files beside it, which take longer. */
    private static String bare(CollectionResults results) {
        Standing standing = Standing.first(new CollectionView(results));
        PageFigures figures = new PageFigures(Map.of(), "figures");
        InstancePages pages = new InstancePages(Map.of(), List.of(), Map.of());
        return new OverviewPage(standing, Background.NONE, figures, pages, Map.of()).render();
    }

    @Test
    void thePageHasEverySectionAndEveryInstanceAndSolver() {
        assertThat(page)
                .contains("id=\"profiles\"", "id=\"ranking\"", "id=\"map\"", "id=\"instances\"", "id=\"left-out\"")
                .contains("id=\"making\"", "id=\"downloads\"", "correlated-0-0.5", "one-hot-1-0.001")
                .contains("glmnet", "coordinate-descent", "certify a relative gap of 10⁻⁶");
    }

    @Test
    void whatIsNotWholeIsSaid() {
        assertThat(page)
                .contains(
                        "Quick run.",
                        "1 instance left out: ",
                        "mnist. The reasons stand below.",
                        "it lies nowhere here")
                .contains("Not finished: ", "no solver has been run on it yet")
                .contains("Not run: ", "glmnet on 7 instances. That counts as not certified.")
                .contains("Not ranked: ", "one-by-one, which answer another question.")
                .contains("One run failed.", Sample.NOTICE);
    }

    @Test
    void whatFailedStandsThereWithItsReason() {
        String failures = page.substring(page.indexOf("<h3>Failures</h3>"), page.indexOf("id=\"left-out\""));

        assertThat(failures).contains("correlated-0-0.5", "prox-newton", "&lt;img src=x");
    }

    @Test
    void anInstanceWithARunHasAPageAndIsLedTo() {
        String link = "instances/correlated-0-0.5/index.html";

        assertThat(whole.resolve(link)).exists();
        assertThat(page).contains("href=\"" + link + "\"").doesNotContain("instances/correlated-0-0.1/");
    }

    @Test
    void textOfAResultIsNoMarkup() {
        assertThat(page)
                .doesNotContain("<img src=x")
                .doesNotContain("<script>alert")
                .contains("&lt;img src=x");
    }

    @Test
    void figuresAndTablesStandBesideThePage() throws IOException {
        for (String figure : List.of("profiles", "runtime", "ranking", "map")) {
            for (String format : List.of("png", "svg", "pdf")) {
                assertThat(whole.resolve("figures/" + figure + "." + format)).isNotEmptyFile();
            }
        }
        assertThat(Files.readString(whole.resolve("ranking.csv")))
                .startsWith("solver,first,within2,within10,certified,meanRank\r\n");
        assertThat(Files.readString(whole.resolve("outcomes.csv"))).contains("failed");
        assertThat(Files.readString(whole.resolve("times.csv"))).doesNotContain("Infinity");
        assertThat(Files.readString(whole.resolve("ratios.tex")))
                .startsWith("\\begin{tabular}{lrrrr}\n\\toprule\n")
                .contains("1.0$\\times$", " -- ")
                .endsWith("\\bottomrule\n\\end{tabular}\n");
        assertThat(Files.readString(whole.resolve("groups.tex"))).contains("$\\lambda$ / $\\lambda$max $\\ge$ 0.3");
    }

    @Test
    void curvesInFilesAreSharesOfTheProfiles() throws IOException {
        CollectionView view = new CollectionView(new CollectionFolder(whole).read());
        Standing standing = Standing.first(view);
        for (String line : Files.readString(whole.resolve("profiles.csv")).split("\r\n")) {
            String[] fields = line.split(",");
            if (fields[0].equals("seconds")) {
                int solver = standing.solvers().indexOf(fields[2]);
                double share = standing.profile().of(solver).share(Double.parseDouble(fields[3]));
                assertThat(Double.parseDouble(fields[4])).isEqualTo(share);
            }
        }
    }

    @Test
    void anEarlierRunLiesBelowAndItsSharesAreOfTheInstancesThatBothHave() throws IOException {
        CollectionFolder now = SampleCollection.write(folder.resolve("now"), SampleCollection.results(8, 3));
        CollectionFolder before = SampleCollection.write(
                folder.resolve("before"), SampleCollection.results("before", 4, 2, 3, List.of()));
        OverviewReport.render(now, Optional.of(before), name -> {});
        String text = Files.readString(folder.resolve("now/index.html"));

        assertThat(text).contains("Laid over run before. ", "on the 4 instances that both have");
        assertThat(Files.readString(folder.resolve("now/profiles.csv"))).contains("seconds,before,newton,");
    }

    @Test
    void secondsOfAnotherMachineAreNotRankedAndThoseOfABusyOneAreMarked() {
        CollectionResults results = SampleCollection.results(4, 2);
        List<Outcome> outcomes = new ArrayList<>(results.outcomes());
        Origin far = new Origin("sample", "", null, "other machine", true);
        outcomes.set(0, SampleCollection.made(outcomes.get(0), Made.repeated(1).from(far, null)));
        outcomes.set(1, SampleCollection.made(outcomes.get(1), Made.repeated(1).disturbedBy("another program")));
        String text = bare(SampleCollection.of("machines", false, results.instances(), outcomes, List.of()));

        assertThat(Measure.SECONDS.of(outcomes.get(0))).containsOnly(Double.POSITIVE_INFINITY);
        assertThat(Measure.PASSES.of(outcomes.get(0))).doesNotContain(Double.POSITIVE_INFINITY);
        assertThat(text)
                .contains("1 result was made on another machine than those beside it", ", disturbed</small>")
                .contains("does not compare", "1 result was measured while something else kept the machine busy");
    }

    @Test
    void anEarlierRunOfSomethingElseIsRefused() throws IOException {
        CollectionFolder now = SampleCollection.write(folder.resolve("now"), SampleCollection.results(4, 2));
        CollectionResults other = SampleCollection.of(
                "other",
                false,
                List.of(SampleCollection.facts(40)),
                List.of(SampleCollection.outcome(SampleCollection.facts(40), 40, "newton", 1, 1)),
                List.of());
        CollectionFolder before = SampleCollection.write(folder.resolve("other"), other);

        assertThatThrownBy(() -> OverviewReport.render(now, Optional.of(before), name -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no instance of the same name");
    }

    @Test
    void anEarlierRunWhoseSumsAreRoundedOtherwiseIsOfTheSameProblems() {
        CollectionView now = new CollectionView(SampleCollection.results(8, 2));
        List<InstanceFacts> rounded = now.instances().stream()
                .map(facts -> SampleCollection.penalised(facts, Math.nextUp(facts.lambda())))
                .toList();
        List<InstanceFacts> others = now.instances().stream()
                .map(facts -> SampleCollection.penalised(facts, 1.001 * facts.lambda()))
                .toList();

        assertThat(new Background(now, before(now, rounded)).shared()).isEqualTo(8);
        assertThat(new Background(now, before(now, others)).shared()).isZero();
    }

    private static CollectionView before(CollectionView now, List<InstanceFacts> facts) {
        return new CollectionView(
                SampleCollection.of("before", false, facts, now.results().outcomes(), List.of()));
    }

    @Test
    void aSmallPenaltyIsWrittenAsPeopleWriteIt() {
        InstanceFacts small = SampleCollection.shared(SampleCollection.facts(0), 1e-4);
        CollectionResults results = SampleCollection.of(
                "small", false, List.of(small), List.of(SampleCollection.outcome(small, 0, "newton", 1, 1)), List.of());
        assertThat(bare(results)).contains(">0.0001<");
    }

    @Test
    void aPeerThatIsNotReadyIsNamedWithWhatItNeeds() {
        CollectionResults results = SampleCollection.without(
                SampleCollection.results(1, 1), new MissingPeer("glmnet", "R: apt-get install r-base"));
        assertThat(bare(results))
                .contains("Not ready: ", "glmnet, which was asked for. What is needed stands below.")
                .contains("href=\"#left-out\"", "Programs left out", "R: apt-get install r-base")
                .doesNotContain("Instances left out");
    }

    @Test
    void aLongListOfWhatIsLeftOutIsCutInTheNotice() {
        List<LeftOut> missing = IntStream.range(0, 90)
                .mapToObj(i -> new LeftOut("open-" + i, "not reached yet"))
                .toList();
        assertThat(bare(SampleCollection.results("part", 2, 2, 1, missing)))
                .contains("open-19 and 70 more. The reasons stand below.", "open-89");
    }

    @Test
    void thePageOfAnInstanceSaysOfHowManyRunsItsTimesAreMedians() {
        RunResult once = Sample.run(1, "");
        RunResult thrice = once.with(
                once.cells().stream().map(cell -> cell.with(Made.repeated(3))).toList());

        assertThat(Headline.of(new RunView(once, List.of())).rest()).contains(" of one watched run; ");
        assertThat(Headline.of(new RunView(thrice, List.of())).rest()).contains(", the median of 3 watched runs; ");
    }

    @Test
    void oneInstanceAndOneSolverMakeAPage() throws IOException {
        OverviewReport.render(
                SampleCollection.write(folder, SampleCollection.results(1, 1)), Optional.empty(), name -> {});

        assertThat(Files.readString(folder.resolve("index.html"))).contains("nothing to tell apart");
    }

    @Test
    void aRunThatHasJustBegunMakesAPage() throws IOException {
        CollectionFolder begun = SampleCollection.write(
                folder, SampleCollection.of("begun", false, List.of(SampleCollection.facts(0)), List.of(), List.of()));
        OverviewReport.render(begun, Optional.empty(), name -> {});

        assertThat(Files.readString(folder.resolve("index.html"))).contains("There is no instance with results.");
    }

    /** The whole page may have two megabytes. */
    @Test
    void aHundredInstancesAndTwelveSolversMakeASmallPage() {
        CollectionView view = new CollectionView(SampleCollection.results(100, 12));
        String json = OverviewData.json(view, Background.NONE, Map.of());

        assertThat(json.length()).isLessThan(700_000);
    }
}
