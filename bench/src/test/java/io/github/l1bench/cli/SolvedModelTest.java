package io.github.l1bench.cli;

import static io.github.l1bench.cli.Outcome.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SolvedModelTest {
    private static final int ROWS = 90;
    private static final int FEATURES = 4;
    private static final String[] LABELS = {"-1", "7", "20"};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(doubles = {0, 10, 1e3, 1e6})
    void decisionsFromRawFeaturesAreThoseFromStandardisedOnes(double mean) throws IOException {
        double[][] raw = rows(mean);
        String solve = "solve --solver prox-newton --gap 1e-3 --lambda 0.01 --json - --coef --data libsvm:" + file(raw);
        JsonNode standardised = run(solve).json();
        JsonNode original = run(solve + " --original-scale").json();

        assertThat(standardised.get("coefFeatures").textValue()).isEqualTo("standardised");
        assertThat(original.get("coefFeatures").textValue()).isEqualTo("raw");
        assertThat(standardised.get("nonzeros").intValue()).isPositive();
        double largestScore = 0;
        double largestTerm = 0;
        double difference = 0;
        int correct = 0;
        for (int i = 0; i < ROWS; i++) {
            int decided = 0;
            double[] scores = new double[LABELS.length];
            for (int k = 0; k < LABELS.length; k++) {
                double score = standardised.at("/intercept/" + k).doubleValue();
                scores[k] = original.at("/intercept/" + k).doubleValue();
                for (int j = 0; j < FEATURES; j++) {
                    double x = (raw[i][j] - standardised.at("/center/" + j).doubleValue())
                            / standardised.at("/scale/" + j).doubleValue();
                    double term = original.at("/coef/" + k + "/" + j).doubleValue() * raw[i][j];
                    score += standardised.at("/coef/" + k + "/" + j).doubleValue() * x;
                    scores[k] += term;
                    largestTerm = Math.max(largestTerm, Math.abs(term));
                }
                difference = Math.max(difference, Math.abs(score - scores[k]));
                largestScore = Math.max(largestScore, Math.abs(score));
                decided = scores[k] > scores[decided] ? k : decided;
            }
            correct += standardised.at("/labels/" + decided).textValue().equals(LABELS[i % LABELS.length]) ? 1 : 0;
        }
        assertThat(difference)
                .as("of scores up to %s, summed from terms up to %s", largestScore, largestTerm)
                .isLessThanOrEqualTo(1e-12 * (mean > 10 ? largestTerm : largestScore));
        assertThat(correct / (double) ROWS)
                .isEqualTo(standardised.get("trainAccuracy").doubleValue())
                .isGreaterThan(0.5);
    }

    @Test
    void classesHaveTheirOwnNamesInEveryResult() throws IOException {
        Path data = file(rows(0));
        Path run = folder.resolve("run");
        String settings = " --data libsvm:" + data;

        Outcome solved = run("solve --solver prox-newton" + settings);
        assertThat(solved.out()).contains("3 classes (-1, 7, 20), seed 0");
        assertThat(run("solve --solver prox-newton --json -" + settings).json().get("labels"))
                .extracting(JsonNode::textValue)
                .containsExactly(LABELS);
        assertThat(run("path --count 2 --lambda-ratio 0.5 --json -" + settings)
                        .json()
                        .get("labels"))
                .extracting(JsonNode::textValue)
                .containsExactly(LABELS);
        run("run --quick --no-study --solvers prox-newton --max-seconds 0.1 --out " + run + settings);
        assertThat(new ObjectMapper()
                        .readTree(Files.readString(run.resolve(RunFolder.RUN)))
                        .at("/data/labels"))
                .extracting(JsonNode::textValue)
                .containsExactly(LABELS);
        assertThat(run("solve --solver prox-newton --data digits --train 3 --test 3")
                        .err())
                .containsPattern("class '\\d' has no training row");
    }

    @Test
    void withoutCoefThereIsNoModelAndItsScaleIsNoMatter() throws IOException {
        String solve = "solve --solver prox-newton --json - --data libsvm:" + file(rows(0));
        JsonNode plain = run(solve).json();
        for (String field : new String[] {"coef", "intercept", "center", "scale", "coefFeatures"}) {
            assertThat(plain.has(field)).as(field).isFalse();
        }
        JsonNode raw = run(solve + " --coef --no-standardize").json();
        assertThat(raw.get("scale")).allMatch(value -> value.doubleValue() == 1).hasSize(FEATURES);
        assertThat(raw.get("center"))
                .allMatch(value -> value.doubleValue() == 0)
                .hasSize(FEATURES);

        Outcome refused = run(solve + " --original-scale");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err().strip())
                .isEqualTo("--original-scale says of which features the coefficients are to be, but none are asked for;"
                        + " give --coef too, or leave it out");
    }

    @Test
    void weightsOfOtherClassesAreNotMergedAmongThese() throws IOException {
        Path base = runOf("base", Files.readString(file(rows(0))));
        String others = Files.readString(file(rows(1)));

        assertThat(mergedHasWeights(base, runOf("same", others))).isTrue();
        assertThat(mergedHasWeights(base, runOf("other", others.replaceAll("(?m)^-1 ", "-2 "))))
                .isFalse();
    }

    private Path runOf(String name, String rows) throws IOException {
        Path data = Files.writeString(folder.resolve(name + ".svm"), rows);
        String solver = name.equals("base") ? "prox-newton" : "owl-qn";
        run("run --quick --no-study --fresh --max-seconds 0.1 --gap 1e-2 --data libsvm:" + data + " --solvers " + solver
                + " --out " + folder.resolve(name));
        return folder.resolve(name);
    }

    private boolean mergedHasWeights(Path base, Path other) throws IOException {
        Path merged = folder.resolve("with-" + other.getFileName());
        assertThat(run("merge --other-problem " + base + " " + other + " --out " + merged)
                        .status())
                .isZero();
        return ResultFiles.read(merged.resolve(RunFolder.RUN)).cells().get(1).coef() != null;
    }

    // Three clouds, each feature `mean` of their width from zero.
    private static double[][] rows(double mean) {
        Random random = new Random(4);
        double[][] rows = new double[ROWS][FEATURES];
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < FEATURES; j++) {
                rows[i][j] = mean + random.nextGaussian() + (j == i % LABELS.length ? 1.5 : 0);
            }
        }
        return rows;
    }

    private Path file(double[][] rows) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.length; i++) {
            text.append(LABELS[i % LABELS.length]);
            for (int j = 0; j < FEATURES; j++) {
                text.append(' ').append(j + 1).append(':').append(rows[i][j]);
            }
            text.append('\n');
        }
        return Files.writeString(folder.resolve("data.svm"), text);
    }
}
