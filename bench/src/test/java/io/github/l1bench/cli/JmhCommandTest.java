package io.github.l1bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.l1bench.bench.BenchmarkProblem;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.run.RunFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JmhCommandTest {
    private static final String BRIEFLY = "-f 0 -wi 0 -i 1 -r 20ms";
    // Data are drawn and prepared for every benchmark: few, where nothing is said of what they are.
    private static final String FEW = "instance:small/rho-0.9-p50-0.01";
    private static final String PROX_NEWTON = "-p solver=prox-newton";

    @TempDir
    private Path folder;

    @Test
    void ratesAreTheWorkOfACallDividedByItsTime() throws IOException {
        MultinomialProblem problem = BenchmarkProblem.load("digits").problem(0.02);
        List<JsonNode> rows = run("Kernels.gradient$|MachinePeaks.multiplyAdd|MachinePeaks.readFirst -p data=digits");

        double nonzeros = problem.design().uncenteredColumns().nz_length;
        double classes = problem.classes();
        double vectors = 8 * classes * (problem.samples() + problem.features());
        assertThat(perCall(row(rows, "gradient"), "gigaflopsPerSecond"))
                .isCloseTo(2 * nonzeros * classes, within(1e-3));
        assertThat(perCall(row(rows, "gradient"), "gigabytesPerSecond"))
                .isCloseTo(12 * nonzeros + vectors, within(1e-3));
        assertThat(perCall(row(rows, "multiplyAdd"), "gigaflopsPerSecond")).isCloseTo(2 * 8 * 1024 * 100, within(1e-3));
        assertThat(perCall(row(rows, "readFirstLevelCache"), "gigabytesPerSecond"))
                .as("sixteen kilobytes, sixty-four times")
                .isCloseTo(64 * 16384, within(1e-3));
    }

    @Test
    void aSecondStartDoesNotRepeatWhatHasNone() throws IOException {
        assertThat(run("TimeToTarget|MachinePeaks.multiplyAdd -p start=warm,cold -p target=1e-1 -p budget=0.2 "
                        + PROX_NEWTON))
                .extracting(row -> row.path("params").path("start").asText())
                .containsExactlyInAnyOrder("", "warm", "cold");
    }

    private static double perCall(JsonNode row, String rate) {
        double microseconds = row.get("primaryMetric").get("score").doubleValue();
        assertThat(row.get("primaryMetric").get("scoreUnit").textValue()).isEqualTo("us/op");
        return 1e3
                * microseconds
                * row.get("secondaryMetrics").get(rate).get("score").doubleValue();
    }

    @Tag("long")
    @Test
    void aPathIsCertifiedAtEveryValueAndASolveCountsWhatItAllocates() throws IOException {
        List<JsonNode> rows =
                run("RegularizationPath -p data=digits -p count=3 -p smallest=0.05 -p budget=30 " + PROX_NEWTON);
        JsonNode path = row(rows, "solve").get("secondaryMetrics");
        assertThat(path.get("certified").get("score").doubleValue()).isEqualTo(3);
        assertThat(path.get("reached").get("score").doubleValue()).isEqualTo(1);
        assertThat(path.get("relativeGap").get("score").doubleValue()).isLessThanOrEqualTo(1e-6);
        assertThat(path.get("processorSeconds").get("score").doubleValue()).isPositive();

        rows = run("TimeToTarget -p data=digits -p target=1e-3 -p budget=0.5 " + PROX_NEWTON);
        assertThat(row(rows, "solve")
                        .get("secondaryMetrics")
                        .get("allocatedBytes")
                        .get("score")
                        .doubleValue())
                .isBetween(1e5, 1e9);
    }

    /** Three forks of five shots are asked for; the first miss of a shot that counts decides that there is no time. */
    @Tag("long")
    @Test
    @Tag("slow")
    void aSolverThatMissesItsBudgetIsNotAskedAgain() throws IOException {
        Path file = folder.resolve("jmh.json");
        String said = execute("jmh TimeToTarget -f 3 -p data=digits -p target=1e-1,1e-9 -p budget=0.05"
                + " -p solver=saga-dense -rf json -rff " + file);
        List<JsonNode> rows = new ArrayList<>();
        new ObjectMapper().readTree(Files.readString(file)).forEach(rows::add);

        assertThat(rows).hasSize(2);
        JsonNode missed = rows.get(1);
        assertThat(missed.at("/params/target").textValue()).isEqualTo("1e-9");
        assertThat(missed.get("forks").intValue()).isEqualTo(1);
        assertThat(missed.at("/primaryMetric/rawData")).hasSize(1);
        assertThat(missed.at("/primaryMetric/rawData/0")).hasSize(1);
        assertThat(missed.at("/secondaryMetrics/reached/score").doubleValue()).isZero();
        assertThat(said).contains("# Fork 1 of 3: TimeToTarget.solve").containsOnlyOnce("Benchmark  ");
    }

    @Tag("long")
    @Test
    void aSmallerGapThanOneThatWasMissedIsNotAskedForNorItsColdStart() throws IOException {
        Path file = folder.resolve("jmh.json");
        String said = execute("jmh TimeToTarget -f 0 -p data=digits -p target=1e-9,1e-10 -p budget=0.02"
                + " -p start=warm,cold -p solver=saga-dense -rf json -rff " + file);
        List<JsonNode> rows = new ArrayList<>();
        new ObjectMapper().readTree(Files.readString(file)).forEach(rows::add);

        assertThat(rows)
                .extracting(row -> row.at("/params/start").asText()
                        + " "
                        + row.at("/params/target").asText())
                .containsExactly("warm 1e-9", "warm 1e-10", "cold 1e-9", "cold 1e-10");
        assertThat(rows)
                .allSatisfy(row -> assertThat(
                                row.at("/secondaryMetrics/reached/score").doubleValue())
                        .isZero());
        JsonNode asked = rows.get(0).at("/primaryMetric/rawData");
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.at("/primaryMetric/rawData")).isEqualTo(asked));
        assertThat(said.lines().filter(line -> line.startsWith("# Not asked"))).hasSize(3);
    }

    @Test
    void whatAnInterruptedRunHasMeasuredIsNotMeasuredAgain() throws IOException {
        Path runFile = folder.resolve("run.json");
        String times = "TimeToTarget MachinePeaks.multiplyAdd -p target=1e-1 -p budget=0.1 ";
        Files.writeString(runFile, "{}");
        List<JsonNode> before = run(times + PROX_NEWTON);
        Files.writeString(runFile, "{}");
        List<JsonNode> after = run(times + "-p solver=prox-newton,coordinate-descent");
        List<JsonNode> fresh = run(times + "--fresh -p solver=prox-newton,coordinate-descent");

        assertThat(before).hasSize(2);
        assertThat(after).hasSize(3).containsAll(before);
        assertThat(fresh).hasSize(3).doesNotContainAnyElementsOf(before);
    }

    @Tag("long")
    @Test
    void timesOfSolversThatAreNotNamedAreReusedAndMarked() throws IOException {
        String times = "TimeToTarget MachinePeaks.multiplyAdd -p data=digits -p target=1e-1 -p budget=0.1 ";
        Path old = folder.resolve("runs/old/jmh.json");
        execute("run --data digits --train 100 --test 100 --solvers prox-newton --quick --no-study --max-seconds 0.1"
                + " --out " + old.getParent());
        List<JsonNode> before = run(old, times + "--solvers prox-newton;coordinate-descent");
        Path mine = inRun("mine");
        List<JsonNode> after = run(mine, times + "--solvers coordinate-*");

        assertThat(after).hasSize(3).contains(row(before, "prox-newton"), row(before, "multiplyAdd"));
        assertThat(row(after, "coordinate-descent")).isNotEqualTo(row(before, "coordinate-descent"));
        assertThat(ResultFiles.readNotes(mine).orElseThrow().rows())
                .extracting(row -> row.origin() == null ? "here" : row.origin().run())
                .containsExactly("here", "old", "old");

        assertThat(run(inRun("fresh"), times + "--fresh --solvers coordinate-*"))
                .as("its own and the benchmarks of no solver")
                .hasSize(2)
                .doesNotContainAnyElementsOf(before);
        assertThat(run(inRun("slower"), times.replace("budget=0.1", "budget=0.2") + "--solvers coordinate-*"))
                .as("settings differ, so that nothing stands for the others")
                .hasSize(2)
                .doesNotContainAnyElementsOf(before);
    }

    /** In Egypt JMH's own numbers have other digits and another comma, and figures another font. */
    @Tag("long")
    @Test
    void whatIsWrittenDoesNotDependOnTheLanguageOfTheMachine() throws IOException, DataFormatException {
        Locale usual = Locale.getDefault();
        Path run = folder.resolve("run");
        try {
            for (String format : List.of("csv", "scsv", "text")) {
                Locale.setDefault(
                        new Locale.Builder().setLanguageTag("ar-EG-u-nu-arab").build());
                Path file = folder.resolve("times." + format);
                execute("jmh MachinePeaks.multiplyAdd " + BRIEFLY + " -rf " + format + " -rff " + file);
                assertThat(Files.readString(file))
                        .matches("(?s)\\p{ASCII}*\\d+\\.\\d+\\p{ASCII}*")
                        .doesNotContain("٫");
            }
            execute("run --data digits --train 100 --test 100 --solvers prox-newton --quick --no-study"
                    + " --max-seconds 0.1 --out " + run);
            Locale.setDefault(
                    new Locale.Builder().setLanguageTag("ar-EG-u-nu-arab").build());
            execute("report " + run);
        } finally {
            Locale.setDefault(usual);
        }
        assertThat(drawing(Files.readAllBytes(run.resolve("figures/convergence.pdf"))))
                .contains("/Fnt0 ");
    }

    private static String drawing(byte[] pdf) throws DataFormatException {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("stream\n") + "stream\n".length();
        Inflater inflater = new Inflater();
        inflater.setInput(pdf, start, pdf.length - start);
        byte[] drawing = new byte[1 << 16];
        int length = inflater.inflate(drawing);
        inflater.end();
        return new String(drawing, 0, length, StandardCharsets.ISO_8859_1);
    }

    @Test
    void timesInTheFileThatAreNotMeasuredAgainAreNamedBefore() throws IOException {
        Path file = folder.resolve("jmh.json");
        run(file, "MachinePeaks.multiplyAdd");
        assertThat(execute("jmh MachinePeaks.readFirst " + BRIEFLY + " -rf json -rff " + file))
                .contains("that will be replaced, or lost if they are not measured now: MachinePeaks");
    }

    @Tag("long")
    @Test
    void timesThatAreNotOfTheRunInWhoseFolderTheyGoAreNamedBefore() throws IOException {
        Path run = folder.resolve("run");
        execute("run --data " + FEW
                + " --lambda 0.05 --solvers prox-newton --quick --no-study --fresh --max-seconds 0.1" + " --out "
                + run);
        String times = "jmh TimeToTarget -p target=1e-1 -p budget=0.1 " + PROX_NEWTON + " " + BRIEFLY
                + " -rf json -rff " + run.resolve(RunFolder.JMH);
        assertThat(execute(times + " -p lambda=0.05 -p data=" + FEW)).doesNotContain("another problem");
        assertThat(execute(times + " -p data=" + FEW))
                .contains("another problem than the run in " + run
                        + " (gaussian:p=50,k=5,rho=0.9, 2000 x 50, lambda 0.05)")
                .contains("not stand beside its results: TimeToTarget of " + FEW + ", lambda 0.02; another -rff");
        String other = "instance:small/rho-0-p50-0.1";
        assertThat(execute(times + " -p data=" + other))
                .contains("results: TimeToTarget of " + other + " at its usual size and seed; another -rff");
    }

    @Test
    void aPenaltyBecomesLambdaBeforeJmhStarts() throws IOException {
        String briefly = "-p target=1e-1 -p budget=0.1 " + PROX_NEWTON;
        MultinomialProblem problem = BenchmarkProblem.load(FEW).problem(1);
        double lambdaMax = problem.lambdaMax();

        assertThat(run("TimeToTarget RegularizationPath -p count=2 --lambda-ratio 0.25 " + briefly))
                .flatExtracting(row -> List.of(
                        row.path("params").path("lambda").asText(),
                        row.path("params").path("smallest").asText()))
                .containsOnly("", Double.toString(0.25 * lambdaMax));
        assertThat(row(run("TimeToTarget --C 0.005 " + briefly), "solve")
                        .at("/params/lambda")
                        .asDouble())
                .isCloseTo(1 / (0.005 * problem.samples()), within(1e-12));
        assertThat(row(run("TimeToTarget " + briefly), "solve")
                        .at("/params/lambda")
                        .asDouble())
                .isEqualTo(0.02);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TimeToTarget -p data=digits --lambda 0.1 -p lambda=0.1 | the penalty is given by -p lambda= and by",
                "RegularizationPath -p data=digits --C 1 -p smallest=0.1 | the penalty is given by -p smallest= and by",
                "TimeToTarget -p data=digits,text --lambda-ratio 0.1 | another lambda for each data set (digits: 0.0",
                "MachinePeaks --lambda 0.1 | none of these benchmarks can be told a penalty",
                "OnePass -p data=digits --C 1 | none of these benchmarks can be told a penalty",
                "ScalingInClasses --C 1 | none of these benchmarks can be told a penalty",
                "TimeToTarget -p data=digits --lambda-ratio 0 | the lambda ratio is 0.0",
                "RegularizationPath -p data=digits -p smallest=-1 | -p smallest= is given '-1'",
            })
    void badPenaltiesAreOneSentence(String arguments, String expected) {
        Outcome outcome = Outcome.run("jmh " + arguments);

        assertThat(outcome.status()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.err().strip()).contains(expected).doesNotContain("\n");
    }

    @Test
    void aFileWhosePathIsCutAtACommaIsNotTakenForTwoDataSets() throws IOException {
        Path file = Files.createFile(folder.resolve("a,digits"));

        assertThat(Outcome.run("jmh TimeToTarget -p data=libsvm:" + file).err())
                .contains("to JMH a comma ends a value of -p, so that data=libsvm:" + file)
                .contains("where the comma belongs to a path, rename the file");
        Files.delete(file);
        assertThat(Outcome.run("jmh TimeToTarget -p data=libsvm:" + file).err())
                .as("then it is two")
                .contains(folder.resolve("a").toString())
                .doesNotContain("comma");
    }

    // Runs lie side by side.
    private Path inRun(String name) throws IOException {
        Path run = Files.createDirectories(folder.resolve("runs").resolve(name));
        Files.writeString(run.resolve(RunFolder.RUN), "{}");
        return run.resolve("jmh.json");
    }

    private List<JsonNode> run(String arguments) throws IOException {
        return run(folder.resolve("jmh.json"), arguments);
    }

    private static List<JsonNode> run(Path file, String arguments) throws IOException {
        String data = arguments.contains(" data=") ? "" : " -p data=" + FEW;
        execute("jmh " + arguments + data + " " + BRIEFLY + " -rf json -rff " + file);
        List<JsonNode> rows = new ArrayList<>();
        new ObjectMapper().readTree(Files.readString(file)).forEach(rows::add);
        return rows;
    }

    private static String execute(String command) {
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(Main.execute(command.split(" ")))
                    .as(said.toString(StandardCharsets.UTF_8))
                    .isZero();
            return said.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(out);
        }
    }

    private static JsonNode row(List<JsonNode> rows, String methodOrSolver) {
        return rows.stream()
                .filter(row -> row.get("benchmark").textValue().endsWith("." + methodOrSolver)
                        || row.path("params").path("solver").asText().equals(methodOrSolver))
                .findFirst()
                .orElseThrow();
    }
}
