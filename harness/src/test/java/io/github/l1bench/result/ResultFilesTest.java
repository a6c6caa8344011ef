package io.github.l1bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.l1bench.data.DataInfo;
import io.github.l1bench.problem.Penalty;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class ResultFilesTest {
    @TempDir
    Path folder;

    @Test
    void whereATruncatedFileEndsIsSaidPlainly() throws IOException {
        Path file = Files.writeString(folder.resolve(RunFolder.RUN), "{\"schema\": 1, \"cells\": [");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResultFiles.read(file))
                .withMessageContaining("(start marker at line: 1, column: 24)")
                .withMessageNotContaining("REDACTED");
    }

    @Test
    void aRunComesBackAsItWas() throws IOException {
        Path file = folder.resolve("new").resolve(RunFolder.RUN);
        RunResult run = run(cell(0.1 + 0.2, 0.8215));

        ResultFiles.write(file, run);

        assertThat(ResultFiles.read(file))
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(run);
    }

    @Test
    void numbersThatAreNotFiniteSurvive() throws IOException {
        Path file = folder.resolve(RunFolder.RUN);
        ResultFiles.write(file, run(cell(Double.NaN, null), cell(Double.POSITIVE_INFINITY, null)));

        List<CellResult> cells = ResultFiles.read(file).cells();

        assertThat(cells.get(0).fit().primal()).isNaN();
        assertThat(cells.get(0).fit().testAccuracy()).isNull();
        assertThat(cells.get(1).fit().primal()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void aRunWritesItsPenaltyOnAllScalesAndReadsLambdaAlone() throws IOException {
        Path file = folder.resolve(RunFolder.RUN);
        ResultFiles.write(file, run(cell(1, null)));
        String written = Files.readString(file);
        assertThat(written).contains("\"lambdaRatio\":" + 0.02 / 0.15, "\"C\":5.0");

        Files.writeString(file, written.replaceAll(",\"(lambdaRatio|C)\":[^,}]*", ""));
        assertThat(Files.readString(file)).doesNotContain("lambdaRatio", "\"C\"");
        assertThat(ResultFiles.read(file).penalty()).isEqualTo(new Penalty(0.02, 0.15, 10));
    }

    @Test
    void whatIsNoComponentIsNotWritten() throws IOException {
        Path file = folder.resolve(RunFolder.RUN);
        ResultFiles.write(file, run(cell(1, null)));

        assertThat(Files.readString(file)).doesNotContain("\"image\"", "\"failed\"", "\"penalty\"");
    }

    @Test
    void writingLeavesNoOtherFileBehind() throws IOException {
        Path file = folder.resolve(RunFolder.RUN);
        ResultFiles.write(file, run(cell(1, null)));
        ResultFiles.write(file, run(cell(2, null)));

        assertThat(folder).isDirectoryContaining(file::equals);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void anotherSchemaIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve(RunFolder.RUN), "{\"schema\": 99}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResultFiles.read(file))
                .withMessageContaining("run.json has schema 99, but this program reads schema 1");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResultFiles.read(folder.resolve("nowhere.json")))
                .withMessageContaining("nowhere.json");
    }

    @Test
    void whatIsNoResultIsRefusedInOneSentence() throws IOException {
        for (String text : List.of("", "[]", "no JSON", "{\"schema\": \"1\"}", "{\"schema\": 1, \"id\": \"a\"}")) {
            Path file = Files.writeString(folder.resolve(RunFolder.RUN), text);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ResultFiles.read(file))
                    .withMessageContaining("run.json is not a result file")
                    .withMessageNotContaining("\n");
        }
    }

    @Test
    void whatMustBeThereMayNotBeNullOrMissing() throws IOException {
        Path file = folder.resolve(RunFolder.RUN);
        ResultFiles.write(file, run(cell(1, null)));
        String good = Files.readString(file);
        List<String> bad = List.of(
                good.replace("\"label\":\"a\"", "\"label\":null"),
                good.replace("\"label\":\"a\",", ""),
                good.replace("\"options\":{\"step\":\"1\"}", "\"options\":null"),
                good.replace("\"options\":{\"step\":\"1\"}", "\"options\":{\"step\":null}"),
                good.replace("\"flags\":[\"-Xmx1g\"]", "\"flags\":[null]"),
                good.replaceAll("\"trace\":\\[.*?\\]", "\"trace\":[null]"),
                good.replaceAll("\"data\":\\{.*?\\}", "\"data\":null"));

        for (String text : bad) {
            assertThat(text).isNotEqualTo(good);
            Files.writeString(file, text);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ResultFiles.read(file))
                    .withMessageContaining("run.json is not a result file");
        }
    }

    @Test
    void rungsOfOldResultsTellNoMemoryAndNoCpuSecondsThatAreNone() throws IOException {
        Path file = folder.resolve(RunFolder.RUN);
        Rung rung = new Rung("tol=1e-1", List.of(0.5), 0.4, 1L << 20, true, "", Fit.NONE);
        PeerRun peer = new PeerRun("", "", "", "", "", "", null, List.of(rung), "", List.of());
        ResultFiles.write(file, run(cell(1, null, peer)));
        assertThat(ResultFiles.read(file).cells().get(0).peer()).isEqualTo(peer);

        String written = Files.readString(file);
        Files.writeString(file, written.replace("\"cpuSeconds\":0.4,\"peakBytes\":1048576", "\"cpuSeconds\":\"NaN\""));
        Rung old = ResultFiles.read(file).cells().get(0).peer().last();
        assertThat(old.cpuSeconds()).isNull();
        assertThat(old.peakBytes()).isNull();
    }

    @Test
    void classesOfOldResultsAreCalledByNumber() throws IOException {
        Path file = folder.resolve(RunFolder.RUN);
        ResultFiles.write(file, run(cell(1, null)));
        String good = Files.readString(file);
        assertThat(ResultFiles.read(file).data().labels()).containsExactly("no", "yes");

        Files.writeString(file, good.replace("\"labels\":[\"no\",\"yes\"],", ""));
        assertThat(ResultFiles.read(file).data().labels()).containsExactly("0", "1");

        Files.writeString(
                file,
                good.replace("\"labels\":[\"no\",\"yes\"],", "").replace("\"classes\":2", "\"classes\":2147483647"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResultFiles.read(file))
                .withMessageContaining("run.json is not a result file");

        Files.writeString(file, good.replace("[\"no\",\"yes\"]", "[\"no\"]"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResultFiles.read(file))
                .withMessageContaining("names 1 of 2 classes");
    }

    @Test
    void weightsAndPicturesThatDoNotFitTheDataAreRefused() throws IOException {
        Path file = folder.resolve(RunFolder.RUN);
        ResultFiles.write(file, run(cell(1, null)));
        String good = Files.readString(file);

        for (String coef : List.of("[[0.0,1.5,0.0,0.0]]", "[[0.0],[0.0]]", "[]")) {
            Files.writeString(file, good.replaceAll("\"coef\":\\[\\[.*?\\]\\]", "\"coef\":" + coef));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ResultFiles.read(file))
                    .withMessageContaining("not 2 classes of 4 features");
        }
        Files.writeString(file, good.replace("\"imageWidth\":2", "\"imageWidth\":3"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResultFiles.read(file))
                .withMessageContaining("3 x 2");
    }

    @Test
    void aStudyComesBackAsItWas() throws IOException {
        Path file = folder.resolve(RunFolder.STUDY);
        StudyResult study = study(0.1 + 0.2, 0.8305);

        ResultFiles.write(file, study);

        assertThat(ResultFiles.readStudy(file))
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(study);

        ResultFiles.write(file, study(Double.POSITIVE_INFINITY, Double.NaN));
        assertThat(ResultFiles.readStudy(file).stopped().get(0).fit().testAccuracy())
                .isNaN();
        assertThat(ResultFiles.readStudy(file).path().get(0).fit().primal()).isInfinite();
    }

    @Test
    void whatIsNoStudyIsRefusedInOneSentence() throws IOException {
        Path file = folder.resolve(RunFolder.STUDY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResultFiles.readStudy(file))
                .withMessageContaining("there is no result file");
        Files.writeString(file, "{\"schema\": 99}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResultFiles.readStudy(file))
                .withMessageContaining("study.json has schema 99");
        ResultFiles.write(file, run(cell(1, null)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResultFiles.readStudy(file))
                .withMessageContaining("study.json is not a result file")
                .withMessageNotContaining("\n");
        ResultFiles.write(file, study(1, 0.8305));
        Files.writeString(file, Files.readString(file).replaceFirst("0.8305", "null"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResultFiles.readStudy(file))
                .withMessageContaining("study.json lacks a test accuracy");
    }

    @Test
    void anEvaluationStandsFlatInTheFileAndPartsOfItThatAreNotKeptAreNotWritten() throws IOException {
        Path file = folder.resolve(RunFolder.RUN);
        ResultFiles.write(file, run(cell(1, null)));
        assertThat(Files.readString(file))
                .contains(
                        "\"seconds\":0.25,\"primal\":1.0,\"dual\":1.0,\"gap\":1.0E-7,\"relativeGap\":1.0E-7,\"kkt\":1.0E-9,"
                                + "\"nonzeros\":2,\"sparsityPercent\":75.0,\"trainAccuracy\":0.9,\"testAccuracy\":null,\"trace\"",
                        "\"trace\":[{\"passes\":1.0,\"epochs\":1,\"seconds\":0.1,\"primal\":1.0,\"dual\":1.0,\"relativeGap\":0.5,"
                                + "\"nonzeros\":2,\"sparsityPercent\":75.0,\"testAccuracy\":null}]");
    }

    // What the study keeps of a fit.
    private static Fit fit(double primal, double trainAccuracy, double testAccuracy) {
        double nan = Double.NaN;
        return new Fit(primal, nan, nan, 0.06, nan, 2, 75, trainAccuracy, testAccuracy);
    }

    static StudyResult study(double primal, double accuracy) {
        Fit kept = fit(primal, Double.NaN, accuracy);
        return new StudyResult(
                StudyResult.SCHEMA,
                true,
                "00",
                3,
                0.02,
                "saga-dense",
                0.1,
                List.of(new StoppedRun(0, 5, true, kept)),
                List.of(new Frame("saga-dense", 5, kept, new double[][] {{0, 1}, {0, -1}})),
                List.of(new PathPoint(0.02, "prox-newton", fit(primal, 0.9, accuracy))),
                List.of(new L2Fit(0.01, primal, 1e-4, 0.9, accuracy)),
                0.1,
                List.of("Little was left out."),
                1.5,
                null);
    }

    public static RunResult run(CellResult... cells) {
        Provenance provenance = new Provenance(
                "2026-01-02T03:04:05Z",
                "run",
                null,
                "0.1.0",
                "17",
                List.of("-Xmx1g"),
                "host",
                "os",
                "cpu",
                2,
                -1,
                1L << 40);
        DataInfo data = new DataInfo(
                "digits",
                "digits",
                "not MNIST",
                "made",
                "00",
                0,
                10,
                0,
                4,
                2,
                List.of("no", "yes"),
                19.1,
                "none",
                2,
                2);
        return new RunResult(RunResult.SCHEMA, "a", false, provenance, data, 0, 0.02, 0.15, List.of(cells));
    }

    public static CellResult cell(double primal, Double testAccuracy) {
        return cell(primal, testAccuracy, null);
    }

    private static CellResult cell(double primal, Double testAccuracy, PeerRun peer) {
        double nan = Double.NaN;
        return new CellResult(
                "a",
                "a[step=1]",
                "first",
                "a paper",
                Map.of("step", "1"),
                false,
                new Rule(1e-6, null, null, 20.0),
                "certified",
                true,
                null,
                3,
                3.5,
                0.25,
                new Fit(primal, 1, 1e-7, 1e-7, 1e-9, 2, 75, 0.9, testAccuracy),
                List.of(new TracePoint(1, 1, 0.1, new Fit(primal, 1, nan, 0.5, nan, 2, 75, nan, testAccuracy))),
                new double[][] {{0, 1.5, 0, 0}, {0, -1.5, 0, 0}},
                new double[] {0.5, -0.5},
                peer,
                null);
    }
}
