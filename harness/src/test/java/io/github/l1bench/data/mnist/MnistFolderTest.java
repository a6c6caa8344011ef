package io.github.l1bench.data.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.l1bench.MnistFiles;
import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderThatIsNotThereIsNamed() {
        fails(folder.resolve("absent"), "there is no folder", "absent");
    }

    @Test
    void aMissingFileIsNamed() {
        fails(folder, "ubyte.gz is missing", "put the original");
    }

    @Test
    void aTruncatedGzipFileIsNamed() throws IOException {
        copyMnist();
        Path images = folder.resolve("t10k-images-idx3-ubyte.gz");
        byte[] bytes = Files.readAllBytes(images);
        Files.write(images, Arrays.copyOf(bytes, bytes.length / 2));

        fails(folder, "t10k-images-idx3-ubyte.gz is truncated");
    }

    @Test
    void aFileWithOneWrongByteIsNamedAndNotUsed() throws IOException {
        copyMnist();
        byte[] labels = unpacked("train-labels-idx1-ubyte");
        labels[1_000] ^= 1;
        Files.write(folder.resolve("train-labels-idx1-ubyte"), labels);

        fails(folder, "train-labels-idx1-ubyte has the SHA-256");
    }

    @Test
    void plainAndGzipFilesGiveTheSameData() throws IOException {
        copyMnist();
        String packed = load(folder).info().sha256();
        for (String name : List.of("train-labels-idx1-ubyte", "t10k-images-idx3-ubyte")) {
            Files.write(folder.resolve(name), unpacked(name));
            Files.delete(folder.resolve(name + ".gz"));
        }

        assertThat(load(folder).info().sha256()).isEqualTo(packed);
    }

    @Test
    void aFileOfMnistUnderAnotherNameIsToBeRenamed() throws IOException {
        copyMnist();
        Files.move(folder.resolve("train-images-idx3-ubyte.gz"), folder.resolve("train-images.idx3-ubyte.gz"));

        fails(folder, "is missing", "rename 'train-images.idx3-ubyte.gz' to train-images-idx3-ubyte.gz");
    }

    @Test
    void otherDataInTheFormatOfMnistHaveASourceOfTheirOwn() throws IOException {
        IdxFiles.write(folder);

        fails(folder, "train-labels-idx1-ubyte is truncated", "or choose idx:" + folder, "Fashion-MNIST");
    }

    @Test
    void aDamagedFileIsNotTakenForOtherData() throws IOException {
        copyMnist();
        Path images = folder.resolve("t10k-images-idx3-ubyte.gz");
        byte[] bytes = Files.readAllBytes(images);
        Files.write(images, Arrays.copyOf(bytes, bytes.length / 2));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> load(folder))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("idx:"));
    }

    private void copyMnist() throws IOException {
        try (Stream<Path> files = Files.list(MnistFiles.folder())) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }

    private byte[] unpacked(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(name + ".gz")))) {
            return in.readAllBytes();
        }
    }

    private static Dataset load(Path folder) {
        return DataSources.load(DataRequest.of("mnist")
                .with(MnistSource.FOLDER, folder.toString())
                .withRows(100, 100));
    }

    private static void fails(Path folder, String... parts) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> load(folder))
                .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }
}
