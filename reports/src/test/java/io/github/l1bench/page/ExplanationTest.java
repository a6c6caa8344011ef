package io.github.l1bench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.l1bench.data.ClassNames;
import io.github.l1bench.data.DataInfo;
import io.github.l1bench.problem.Penalty;
import io.github.l1bench.result.Made;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.PathPoint;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.StudyResult;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.Sample;
import io.github.l1bench.view.SampleStudy;
import io.github.l1bench.view.StudyView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationTest {
    @TempDir
    Path folder;

    @Test
    void withoutAStudyThereIsNoSection() throws IOException {
        RunView view = Sample.view(Sample.write(folder, Sample.run(1, ""), null));
        String page = BarePage.of(view);

        assertThat(page).doesNotContain("id=\"explanation\"");
    }

    @Test
    void theSentencesHoldTheNumbersOfTheStudy() throws IOException {
        String text = section(SampleStudy.of("c0ffee", "solver"));

        assertThat(text)
                .contains(
                        "stops after 5 epochs with 80.00\u00a0% zeros; the optimum of the same problem has 95.00\u00a0%")
                // the path's second point is nearest to the runs' mean of 79 %
                .contains(
                        "At 84.00\u00a0% zeros, where the path comes nearest to the stopped runs' mean of 79.0\u00a0%")
                .contains(
                        "classifies 89.00\u00a0% of the test rows correctly: 6.5 points more than the stopped runs' mean of"
                                + " 82.50\u00a0%, and 1.25 points less than an L2 penalty at its best C")
                .contains(
                        "78.00 to 80.00 % zeros (mean 79.00), test accuracy 82.00 to 83.00 % (mean 82.50), 5 to 6 epochs")
                .contains("Its best test accuracy, 89.00\u00a0%, is at 84.00\u00a0% zeros, 1.25 points less than L2")
                .contains("scores 11.00\u00a0%")
                .contains("gap of 5.0e−5 or better, by solver");
    }

    @Test
    void everyNumberOfEveryRunAndPenaltyStandsInATable() throws IOException {
        StudyResult study = SampleStudy.of("c0ffee", "solver");
        String text = section(study);

        study.stopped()
                .forEach(s -> assertThat(text)
                        .contains(
                                Quantity.fixed(s.fit().sparsityPercent(), 4),
                                Quantity.fixed(s.fit().primal(), 9)));
        study.path()
                .forEach(p -> assertThat(text)
                        .contains(
                                Quantity.digits(p.lambda(), 4),
                                Quantity.count(p.fit().nonzeros())));
        study.l2().forEach(l -> assertThat(text).contains(Quantity.fixed(l.objective(), 6)));
    }

    @Test
    void everyPenaltyOfThePathStandsOnAllScales() throws IOException {
        StudyResult study = SampleStudy.of("c0ffee", "solver");
        RunResult run = Sample.run(1, "");
        StudyView view = new StudyView(run, study);
        String text = section(study);
        List<String> csv = Csv.study(view).lines().toList();

        assertThat(csv.get(0)).contains(",lambda,c,").endsWith(",lambdaRatio");
        for (PathPoint point : study.path()) {
            Penalty penalty =
                    new Penalty(point.lambda(), run.lambdaMax(), run.data().trainRows());
            assertThat(text).contains(Quantity.digits(penalty.ratio(), 3) + Quantity.digits(penalty.c(), 3) + "solver");
            assertThat(csv)
                    .anyMatch(line -> line.startsWith("path,")
                            && line.contains("," + point.lambda() + "," + penalty.c() + ",")
                            && line.endsWith("," + penalty.ratio()));
        }
    }

    @Test
    void everyFrameHasItsPicturesAndItsWords() throws IOException {
        String page = page(Sample.run(1, ""), SampleStudy.of("c0ffee", "solver"));

        assertThat(page).contains("after 1 epoch<", "after 5 epochs<", "certified optimum<");
        assertThat(page.split("alt=\"Weights of class \\d after 5 epochs\"", -1))
                .hasSize(11);
    }

    @Test
    void thePrintedFiguresAreHeldAgainstTheirOwnProblemOnly() throws IOException {
        assertThat(section(SampleStudy.of("c0ffee", "solver")))
                .contains("Where the sparsity comes from")
                .contains("is not drawn here")
                .doesNotContain("74.57 %");

        assertThat(text(page(publishedSetting(), SampleStudy.of("c0ffee", "solver"))))
                .contains("Why 74 %, 84 % or 95 %")
                .contains("where the path comes nearest to the printed “~84 %”")
                .contains("74.57 % zeros and 0.8253, outside the spread of these seeds");
    }

    @Tag("long")
    @Test
    void figuresAreWrittenInEveryFormat() throws IOException {
        write(Sample.run(1, ""), SampleStudy.of("c0ffee", "solver"));
        Report.render(folder);

        for (String name : List.of("filmstrip", "published-runs", "sparsity-against-accuracy")) {
            for (String format : List.of(".png", ".svg", ".pdf")) {
                assertThat(folder.resolve("figures").resolve(name + format)).isNotEmptyFile();
            }
        }
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("href=\"study.json\"", "id=\"figure-published-runs\"");
    }

    @Test
    void aQuickStudySaysWhatIsMissing() throws IOException {
        StudyResult full = SampleStudy.of("c0ffee", "solver");
        StudyResult quick = new StudyResult(
                full.schema(),
                true,
                full.dataSha256(),
                full.seed(),
                full.lambda(),
                full.published(),
                full.tolerance(),
                full.stopped(),
                full.frames(),
                full.path(),
                List.of(),
                full.majorityAccuracy(),
                List.of("No L2-penalised model was fitted."),
                1,
                null);

        assertThat(section(quick))
                .contains("shortens this study to save time: No L2-penalised model was fitted.")
                .contains("than the stopped runs' mean of 82.50\u00a0%.")
                .doesNotContain("best C");
    }

    @Test
    void noTextOfAStudyIsMarkup() throws IOException {
        assertThat(page(Sample.run(1, ""), SampleStudy.of("c0ffee", "<img src=x onerror=alert(1)>")))
                .doesNotContain("<img src=x")
                .contains("&lt;img src=x");
    }

    @Test
    void aStudyOfAnotherRunIsRefused() throws IOException {
        write(Sample.run(1, ""), SampleStudy.of("another", "solver"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sample.view(folder))
                .withMessageContaining("study.json is of another run than sample");
    }

    @Test
    void weightsThatDoNotFitTheDataAreRefused() throws IOException {
        write(Sample.run(1, ""), SampleStudy.of("c0ffee", "solver"));
        Path file = folder.resolve(RunFolder.STUDY);
        Files.writeString(file, Files.readString(file).replaceFirst("\"coef\":\\[\\[.*?\\]\\]", "\"coef\":[[1.0]]"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sample.view(folder))
                .withMessageContaining("weights that fit its data");
    }

    @Test
    void aReusedStudySaysWhichRunMadeIt() throws IOException {
        StudyResult study = SampleStudy.of("c0ffee", "solver");
        Made made = new Made("code", 1, null, null, new Origin("before", "2026-01-02T03:04:05Z", null, null, true));

        assertThat(section(study.with(made))).contains("Reused from run before of 2026-01-02T03:04:05Z.");
        assertThat(section(study)).doesNotContain("Reused from run");
    }

    private String section(StudyResult study) throws IOException {
        String page = page(Sample.run(1, ""), study);
        int start = page.indexOf("<section id=\"explanation\">");
        return text(page.substring(start, page.indexOf("</section>", start)));
    }

    /** The page alone, without the files beside it, which take longer. */
    private String page(RunResult run, StudyResult study) throws IOException {
        write(run, study);
        RunView view = Sample.view(folder);
        return BarePage.of(view);
    }

    private void write(RunResult run, StudyResult study) throws IOException {
        Sample.write(folder, run, null);
        ResultFiles.write(folder.resolve(RunFolder.STUDY), study);
    }

    private static String text(String page) {
        return page.replaceAll("<[^>]*>", "").replace("&#39;", "'");
    }

    private static RunResult publishedSetting() {
        RunResult run = Sample.run(1, "");
        DataInfo data = new DataInfo(
                "mnist",
                "MNIST",
                "",
                "files",
                "c0ffee",
                0,
                5_000,
                10_000,
                Sample.SIDE * Sample.SIDE,
                10,
                ClassNames.numbered(10),
                19.1,
                "centred and scaled",
                Sample.SIDE,
                Sample.SIDE);
        return new RunResult(
                RunResult.SCHEMA,
                run.id(),
                false,
                run.provenance(),
                data,
                0,
                run.lambda(),
                run.lambdaMax(),
                run.cells());
    }
}
