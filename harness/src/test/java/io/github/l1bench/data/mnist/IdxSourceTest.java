package io.github.l1bench.data.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.l1bench.MnistFiles;
import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.fuzz.Mutations;
import io.github.l1bench.problem.Design;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxSourceTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        IdxFiles.write(folder);
    }

    @Test
    void theFoldersOwnFilesTrainAndTest() {
        Dataset data = raw();

        assertThat(rows(data.train()))
                .isDeepEqualTo(new double[][] {{1, 2, 3, 4, 5, 6}, {0, 0, 255, 0, 0, 0}, {128, 0, 0, 0, 0, 9}});
        assertThat(rows(data.test().orElseThrow()))
                .isDeepEqualTo(new double[][] {{11, 12, 13, 14, 15, 16}, {0, 0, 0, 0, 0, 21}});
    }

    @Test
    void labelsAreAnyAndKeepTheirNames() {
        Dataset data = raw();

        assertThat(data.info().labels()).containsExactly("7", "9", "200");
        assertThat(data.trainLabels()).containsExactly(0, 2, 0);
        assertThat(data.testLabels()).containsExactly(1, 2);
    }

    @Test
    void aRowIsAPictureOfAnySize() {
        assertThat(raw().info().imageWidth()).isEqualTo(3);
        assertThat(raw().info().imageHeight()).isEqualTo(2);
        assertThat(raw().info().name()).isEqualTo("idx:" + folder.getFileName());
    }

    @Test
    void gzipAndPlainFilesGiveTheSame() throws IOException {
        String plain = raw().info().sha256();
        for (String name : new String[] {"train-images-idx3-ubyte", "t10k-labels-idx1-ubyte"}) {
            Path file = folder.resolve(name);
            Files.write(folder.resolve(name + ".gz"), Mutations.gzip(Files.readAllBytes(file)));
            Files.delete(file);
        }

        assertThat(new IdxSource().load(request()).info().sha256()).isEqualTo(plain);
    }

    @Test
    void numbersOfRowsAreDrawnFromAllImages() {
        // numpy: permutation(5) of RandomState(0) is 2 0 1 3 4, of RandomState(1) is 2 1 4 0 3
        Dataset data = new IdxSource().load(request().withRows(2, 1).withSeed(1));

        assertThat(rows(data.test().orElseThrow())).isDeepEqualTo(new double[][] {{0, 0, 255, 0, 0, 0}});
        assertThat(rows(data.train())).isDeepEqualTo(new double[][] {{1, 2, 3, 4, 5, 6}, {0, 0, 0, 0, 0, 21}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IdxSource().load(request().withRows(4, 2)))
                .withMessageContaining("4 training and 2 test rows")
                .withMessageContaining("has 5 in all");
    }

    @Test
    void theImagesOfMnistAreDrawnAsThoseOfMnist() {
        DataRequest idx =
                DataRequest.of("idx:" + MnistFiles.folder()).withRows(50, 20).withSeed(3);
        DataRequest mnist = MnistFiles.request().withRows(50, 20).withSeed(3);

        assertThat(new IdxSource().load(idx).info().sha256())
                .isEqualTo(DataSources.load(mnist).info().sha256());
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        fails(DataRequest.of("idx:" + folder.resolve("absent")), "there is no folder", "absent");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(folder.resolve("t10k-images-idx3-ubyte"));

        fails("t10k-images-idx3-ubyte is missing; put it there, plain or with .gz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train-images.idx3-ubyte",
                "train-images-idx3-ubyte.bin",
                "Train_Images",
                "emnist-letters-train-images-idx3-ubyte"
            })
    void aFileUnderAnotherNameIsToBeRenamed(String other) throws IOException {
        Files.move(folder.resolve("train-images-idx3-ubyte"), folder.resolve(other));

        fails("is missing; rename '" + other + "' to train-images-idx3-ubyte");
    }

    @Test
    void aPackedFileKeepsItsEndingWhenItIsRenamed() throws IOException {
        Files.move(folder.resolve("train-labels-idx1-ubyte"), folder.resolve("train-labels.idx1-ubyte.gz"));

        fails("rename 'train-labels.idx1-ubyte.gz' to train-labels-idx1-ubyte.gz");
    }

    @Test
    void aHeaderThatDoesNotFitTheFileIsNamed() throws IOException {
        fails("t10k-images-idx3-ubyte", new byte[15], "is no IDX file, being too short");
        fails("t10k-images-idx3-ubyte", "<html>please log in</html>".getBytes(), "is no IDX file, which begins with");
        fails("t10k-images-idx3-ubyte", with(0, 0x00000d03), "has values of type 13");
        fails("t10k-images-idx3-ubyte", with(0, 0x00000801), "is of dimension 1 instead of 3");
        fails("t10k-images-idx3-ubyte", with(4, 1), "holds more than 6 values where its header tells of 6");
        fails("t10k-images-idx3-ubyte", with(4, 3), "holds 12 values where its header tells of 18");
        fails("t10k-images-idx3-ubyte", with(4, 0), "has a dimension of length 0");
        fails("t10k-images-idx3-ubyte", with(4, -1), "has a dimension of length 4294967295");
        fails("t10k-images-idx3-ubyte", with(4, Integer.MAX_VALUE), "more values than can be held");
        fails("t10k-images-idx3-ubyte", with(4, 300_000_000), "holds 12 values where its header tells of 1800000000");
    }

    @Test
    void filesThatDoNotBelongTogetherAreNamed() throws IOException {
        fails("t10k-labels-idx1-ubyte", IdxFiles.file(new int[] {3}, 1, 2, 3), "2 test images and 3 test labels");
        fails("train-labels-idx1-ubyte", IdxFiles.file(new int[] {1}, 1), "3 training images and 1 training labels");
        fails(
                "t10k-images-idx3-ubyte",
                IdxFiles.file(new int[] {2, 3, 2}, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
                "training images are 2 x 3 and the test images 3 x 2");
    }

    @Test
    void oneLabelIsNotEnough() throws IOException {
        Files.write(folder.resolve("train-labels-idx1-ubyte"), IdxFiles.file(new int[] {3}, 4, 4, 4));
        fails("t10k-labels-idx1-ubyte", IdxFiles.file(new int[] {2}, 4, 4), "one label, 4");
    }

    @Test
    void truncatedGzipIsNamed() throws IOException {
        byte[] packed = Mutations.gzip(Files.readAllBytes(folder.resolve("train-images-idx3-ubyte")));
        Files.delete(folder.resolve("train-images-idx3-ubyte"));
        Files.write(folder.resolve("train-images-idx3-ubyte.gz"), Arrays.copyOf(packed, packed.length - 12));

        fails("train-images-idx3-ubyte.gz is truncated or damaged gzip");
    }

    private byte[] with(int at, int value) throws IOException {
        byte[] file = IdxFiles.file(new int[] {2, 2, 3}, 11, 12, 13, 14, 15, 16, 0, 0, 0, 0, 0, 21);
        ByteBuffer.wrap(file).putInt(at, value);
        return file;
    }

    private DataRequest request() {
        return DataRequest.of("idx:" + folder).withoutStandardization();
    }

    private Dataset raw() {
        return new IdxSource().load(request());
    }

    private void fails(String name, byte[] content, String... complaints) throws IOException {
        Path file = folder.resolve(name);
        byte[] good = Files.readAllBytes(file);
        Files.write(file, content);
        fails(complaints);
        Files.write(file, good);
    }

    private void fails(String... complaints) {
        fails(request(), complaints);
    }

    private static void fails(DataRequest request, String... complaints) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> new IdxSource().load(request))
                .satisfies(e -> assertThat(e.getMessage()).contains(complaints));
    }

    private static double[][] rows(Design design) {
        double[][] rows = new double[design.rows()][];
        Arrays.setAll(
                rows,
                i -> Arrays.stream(design.rowReader().row(i)).map(v -> v + 0.0).toArray());
        return rows;
    }
}
