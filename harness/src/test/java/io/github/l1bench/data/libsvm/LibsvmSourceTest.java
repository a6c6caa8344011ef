package io.github.l1bench.data.libsvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class LibsvmSourceTest {
    private static final String GOOD = "+1 1:0.5 3:2\n-7 2:1e1 # a comment\n\n3.0 1:-.5\t4:0\r\n-7\n";

    @TempDir
    private Path folder;

    @Test
    void readsLabelsIndicesAndValues() throws IOException {
        Dataset data = DataSources.load(request(GOOD).withoutStandardization());

        assertThat(data.train().rows()).isEqualTo(4);
        assertThat(data.train().columns()).isEqualTo(4);
        assertThat(data.trainLabels()).containsExactly(1, 0, 2, 0);
        assertThat(data.info().labels()).containsExactly("-7", "1", "3");
        assertThat(data.test()).isEmpty();
        assertThat(row(data, 0)).containsExactly(0.5, 0, 2, 0);
        assertThat(row(data, 1)).containsExactly(0, 10, 0, 0);
        assertThat(row(data, 2)).containsExactly(-0.5, 0, 0, 0);
        assertThat(row(data, 3)).containsOnly(0);
    }

    @Test
    void tellsGzipByItsContent() throws IOException {
        Path packed = folder.resolve("packed.txt");
        Files.write(packed, gzip(GOOD.getBytes(StandardCharsets.US_ASCII)));

        assertThat(DataSources.load(DataRequest.of("libsvm:" + packed)).info().sha256())
                .isEqualTo(DataSources.load(request(GOOD)).info().sha256());
    }

    @Test
    void smallDataAreCentredAndScaled() throws IOException {
        Dataset data = DataSources.load(request("0 1:1\n1 1:3\n"));

        assertThat(data.info().standardization()).isEqualTo("centred and scaled");
        assertThat(row(data, 0)).containsExactly(-1);
        assertThat(row(data, 1)).containsExactly(1);
    }

    @Test
    void dataTooLargeToBeDenseAreScaledOnly() throws IOException {
        Dataset data = DataSources.load(request("0 1:1\n1 1:3 900000:1\n" + "0\n".repeat(60)));

        assertThat(data.info().standardization()).isEqualTo("scaled");
        assertThat(data.train().shift()).containsOnly(0);
    }

    @Test
    void theFirstRowsCanBeAskedForButNotMoreThanThereAre() throws IOException {
        assertThat(DataSources.load(request(GOOD).withRows(2, 0)).train().rows())
                .isEqualTo(2);
        DataRequest tooMany = request(GOOD).withRows(5, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(tooMany))
                .withMessageContaining("5 training rows are asked for")
                .withMessageContaining("has 4");
        DataRequest test = request(GOOD).withRows(2, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(test))
                .withMessageContaining("no test rows");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    1 1:nan         | value of index 1 is not finite
                    1 1:-inf        | value of index 1 is not finite
                    1 1:1e999       | value of index 1 is not finite
                    1 0:1           | the index is 0
                    1 2147483648:1  | the index is 2147483648
                    1 99999999999999999999:1 | the index is 99999999999999999999
                    1 2147483646:1  | far beyond
                    1 2:1 2:1       | index 2 follows index 2
                    1 3:1 2:1       | index 2 follows index 3
                    1 1: 2:1        | value is missing
                    1 1             | '1' stands where index:value should
                    1 a:1           | 'a' is no index
                    1 -1:1          | '-1' is no index
                    1 1:1x          | '1x' is no number
                    1 1:0x1p3       | '0x1p3' is no number
                    1 1:1:1         | index is missing
                    1.5 1:1         | not a whole number
                    one 1:1         | 'one' is no number where a label
                    1,2 1:1         | '1,2' is no number where a label
                    nan 1:1         | not a whole number
                    1:1             | label is missing
                    1 qid:3 1:1     | 'qid' is no index
                    """)
    void aBadLineIsNamedByFileAndNumber(String line, String complaint) throws IOException {
        DataRequest request = request("0 1:1\n" + line + "\n1 2:1\n");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> DataSources.load(request))
                .withMessageContaining("data.txt, line 2: ")
                .withMessageContaining(complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing\n"})
    void aFileWithoutRowsIsNamed(String content) throws IOException {
        fails(request(content), "data.txt holds no rows");
    }

    @Test
    void oneClassOnlyIsNamed() throws IOException {
        fails(request("3 1:1\n3 1:2\n"), "one class only, 3");
    }

    @Test
    void aMissingFileAndAFolderAreNamed() {
        fails(DataRequest.of("libsvm:" + folder.resolve("absent")), "there is no file");
        fails(DataRequest.of("libsvm:" + folder), "cannot be read");
    }

    @Test
    void truncatedGzipIsNamed() throws IOException {
        byte[] packed = gzip(GOOD.repeat(1_000).getBytes(StandardCharsets.US_ASCII));
        Path path = folder.resolve("data.gz");
        Files.write(path, Arrays.copyOf(packed, packed.length / 2));

        fails(DataRequest.of("libsvm:" + path), "truncated or damaged gzip");
    }

    @Test
    void aGzipBombIsCutOff() throws IOException {
        Path path = folder.resolve("bomb.gz");
        Files.write(path, gzip(new byte[] {'\n'}, 30_000_000));

        fails(DataRequest.of("libsvm:" + path), "expands more than 200-fold");
    }

    @Test
    void aLineOfOneHundredMegabytesIsRead() throws IOException {
        InputStream endless = new ByteArrayInputStream("1 1:1 # ".getBytes(StandardCharsets.US_ASCII)) {
            private int left = 100_000_000;

            @Override
            public synchronized int read(byte[] out, int from, int length) {
                int read = super.read(out, from, length);
                if (read >= 0 || left == 0) {
                    return read;
                }
                int count = Math.min(left, length);
                Arrays.fill(out, from, from + count, (byte) 'x');
                left -= count;
                return count;
            }
        };

        assertThat(new LibsvmReader("long", 100_000_008).read(endless).rows().rows())
                .isEqualTo(1);
    }

    @Test
    void aWordWithoutEndIsCutOff() throws IOException {
        fails(request("1 1:" + "1".repeat(1_000_000)), "more than 64 characters");
    }

    private DataRequest request(String content) throws IOException {
        Path path = folder.resolve("data.txt");
        Files.writeString(path, content);
        return DataRequest.of("libsvm:" + path);
    }

    private static void fails(DataRequest request, String why) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> DataSources.load(request))
                .withMessageContaining(why);
    }

    private static double[] row(Dataset data, int i) {
        return Arrays.stream(data.train().rowReader().row(i))
                .map(v -> v == 0 ? 0 : v)
                .toArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        return gzip(content, 1);
    }

    private static byte[] gzip(byte[] content, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes, 1 << 16)) {
            byte[] block = new byte[content.length * Math.min(times, 1_000)];
            for (int at = 0; at < block.length; at += content.length) {
                System.arraycopy(content, 0, block, at, content.length);
            }
            for (int written = 0; written < times; written += 1_000) {
                out.write(block);
            }
        }
        return bytes.toByteArray();
    }
}
