package io.github.l1bench.data.libsvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.l1bench.data.ClassNames;
import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataOption;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.SparseRows;
import io.github.l1bench.data.input.RowFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
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

    private static final DataOption ZERO_BASED = new DataOption("zero-based", "", "");
    private static final DataOption FEATURES = new DataOption("features", "N", "");

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
    void ofDataTooLargeToBeDenseOnlyFeaturesWithFewZerosAreCentred() throws IOException {
        String rows = "0 1:2009\n1 1:2012\n".repeat(30);
        Dataset data = DataSources.load(request("0 1:2010\n1 1:2011 2:3 900000:1\n" + rows));

        assertThat(data.info().standardization()).isEqualTo("scaled, features with few zeros centred");
        assertThat(data.train().standardization().center()[0]).isBetween(2010.0, 2011.0);
        assertThat(data.train().standardization().center()[1]).isZero();
        assertThat(Math.abs(row(data, 0)[0])).isLessThan(2);
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
                    1 1:0,5         | '0,5' is no number where a value
                    1e20 1:1        | the label 1.0E20 is too large to be told from others
                    nan 1:1         | not a whole number
                    1:1             | label is missing
                    1 1:1 qid:3     | 'qid' is no index
                    1 qid: 1:1      | query is missing
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
        fails(DataRequest.of("libsvm:" + folder), "is a folder");
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
        Reader endless = new Reader() {
            private final String beginning = "1 1:1 # ";
            private int read;

            @Override
            public int read(char[] out, int from, int length) {
                if (read == 100_000_000) {
                    return -1;
                }
                int count = Math.min(100_000_000 - read, length);
                Arrays.fill(out, from, from + count, 'x');
                if (read == 0) {
                    beginning.getChars(0, beginning.length(), out, from);
                }
                read += count;
                return count;
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
        SparseRows rows = new SparseRows(1);
        LibsvmCharacters text = new LibsvmCharacters("long", endless);

        new LibsvmReader(text, 1, Optional.empty(), rows, new ClassNames()).read();

        assertThat(rows.rows()).isEqualTo(1);
    }

    @Test
    void aWordWithoutEndIsCutOff() throws IOException {
        fails(request("1 1:" + "1".repeat(1_000_000)), "more than 64 characters");
    }

    @Test
    void queriesAreLeftOut() throws IOException {
        String hash = DataSources.load(request("0 1:1\n1 2:3\n")).info().sha256();

        assertThat(DataSources.load(request("0 qid:1 1:1\n1 qid:77 2:3\n"))
                        .info()
                        .sha256())
                .isEqualTo(hash);
    }

    @Test
    void indicesCountFromZeroWhereThatIsSaid() throws IOException {
        Dataset data = DataSources.load(request("0 0:1 2:5\n1 1:3\n").with(ZERO_BASED, ""));

        assertThat(data.train().columns()).isEqualTo(3);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> DataSources.load(request("0 0:1\n1 1:3\n")))
                .withMessageContaining("line 1: the index is 0")
                .withMessageContaining("or from 0 on with --zero-based");
    }

    @Test
    void thereMayBeMoreFeaturesThanTheRowsMentionButNotFewer() throws IOException {
        assertThat(DataSources.load(request(GOOD).with(FEATURES, "7")).train().columns())
                .isEqualTo(7);
        fails(request(GOOD).with(FEATURES, "3"), "line 4: index 4 is beyond the 3 features that --features says");
        fails(request("0 3:1\n1 1:1\n").with(FEATURES, "3").with(ZERO_BASED, ""), "index 3 is beyond the 3 features");
        DataRequest zero = request(GOOD).with(FEATURES, "0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(zero))
                .withMessage("--features is given '0'; it takes a whole number from 1 on");
    }

    @Test
    void rowsOfAnotherFileTestAndHaveTheSameFeaturesAndLabels() throws IOException {
        Path test = Files.writeString(folder.resolve("test.svm"), "-7 1:9\n1\n+3 2:5 4:1\n");
        Dataset data = DataSources.load(
                request(GOOD).with(RowFiles.TEST_FILE, test.toString()).withoutStandardization());

        assertThat(data.testLabels()).containsExactly(0, 1, 2);
        assertThat(data.test().orElseThrow().columns()).isEqualTo(4);
        assertThat(data.test().orElseThrow().rowReader().row(2))
                .usingComparatorWithPrecision(0.0)
                .containsExactly(0, 5, 0, 1);
        Files.writeString(test, "1 1:1\n1 5:2\n");
        fails(
                request(GOOD).with(RowFiles.TEST_FILE, test.toString()),
                "test.svm, line 2: index 5 is beyond the 4 features of the training rows; say with --features");
        assertThat(DataSources.load(request(GOOD)
                                .with(RowFiles.TEST_FILE, test.toString())
                                .with(FEATURES, "5"))
                        .test()
                        .orElseThrow()
                        .columns())
                .isEqualTo(5);
        Files.writeString(test, "1 1:1\n4 1:2\n");
        fails(
                request(GOOD).with(RowFiles.TEST_FILE, test.toString()),
                "test.svm, line 2: no training row has the label 4; remove that row");
        Files.writeString(test, "");
        fails(request(GOOD).with(RowFiles.TEST_FILE, test.toString()), "test.svm holds no rows");
    }

    @Test
    void testRowsDoNotChangeHowFeaturesAreStandardised() throws IOException {
        Path test = Files.writeString(folder.resolve("test.svm"), "1 1:1000\n");
        Dataset without = DataSources.load(request(GOOD));
        Dataset with = DataSources.load(request(GOOD).with(RowFiles.TEST_FILE, test.toString()));

        assertThat(row(with, 0)).isEqualTo(row(without, 0));
        assertThat(with.info().sha256()).isNotEqualTo(without.info().sha256());
    }

    @Test
    void textOfOtherFormatsIsNamed() throws IOException {
        fails(request("5.1,3.5,setosa\n"), "data.txt is a CSV table; name it as data set csv:" + folder);
        fails(request("5.1\t3.5\t1\n"), "is a CSV table");
        fails(request("@relation x\n"), "is an ARFF file; name it as data set arff:");
        fails(request("<!doctype html>\n"), "is a web page");
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
