package io.github.l1bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.data.download.CheckedFile;
import io.github.l1bench.data.input.Packed;
import io.github.l1bench.data.input.RowFiles;
import io.github.l1bench.fuzz.Fuzz;
import io.github.l1bench.fuzz.Mutations;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged data files; {@code -Dl1bench.fuzz=100000} says how many. */
@Tag("slow")
@Tag("fuzz")
@Timeout(3600)
class DataFilesFuzzTest {
    private static final byte[] LIBSVM = "+1 qid:1 1:0.5 3:2\n-7 2:1e1 # a comment\n\n3.0 1:-.5\t4:0\r\n-7\n"
            .repeat(2)
            .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TABLE =
            "one,two,kind\n0.5,2,\"a, b\"\n\n-1e1,\"0\",c\r\n.5,+3.,\"a \"\"b\"\"\"\n0,0,c\n1,2,c\n"
                    .getBytes(StandardCharsets.US_ASCII);
    // Those of unpackers and of the parser, whatever the file's size.
    private static final long BUFFERS = 2 << 20;
    // As much as unpacking a small file may give.
    private static final long UNPACKED = 40 << 20;

    @TempDir
    private Path folder;

    @Test
    void libsvmFilesAreReadOrRefusedInOneSentence() throws Exception {
        Mutations mutations = new Mutations(42);
        // A file may have a million features whatever its size: some arrays of that length.
        new Fuzz("LIBSVM", DataException.class, 80 << 20, 1_000)
                .check(Fuzz.rounds(), () -> mutations.of(LIBSVM), content -> load("libsvm:", content));
    }

    @Test
    void packedLibsvmFilesAreReadOrRefusedInOneSentence() throws Exception {
        Mutations mutations = new Mutations(43);
        new Fuzz("packed LIBSVM", DataException.class, (80 << 20) + UNPACKED, 200 * 1_000)
                .check(Fuzz.rounds(), () -> packed(mutations, LIBSVM), content -> load("libsvm:", content));
    }

    @Test
    void libsvmRowsThatTestAreReadOrRefusedInOneSentence() throws Exception {
        Mutations mutations = new Mutations(46);
        new Fuzz("LIBSVM test rows", DataException.class, 2 * BUFFERS, 1_000)
                .check(Fuzz.rounds(), () -> mutations.of(LIBSVM), content -> loadTest("libsvm:", LIBSVM, content));
    }

    @Test
    void tablesAreReadOrRefusedInOneSentence() throws Exception {
        Mutations mutations = new Mutations(47);
        new Fuzz("CSV", DataException.class, BUFFERS, 1_000)
                .check(Fuzz.rounds(), () -> mutations.of(TABLE), content -> load("csv:", content));
    }

    @Test
    void packedTablesAreReadOrRefusedInOneSentence() throws Exception {
        Mutations mutations = new Mutations(48);
        new Fuzz("packed CSV", DataException.class, 4 * BUFFERS, 200 * 40)
                .check(Fuzz.rounds(), () -> packed(mutations, TABLE), content -> load("csv:", content));
    }

    @Test
    void tablesOfRowsThatTestAreReadOrRefusedInOneSentence() throws Exception {
        Mutations mutations = new Mutations(49);
        new Fuzz("CSV test rows", DataException.class, 2 * BUFFERS, 1_000)
                .check(Fuzz.rounds(), () -> mutations.of(TABLE), content -> loadTest("csv:", TABLE, content));
    }

    // In any of the ways that are read.
    private static byte[] packed(Mutations mutations, byte[] good) {
        return switch (mutations.random().nextInt(8)) {
            case 0 -> mutations.packed(good, "bzip2", Packed::bzip2);
            case 1 -> mutations.packed(good, "xz", Packed::xz);
            case 2, 3, 4 -> mutations.packed(good, "zip", content -> Packed.zip(content, "data"));
            default -> mutations.packed(good);
        };
    }

    private void load(String kind, byte[] content) throws IOException {
        Dataset data = DataSources.load(DataRequest.of(kind + Files.write(folder.resolve("data"), content)));
        assertThat(data.trainLabels()).hasSize(data.train().rows());
    }

    private void loadTest(String kind, byte[] good, byte[] content) throws IOException {
        Path train = Files.write(folder.resolve("train"), good);
        Path test = Files.write(folder.resolve("test"), content);
        Dataset data = DataSources.load(DataRequest.of(kind + train).with(RowFiles.TEST_FILE, test.toString()));
        assertThat(data.testLabels()).hasSize(data.test().orElseThrow().rows());
        assertThat(data.test().orElseThrow().columns()).isEqualTo(data.train().columns());
    }

    @Test
    void idxFilesAreTheRightOnesOrRefusedInOneSentence() throws Exception {
        byte[] good = idx();
        Mutations mutations = new Mutations(44);
        new Fuzz("IDX", DataException.class, 1 << 20, 10).check(Fuzz.rounds(), () -> mutations.of(good), reader(good));
    }

    @Test
    void packedIdxFilesAreTheRightOnesOrRefusedInOneSentence() throws Exception {
        byte[] good = idx();
        Mutations mutations = new Mutations(45);
        new Fuzz("packed IDX", DataException.class, 1 << 20, 10)
                .check(Fuzz.rounds(), () -> mutations.packed(good), reader(good));
    }

    @Test
    void aHeaderThatClaimsTwoBillionImagesTakesNoMemory() throws Exception {
        byte[] good = idx();
        byte[] bad = good.clone();
        ByteBuffer.wrap(bad).putInt(4, Integer.MAX_VALUE);
        new Fuzz("IDX of two billion images", DataException.class, 1 << 20, 10)
                .check(200, alternating(good, bad)::next, reader(good));
    }

    private static Alternating alternating(byte[] good, byte[] bad) {
        return new Alternating(good, bad);
    }

    private static final class Alternating {
        private final byte[][] files;
        private int count;

        private Alternating(byte[]... files) {
            this.files = files;
        }

        private byte[] next() {
            return files[count++ % files.length];
        }
    }

    /** Images 5 x 4 of MNIST's kind. */
    private static byte[] idx() {
        ByteBuffer file = ByteBuffer.allocate(16 + 12 * 20);
        file.putInt(0x803).putInt(12).putInt(5).putInt(4);
        byte[] pixels = new byte[12 * 20];
        new Random(3).nextBytes(pixels);
        return file.put(pixels).array();
    }

    private Fuzz.Reader reader(byte[] good) {
        String hash = HexFormat.of().formatHex(ContentHash.digest().digest(good));
        CheckedFile file = new CheckedFile("images", good.length, hash);
        return content -> {
            Files.write(folder.resolve("images"), content);
            assertThat(file.read(folder)).isEqualTo(good);
        };
    }
}
