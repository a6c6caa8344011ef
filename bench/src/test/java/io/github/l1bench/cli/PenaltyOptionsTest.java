package io.github.l1bench.cli;

import static io.github.l1bench.cli.Outcome.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PenaltyOptionsTest {
    private static final String SMALL = " --data digits --train 200 --test 100 ";
    private static final Offset<Double> ROUNDING = within(1e-15);

    @TempDir
    private Path folder;

    @Test
    void aSolveShowsThePenaltyOnAllScalesWhicheverItWasGivenOn() throws IOException {
        String solve = "solve --solver prox-newton --gap 1e-3 --json -" + SMALL;
        JsonNode byLambda = run(solve + "--lambda 0.05").json();
        double ratio = byLambda.get("lambdaRatio").doubleValue();
        assertThat(byLambda.get("C").doubleValue()).isCloseTo(1 / (0.05 * 200), ROUNDING);
        assertThat(ratio).isCloseTo(0.05 / byLambda.get("lambdaMax").doubleValue(), ROUNDING);

        for (String penalty : List.of("--lambda-ratio " + ratio, "--C 0.1")) {
            JsonNode other = run(solve + penalty).json();
            for (String field : List.of("lambda", "lambdaMax", "lambdaRatio", "C", "primal")) {
                assertThat(other.get(field).doubleValue())
                        .as(field + " of " + penalty)
                        .isCloseTo(byLambda.get(field).doubleValue(), within(1e-12));
            }
        }
        assertThat(run(solve).json().get("lambda").doubleValue())
                .as("unless told")
                .isEqualTo(0.02);
        assertThat(run(solve.replace("--json -", "") + "--C 0.1").out())
                .containsPattern("lambda +0.05 \\(lambda ratio 0\\.\\d+ of lambda max 0\\.\\d+; C 0\\.100000\\)");
    }

    @Test
    void fromLambdaMaxOnEveryWeightIsZeroAndThatIsSaid() {
        Outcome outcome = run("solve --solver prox-newton --lambda-ratio 2" + SMALL);

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("100.00 %", "at lambda max and above every weight is zero");
    }

    @Test
    void aPathEndsAtThePenaltyAskedForAndEveryValueHasAllScales() throws IOException {
        Path csv = folder.resolve("path.csv");
        Outcome outcome = run("path --count 3 --lambda-ratio 0.25 --json - --csv " + csv + SMALL);

        assertThat(outcome.status()).as(outcome.err()).isZero();
        JsonNode path = outcome.json();
        assertThat(path.get("points"))
                .extracting(point -> point.get("lambdaRatio").doubleValue())
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1, Double.class)
                .containsExactly(1.0, 0.5, 0.25);
        path.get("points")
                .forEach(point -> assertThat(point.get("C").doubleValue()
                                * point.get("lambda").doubleValue())
                        .isCloseTo(1 / 200.0, ROUNDING));
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.get(0)).startsWith("lambda,").endsWith(",lambdaRatio,C");
        JsonNode last = path.get("points").get(2);
        assertThat(lines.get(3)).endsWith("," + last.get("lambdaRatio") + "," + last.get("C"));
        assertThat(lines).allMatch(line -> line.split(",", -1).length == 14);
    }

    @Test
    void aRunSolvesAndWritesThePenaltyAskedFor() throws IOException {
        Path run = folder.resolve("run");
        Outcome outcome = run(
                "run --solvers prox-newton --quick --no-study --gap 1e-2 --max-seconds 1 --C 0.1 --out " + run + SMALL);

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("Penalty: lambda 0.05 (lambda ratio ");
        JsonNode json = new ObjectMapper().readTree(Files.readString(run.resolve(RunFolder.RUN)));
        assertThat(json.get("lambda").doubleValue()).isEqualTo(0.05);
        assertThat(json.get("C").doubleValue()).isCloseTo(0.1, ROUNDING);
        assertThat(json.get("lambdaRatio").doubleValue())
                .isEqualTo(0.05 / json.get("lambdaMax").doubleValue());
        assertThat(ResultFiles.read(run.resolve(RunFolder.RUN)).penalty().lambda())
                .isEqualTo(0.05);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "solve --solver prox-newton --lambda-ratio 0 | the lambda ratio is 0.0; it must be a positive number",
                "solve --solver prox-newton --lambda-ratio -0.5 | the lambda ratio is -0.5",
                "solve --solver prox-newton --C NaN | C is NaN; it must be a positive number",
                "solve --solver prox-newton --C Infinity | C is Infinity",
                "solve --solver prox-newton --C 1e308 | C is 1.0E308, which makes lambda 0.0",
                "solve --solver prox-newton --C 1 --lambda 0.1 | mutually exclusive",
                "solve --solver prox-newton --lambda-ratio 1 --C 1 | mutually exclusive",
                "path --lambda-ratio 1 | does not descend",
                "path --C 0 | C is 0.0",
                "run --solvers prox-newton --lambda-ratio x | 'x' is not a double",
                "run --solvers prox-newton --C -1 | C is -1.0",
            })
    void badPenaltiesAreOneSentence(String command, String expected) {
        Outcome outcome = run(command + SMALL);

        assertThat(outcome.status()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.err().strip()).contains(expected).doesNotContain("\n");
    }

    @Test
    void whereNoFeatureTellsTheClassesApartThereIsNoRatio() throws IOException {
        Path constant = Files.writeString(folder.resolve("constant.svm"), "0 1:0.1\n1 1:0.1\n1 1:0.1\n".repeat(9));
        String solve = "solve --solver prox-newton --data libsvm:" + constant;

        Outcome refused = run(solve + " --lambda-ratio 0.1");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err().strip())
                .contains("lambda max is 0 but for rounding", "give lambda itself, or C")
                .doesNotContain("\n");
        assertThat(run(solve + " --C 1").status()).isZero();
    }
}
