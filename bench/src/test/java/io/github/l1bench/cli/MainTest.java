package io.github.l1bench.cli;

import static io.github.l1bench.cli.Outcome.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    private static final String SMALL = "--data digits --train 200 --test 100";

    @TempDir
    private Path folder;

    @Test
    void solvesToACertifiedGapAndWritesEveryFieldOfItsJson() throws IOException {
        Outcome outcome = run("solve --solver proximal-gradient " + SMALL + " --gap 1e-5 --json - --coef");
        assertThat(outcome.status()).as(outcome.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(outcome.out());
        List<String> fields = new ArrayList<>();
        json.fieldNames().forEachRemaining(fields::add);
        assertThat(fields)
                .contains("solver", "data", "seed", "n", "p", "classes", "lambda", "status", "epochs", "passes")
                .contains("seconds", "primal", "dual", "gap", "relativeGap", "kkt", "nonzeros", "sparsityPercent")
                .contains("trainAccuracy", "testAccuracy", "coef", "intercept");
        assertThat(json.get("relativeGap").doubleValue()).isLessThanOrEqualTo(1e-5);
        assertThat(json.get("rounding").doubleValue())
                .isPositive()
                .isLessThan(json.get("gap").doubleValue());
        assertThat(json.get("coef").size()).isEqualTo(10);
        assertThat(json.get("coef").get(0).size()).isEqualTo(784);
        assertThat(json.get("notice").textValue()).contains("not MNIST");
    }

    @Test
    void coefficientsAreLeftOutUnlessAskedFor() throws IOException {
        Path file = folder.resolve("result.json");
        Outcome outcome = run("solve --solver proximal-gradient " + SMALL + " --gap 1e-2 --json " + file);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(Files.readString(file));
        assertThat(json.has("coef")).isFalse();
        assertThat(outcome.out()).contains("certified", "not MNIST");
    }

    @Test
    void solvesACertifiedPathAndWritesItAsJsonAndCsv() throws IOException {
        Path csv = folder.resolve("path.csv");
        Outcome outcome = run("path " + SMALL + " --count 4 --lambda 0.05 --json - --csv " + csv);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(outcome.out());
        assertThat(json.get("points").size()).isEqualTo(4);
        assertThat(json.get("points").get(0).get("nonzeros").intValue()).isZero();
        assertThat(json.get("points").get(3).get("lambda").doubleValue()).isEqualTo(0.05);
        assertThat(Files.readAllLines(csv)).hasSize(5);
    }

    @Test
    void aRuleThatIsNotMetIsStatusOne() {
        Outcome outcome = run("solve --solver proximal-gradient " + SMALL + " --gap 1e-9 --max-passes 2");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("pass limit", "NOT met");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "solve --solver saga-dens --data digits | did you mean 'saga-dense'",
                "solve --solver saga-dense --data digitz | did you mean 'digits'",
                "solve --solver saga --data digits | did you mean 'saga-dense' or 'saga-sparse'?",
                "solve --solver fista --data digits | did you mean 'proximal-gradient'?",
                "solve --solver foo --data digits | there is no solver 'foo'; known are coordinate-descent,",
                "solve --solver saga-dense --data mnist_784 | did you mean 'mnist'?",
                "solve --solver saga-dense --data foo | there is no data set 'foo'; known are auto,",
                "solve --solver saga-dense --data pom.xml | but a file of that name; write arff:pom.xml",
                "solve --solver prox-newton[thread=2] --data digits | no option 'thread'; did you mean 'threads'?",
                "run --solvers sagas* --data digits | no solver matches 'sagas*'; did you mean 'saga-dense' or",
                "run --solvers foo* --data digits | no solver matches 'foo*'; known are coordinate-descent,",
                "solve --solver prox-newton --lamda 0.1 | did you mean --lambda?; see",
                "solve --solver prox-newton --xyz 0.1 | Unknown options: '--xyz', '0.1'; see",
                "slove --solver prox-newton | did you mean solve?; see",
                "solve --data digits | --solver",
                "solve --solver saga-dense --data digits --lambda 0 | lambda is 0.0",
                "solve --solver saga-dense --data digits --lambda -1 | lambda is -1.0",
                "solve --solver saga-dense --data digits --lambda NaN | lambda is NaN",
                "solve --solver saga-dense --data digits --gap 0 | relative gap is 0.0",
                "solve --solver saga-dense --data digits --tol -0.1 | tolerance is -0.1",
                "solve --solver saga-dense --data digits --max-passes 0 | limit of passes is 0.0",
                "solve --solver saga-dense --data digits --max-seconds x | 'x' is not a double",
                "solve --solver saga-dense --data digits --option step=1 | has no option 'step'",
                "solve --solver saga-dense --data digits --option seed=-1 | option seed is '-1'",
                "solve --solver saga-dense[seed=1 --data digits | closing bracket",
                "solve --solver saga-dense --data digits --train 0 | training rows is 0",
                "solve --solver saga-dense --data digits --gap 1e-3 --tol 0.1 | mutually exclusive",
                "solve --solver saga-dense --data mnist --mnist-dir no-such-folder | no-such-folder",
                "solve --solver saga-dense --data libsvm:no-such-file | no-such-file",
                "solve --solver saga-dense --data digits --zero-based | the data set digits has no option --zero-based",
                "solve --solver saga-dense --data csv: | nothing follows the colon of csv:; write csv:PATH",
                "jmh TimeToTarget -p data=csv:- -p solver=prox-newton | csv:- can be read once only",
                "run --solvers nothing* --data digits | no solver matches 'nothing*'",
                "jmh -f x | 'jmh -h' lists",
                "jmh TimeToTarget -p data=digits -p solver=saga-dens | did you mean 'saga-dense'",
                "jmh TimeToTarget -p data=digits -p solver=saga-dense -p threads=1,2 | can be told to use 2 threads",
                "jmh TimeToTarget -p data=digitz -p solver=saga-dense | did you mean 'digits'",
                "jmh TimeToTarget -p data=digits,digitz -p solver=saga-dense | there is no data set 'digitz'; did",
                "jmh TimeToTarget -p data=libsvm:a,b.svm | names the data sets libsvm:a and b.svm; where the comma belongs",
                "jmh TimeToTarget -pdata=libsvm:a,b.svm | names the data sets libsvm:a and b.svm; where the comma belongs",
                "jmh TimeToTarget -p data=libsvm:a[1,2].svm | names the data sets libsvm:a[1 and 2].svm; where the comma",
                "solve --solver saga-dense --data digits --json pom.xml/x.json | pom.xml is a file; name a folder",
                "run --data digits --out pom.xml/run | cannot write into the folder",
                "jmh TimeToTarget -rff pom.xml/x.json | pom.xml is a file; name a folder",
                "path --data digits --lambda 5 | does not descend",
                "path --data digits --count 1 | path of 1 values",
                "path --data digits --count 2000000000 --lambda 1e-3 | more memory",
                "path --data digits --csv target | is a folder",
                "solve --solver saga-dense --data digits --json target | is a folder",
                "run --solvers ; --data digits | no solver is named",
                "jmh -bm foo | Unable to parse benchmark mode",
                "jmh TimeToTarget -p data=digits -p solver=nope | there is no solver 'nope'",
                "jmh TimeToTarget -p data=digits -p target=abc | -p target= is given 'abc'",
                "jmh TimeToTarget -p data=digits -p budget=-1 | -p budget= is given '-1'",
                "jmh TimeToTarget -p data=digits -p lambda=0 | -p lambda= is given '0'",
                "jmh TimeToTarget -p data=digits -p threads=0 | -p threads= is given '0'",
                "jmh TimeToTarget -p data=digits -p start=warmish | warm or cold",
                "jmh TimeToTarget -rff target | is a folder",
                "jmh NoSuchBenchmark -p data=digits | no benchmark matches NoSuchBenchmark",
                "jmh Time[ -p data=digits | 'Time[' is no regular expression",
                "jmh TimeToTarget -p solvr=prox-newton | has a parameter 'solvr'; did you mean 'solver'",
                "jmh TimeToTarget -psolvr=prox-newton | has a parameter 'solvr'",
                "jmh MachinePeaks -p budget=3 | has a parameter 'budget'",
                "jmh ScalingInClasses -p classes=x | -p classes= is given 'x'; it takes a whole number",
                "jmh ScalingInDensity -p density=-1 | -p density= is given '-1'; it takes a positive number",
                "compare nowhere nowhere --margin x | the margin is 'x'",
                "compare nowhere nowhere --github-summary | names no file",
                "compare --github-summary nowhere nowhere | names no file",
                "compare nowhere nowhere --github-summary=target/summary | there is no result file nowhere",
                "compare nowhere nowhere --github-summary=target | target is a folder; name a file to write to",
                "run --data digits --out pom.xml | pom.xml is a file; name a folder",
                "run --data digits --out= | option '--out': it is empty; name a file or a folder",
                "solve --solver saga-dense --data digits --json= | option '--json': it is empty",
                "jmh TimeToTarget -rff= | option '-rff': it is empty",
                "solve --solver saga-dense --mnist-dir= | option '--mnist-dir': it is empty; give it a value",
                "compare nowhere nowhere --json pom.xml/x.json | pom.xml",
                "solve --solver saga-dense --data digits --gap 2 | relative gap is 2.0; it must lie between 0 and 1",
                "run --solvers saga-dense --data digits --gap 1 | relative gap is 1.0; it must lie between 0 and 1",
                "jmh TimeToTarget -p data=digits -p target=2 | -p target= is given '2'; it takes a relative gap between 0",
                "nonsense | nonsense"
            })
    void badInputIsOneSentenceAndStatusTwo(String command, String expected) {
        Outcome outcome = run(command);
        assertThat(outcome.status()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.err().strip()).contains(expected.strip()).doesNotContain("\n");
    }

    @Test
    void runWritesAResultForEverySolverAndThePublishedRun() throws IOException {
        Path run = folder.resolve("run");
        Outcome outcome = run(
                "run " + SMALL + " --solvers saga-dense;proximal-* --gap 1e-2 --max-seconds 1 --quick --out " + run);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        JsonNode result = new ObjectMapper().readTree(Files.readString(run.resolve("run.json")));
        assertThat(result.get("cells"))
                .extracting(cell -> cell.get("label").textValue())
                .containsExactly("saga-dense, tol 0.1", "saga-dense", "proximal-gradient");
        assertThat(result.get("provenance").get("command").textValue())
                .as("as one would type it, without the folder")
                .contains("--solvers 'saga-dense;proximal-*' --gap 1e-2")
                .doesNotContain("--out");
    }

    @Test
    void aRunOfPicturesIsStudiedUnlessToldNotTo() throws IOException {
        Path run = folder.resolve("studied");
        String command = "run " + SMALL + " --solvers prox-newton --gap 1e-2 --max-seconds 1 --quick --out " + run;
        Outcome outcome = run(command);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(ResultFiles.readStudy(run.resolve(RunFolder.STUDY)).stopped())
                .hasSize(3);

        assertThat(run(command + " --no-study").status()).isZero();
        assertThat(run.resolve(RunFolder.STUDY)).doesNotExist();
    }

    @Test
    void onlyWhatIsNamedIsComputedAndTheRestIsReused() throws IOException {
        String settings = "run " + SMALL + " --gap 1e-2 --max-seconds 1 --quick --no-study ";
        Path old = folder.resolve("old");
        assertThat(run(settings + "--solvers prox-newton --out " + old).status())
                .isZero();

        Path mine = folder.resolve("mine");
        Outcome outcome = run(settings + "--solvers proximal-gradient --out " + mine);
        assertThat(outcome.out())
                .contains("Reused: prox-newton (run old)", "Not among the stored results", "owl-qn")
                .doesNotContain("\nprox-newton ");
        JsonNode cells = new ObjectMapper()
                .readTree(Files.readString(mine.resolve("run.json")))
                .get("cells");
        assertThat(cells)
                .extracting(cell -> cell.get("label").textValue())
                .containsExactly("proximal-gradient", "prox-newton");
        assertThat(cells.get(0).at("/made/origin").isNull()).isTrue();
        assertThat(cells.get(0).at("/made/code").textValue()).hasSize(64);
        assertThat(cells.get(1).at("/made/origin/run").textValue()).isEqualTo("old");

        outcome = run(settings + "--solvers proximal-gradient --fresh --out " + folder.resolve("fresh"));
        assertThat(outcome.out()).doesNotContain("Reused", "Not among");
        outcome = run(settings + "--gap 1e-2 --solvers proximal-gradient --out " + mine);
        assertThat(outcome.status()).as("an option given twice").isEqualTo(2);
    }

    @Test
    void aRunIntoTheSameFolderGoesOnAndKeepsNoTimesOfOthers() throws IOException {
        Path run = folder.resolve("run");
        String settings = "run " + SMALL + " --gap 1e-2 --max-seconds 1 --quick --no-study --out " + run;
        assertThat(run(settings + " --solvers prox-newton").status()).isZero();
        Files.writeString(run.resolve("jmh.json"), "[]");

        Outcome outcome = run(settings + " --solvers prox-newton;proximal-gradient");
        assertThat(outcome.out())
                .contains("1 of 2 results are in this folder already", "\nproximal-gradient ")
                .contains("Removed", "all of jmh.json, of which nobody knows what code it timed");
        assertThat(run.resolve("jmh.json"))
                .as("nobody knows whose times these are")
                .doesNotExist();
        assertThat(run(settings + " --solvers prox-newton;proximal-gradient").out())
                .contains("2 of 2 results are in this folder already");
        assertThat(run(settings + " --fresh --solvers prox-newton").out()).doesNotContain("already");
    }

    @Test
    void mergingMarksWhatItTakesAndRefusesAnotherProblem() throws IOException {
        String settings = "run --data digits --train 200 --gap 1e-2 --max-seconds 1 --quick --no-study --fresh ";
        Path a = folder.resolve("a");
        Path b = folder.resolve("b");
        Path c = folder.resolve("c");
        run(settings + "--test 100 --solvers prox-newton --out " + a);
        run(settings + "--test 100 --solvers proximal-gradient;prox-newton --out " + b);
        run(settings + "--test 90 --solvers owl-qn --out " + c);

        Path both = folder.resolve("both");
        assertThat(run("merge " + a + " " + b + " --out " + both).out())
                .contains("Taken from run b: proximal-gradient");
        assertThat(ResultFiles.read(both.resolve(RunFolder.RUN)).cells())
                .extracting(cell -> cell.origin().map(o -> o.run()).orElse(""))
                .containsExactly("", "b");

        Path other = folder.resolve("other");
        Outcome refused = run("merge " + a + " " + c + " --out " + other);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("solved different problems (other data)");
        assertThat(run("merge " + a + " " + c + " --other-problem --out " + other)
                        .status())
                .isZero();
        assertThat(ResultFiles.read(other.resolve(RunFolder.RUN)).cells().get(1).key())
                .isEqualTo("owl-qn (foreign: other data)");
    }

    /** The reference run is of an earlier version of this program. */
    @Tag("long")
    @Test
    void comparingARunWithACopyWithoutASolverNamesItAndIsStatusOne() throws IOException {
        Path reference = Path.of("../reports/reference");
        Path copy = Files.createDirectories(folder.resolve("copy"));
        ObjectMapper json = new ObjectMapper();
        ObjectNode run =
                (ObjectNode) json.readTree(reference.resolve("run.json").toFile());
        run.withArray("cells").removeIf(cell -> cell.get("solver").asText().equals("prox-newton"));
        json.writeValue(copy.resolve("run.json").toFile(), run);
        JsonNode rows = json.readTree(reference.resolve("jmh.json").toFile());
        ((ArrayNode) rows).removeIf(row -> row.at("/params/solver").asText().equals("prox-newton"));
        json.writeValue(copy.resolve("jmh.json").toFile(), rows);
        Path told = folder.resolve("told.json");
        Path summary = Files.writeString(folder.resolve("summary.md"), "before\n");
        String files = " --json " + told + " --github-summary=" + summary;

        Outcome outcome = run("compare " + reference + " " + copy + files);
        assertThat(outcome.status()).as(outcome.err()).isEqualTo(1);
        assertThat(outcome.out()).contains("4 times are missing", "1 result is missing", "prox-newton");
        assertThat(json.readTree(told.toFile()).get("regression").booleanValue())
                .isTrue();
        assertThat(Files.readString(summary)).startsWith("before\n###").contains("prox-newton");

        assertThat(run("compare " + copy + " " + reference).status()).isZero();
        Outcome same = run("compare " + reference + " " + reference + " --margin 0 --margin prox-newton=0.5");
        assertThat(same.status()).as(same.out()).isZero();
    }

    @Test
    void everyCommandExplainsItself() {
        for (String command : List.of(
                "", "solve ", "path ", "run ", "jmh ", "report ", "merge ", "compare ", "solvers ", "datasets ")) {
            Outcome outcome = run(command + "--help");
            assertThat(outcome.status()).isZero();
            assertThat(outcome.out()).contains("Usage:");
        }
        assertThat(run("solvers").out()).contains("saga-dense", "W <- soft(", "arXiv");
        assertThat(run("datasets").out()).contains("mnist", "libsvm");
    }
}
