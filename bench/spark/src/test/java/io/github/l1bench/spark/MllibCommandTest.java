package io.github.l1bench.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.data.DataInfo;
import io.github.l1bench.data.generated.DigitPainter;
import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.Standardization;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MllibCommandTest {
    private static final int ROWS = 200;
    private static final int PIXELS = 784;

    @TempDir
    private static Path folder;

    private static Command mllib(Path out, String... more) {
        return Command.run(Stream.concat(
                        Stream.of("mllib", "--format", "digits", "--input", "" + ROWS, "--out", out.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--lambda=0.1,0.05 | mllib takes one penalty, and there are 2",
                "--lambda=-1 | lambda is -1.0; it must be a positive number",
                "--lambda=1 --seconds=0 | --iterations is 1000 and --seconds 0; both must be at least 1",
                "--lambda=1 --tolerance=NaN | --tolerance is NaN; it must not be negative",
                "--lambda=1 --gap=2 | the gap asked for is 2.0; it must lie between 0 and 1",
                "--lambda=1 --master=spark://127.0.0.1:1 | no master answers at spark://127.0.0.1:1 (Connection refused);"
                        + " see that it runs, and where"
            })
    void badInputIsOneSentenceAndStatusTwoBeforeSparkStarts(String words, String sentence) {
        Command command = mllib(folder.resolve("bad"), words.split(" "));

        assertThat(command.err().strip()).isEqualTo(sentence);
        assertThat(command.status()).isEqualTo(2);
    }

    @Test
    @Tag("slow")
    void theGapOfAFitIsWhatTheSuitesCertifierSays() throws IOException {
        Path out = folder.resolve("fits");
        Command command = mllib(out, "--master", "local[1]", "--lambda", "0.05", "--iterations", "40");

        assertThat(command.err()).isEmpty();
        assertThat(command.status()).isOne();
        CellResult cell = new RunFolder(out).run().cells().get(0);
        assertThat(cell.status()).isEqualTo("limit");
        DataInfo data = new RunFolder(out).run().data();
        assertThat(data.notice()).contains("not MNIST");
        assertThat(data.isImage()).isTrue();
        assertThat(cell.trace()).hasSize(2);
        Certificate exact = Certificate.of(digits(0.05), new Coefficients(cell.coef(), cell.intercept()));
        assertThat(cell.fit().primal()).isCloseTo(exact.primal(), Offset.offset(1e-12));
        assertThat(exact.relativeGap()).isBetween(1e-9, 0.05);
        assertThat(cell.fit().relativeGap() / exact.relativeGap()).isBetween(0.9, 1.5);
        assertThat(command.out().lines().filter(line -> line.contains(String.format("%.7f", exact.primal()))))
                .as(command.out())
                .hasSize(1);
    }

    private static MultinomialProblem digits(double lambda) {
        DigitPainter painter = new DigitPainter();
        DMatrixRMaj raw = new DMatrixRMaj(ROWS, PIXELS);
        int[] labels = new int[ROWS];
        byte[] picture = new byte[PIXELS];
        for (int i = 0; i < ROWS; i++) {
            labels[i] = painter.paint(0, i, picture);
            for (int j = 0; j < PIXELS; j++) {
                raw.set(i, j, picture[j] & 0xff);
            }
        }
        return new MultinomialProblem(new DenseDesign(raw, Standardization.of(raw)), labels, 10, lambda);
    }
}
