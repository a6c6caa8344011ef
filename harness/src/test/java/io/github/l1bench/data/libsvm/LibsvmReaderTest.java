package io.github.l1bench.data.libsvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.l1bench.data.ClassNames;
import io.github.l1bench.data.DataException;
import io.github.l1bench.data.SparseRows;
import io.github.l1bench.data.input.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixSparseCSC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of what is read, and one step beyond each. */
class LibsvmReaderTest {
    private final SparseRows rows = new SparseRows(1);
    private final ClassNames labels = new ClassNames();

    @TempDir
    private Path folder;

    // Chained.
    private LibsvmReaderTest read(String content) throws IOException {
        Path file = Files.write(folder.resolve("file"), content.getBytes(StandardCharsets.ISO_8859_1));
        LibsvmFormat format = new LibsvmFormat(1, OptionalInt.empty());
        TextFile.named(file.toString()).read(text -> format.read(text, rows, labels));
        return this;
    }

    private DMatrixSparseCSC matrix() {
        return rows.matrix(IntStream.range(0, rows.rows()).toArray());
    }

    private void refused(String content, String message) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(content))
                .withMessageContaining(message);
    }

    @Test
    void aWordMayHaveSixtyFourCharacters() throws IOException {
        String zeros = "0".repeat(62);

        DMatrixSparseCSC matrix = read("1 1:" + zeros + "12\n").matrix();

        assertThat(matrix.get(0, 0)).isEqualTo(12);
        refused("1 1:" + zeros + "123\n", "line 1: the value has more than 64 characters");
    }

    @Test
    void aLabelMayBeAsLargeAsADoubleCounts() throws IOException {
        assertThat(read("9007199254740992 1:1\n-9007199254740992 1:1\n").labels.names())
                .containsExactly("9007199254740992", "-9007199254740992");
        refused("9007199254740994 1:1\n", "is too large to be told from others; number the classes");
    }

    /** However small the file. */
    @Test
    void anIndexMayBeAMillion() throws IOException {
        assertThat(read("1 1000000:1\n").rows.columns()).isEqualTo(1_000_000);
        refused("1 1:1\n1 1000001:1\n2 1:1\n", "file, line 2: index 1000001 is far beyond");
    }

    @Test
    void aLargeFileMayHaveAsManyFeaturesAsBytes() throws IOException {
        String filler = "#" + "x".repeat(1_000_080) + "\n";

        assertThat(read(filler + "1 1000090:1\n").rows.columns()).isEqualTo(1_000_090);
        refused(filler + "1 1000190:1\n", "line 2: index 1000190");
    }

    @Test
    void moreRowsThanBuffersHoldKeepTheirLabelsAndValues() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            text.append(i - 1_500).append(" 1:").append(i).append(".25 3:-1e-2\n");
        }

        DMatrixSparseCSC matrix = read(text.toString()).matrix();

        for (int i = 0; i < 3_000; i++) {
            assertThat(labels.names().get(rows.label(i))).isEqualTo(Integer.toString(i - 1_500));
            assertThat(matrix.get(i, 0)).isEqualTo(i + 0.25);
            assertThat(matrix.get(i, 1)).isZero();
            assertThat(matrix.get(i, 2)).isEqualTo(-0.01);
        }
    }

    @Test
    void linesAreCountedWithCommentsAndEmptyOnes() {
        refused("# a\n\n1 1:1 # b\n \n1 x:1\n", "file, line 5: 'x' is no index");
    }

    @ParameterizedTest
    @CsvSource({"1 1:~\u0001, '~'", "1 1:\u007f, '?'", "1 1:a\u00e9!, 'a?!'"})
    void whatIsQuotedIsPrintable(String line, String quoted) {
        refused(line + "\n", quoted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 1:1", "1 1:1#", "1 1:1\r\n", "\t1 \t1:1 ", "1 1:1\n\n\n", "#\n1 1:1 # 2:"})
    void oneRowIsOneRowHoweverItEnds(String content) throws IOException {
        read(content);

        assertThat(rows.rows()).isEqualTo(1);
        assertThat(rows.columns()).isEqualTo(1);
        assertThat(matrix().get(0, 0)).isEqualTo(1);
    }

    @Test
    void aFileOfLabelsAloneHasOneFeature() throws IOException {
        read("1\n2\n");

        assertThat(rows.columns()).isEqualTo(1);
        assertThat(matrix().nz_length).isZero();
    }
}
