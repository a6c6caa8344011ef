package io.github.l1bench.data.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.l1bench.data.DataException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextFileTest {
    private static final String TEXT = "1 1:0.5\n0 2:1e1 # sm\u00f8rrebr\u00f8d\n";
    // Longer than all buffers, and it does not pack well.
    private static final String LONG = new Random(5)
            .ints(60_000, 0, 1_000_000_000)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining("\n"));
    private static final byte[] NEWLINES = "\n".repeat(8_000_000).getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BYTES = TEXT.getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("data.any"), content);
    }

    private String read(byte[] content) throws IOException {
        return read(TextFile.named(file(content).toString()));
    }

    private static String read(TextFile file) {
        StringWriter text = new StringWriter();
        file.read(content -> content.reader(CodingErrorAction.REPORT).transferTo(text));
        return text.toString();
    }

    private void refused(byte[] content, String message) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(content))
                .withMessageStartingWith(folder.resolve("data.any").toString())
                .withMessageContaining(message)
                .withMessageContaining("; ")
                .withMessageNotContaining("\n");
    }

    @Test
    void howItIsPackedIsToldByItsContent() throws IOException {
        for (byte[] packed : Packed.everyWay(LONG.getBytes(StandardCharsets.UTF_8))) {
            assertThat(read(packed)).isEqualTo(LONG);
        }
        assertThat(read(LONG.getBytes(StandardCharsets.UTF_8))).isEqualTo(LONG);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        byte[] marked = ("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8);

        assertThat(read(marked)).isEqualTo(TEXT);
        assertThat(read(Packed.bzip2(marked))).isEqualTo(TEXT);
    }

    @Test
    void partsPackedOneAfterTheOtherAreOneText() throws IOException {
        for (byte[] packed : List.of(Packed.gzip(BYTES), Packed.bzip2(BYTES), Packed.xz(BYTES))) {
            byte[] twice = Arrays.copyOf(packed, 2 * packed.length);
            System.arraycopy(packed, 0, twice, packed.length, packed.length);

            assertThat(read(twice)).isEqualTo(TEXT + TEXT);
        }
    }

    @Test
    void truncatedAndDamagedPackingIsNamed() throws IOException {
        List<byte[]> files = Packed.everyWay(LONG.getBytes(StandardCharsets.UTF_8));
        for (byte[] packed : files) {
            String way = Packing.of(packed).toString();
            refused(Arrays.copyOf(packed, packed.length / 2), "is truncated or damaged " + way);
            refused(
                    Arrays.copyOf(packed, 7),
                    way.equals("zip") ? "is a zip archive without a whole file" : "is truncated or damaged " + way);
            byte[] damaged = packed.clone();
            damaged[packed.length / 2] ^= 0x10;
            refused(damaged, "is truncated or damaged " + way);
        }
    }

    @Test
    void aZipArchiveHoldsOneFileWhateverFoldersItHas() throws IOException {
        assertThat(read(Packed.zip(BYTES, "folder/", "folder/data.svm", "__MACOSX/", "__MACOSX/._data.svm")))
                .isEqualTo(TEXT);
        refused(Packed.zip(BYTES, "a.svm", "b.svm"), "zip archive of several files; unpack it");
        refused(Packed.zip(BYTES, "folder/"), "zip archive without a whole file");
        for (String first :
                List.of("[Content_Types].xml", "docProps/app.xml", "xl/worksheets/sheet1.xml", "_rels/.rels")) {
            refused(Packed.zip(BYTES, first, "xl/workbook.xml"), "office document; save its table as CSV");
        }
        refused(Packed.zip(BYTES, "x.npy", "y.npy"), "archive of several NumPy arrays; save them as CSV");
        refused(bytes('P', 'K', 5, 6, 0, 0, 0, 0), "zip archive without a file; fetch it again");
    }

    @Test
    void anEncryptedZipArchiveIsNamed() {
        byte[] zip = Packed.zip(BYTES, "data.svm");
        zip[6] |= 1; // the flag in the file's header

        refused(zip, "zip archive that is encrypted or packed in a rare way");
    }

    @Test
    void aZipArchivePackedInARareWayIsNamed() {
        for (int way : new int[] {14, 19, 20, 93, 95, 96, 98, 99}) {
            byte[] zip = Packed.zip(BYTES, "data.svm");
            zip[8] = (byte) way; // the method of packing in the file's header

            refused(zip, "zip archive that is encrypted or packed in a rare way");
        }
    }

    @Test
    void aSmallFileDoesNotBecomeAHugeOne() {
        for (byte[] bomb : Packed.everyWay(NEWLINES)) {
            refused(bomb, "expands more than 200-fold; if that is meant, unpack it first");
        }
    }

    @Test
    void whatIsPackedTwiceIsNamedAndNotUnpackedTwice() {
        for (byte[] packed : Packed.everyWay(BYTES)) {
            String inner = Packing.of(packed).toString();
            for (byte[] twice : Packed.everyWay(packed)) {
                refused(twice, "is " + inner + " inside of " + Packing.of(twice) + "; unpack it once");
            }
        }
    }

    @Test
    void aDictionaryThatIsClaimedToBeHugeTakesNoMemory() {
        refused(Packed.withHugeDictionary(Packed.xz(BYTES)), "takes more than 80 MB to be unpacked; unpack it first");
    }

    private static Stream<Arguments> foreign() {
        return Stream.of(
                Arguments.of("\n <!DOCTYPE html><html>", "is a web page or XML"),
                Arguments.of("<?xml version='1.0'?>", "is a web page or XML"),
                Arguments.of("\ufeff<html>", "is a web page or XML"),
                Arguments.of("{\"error\": 404}", "is JSON"),
                Arguments.of("[[1, 2], [3, 4]]", "is JSON"),
                Arguments.of("version https://git-lfs.github.com/spec/v1\noid sha256:00\n", "'git lfs pull'"),
                Arguments.of("%PDF-1.7", "is a PDF document"),
                Arguments.of("PAR1....", "is a Parquet file"),
                Arguments.of("SQLite format 3\u0000", "is an SQLite database"),
                Arguments.of("1 1:\u0000 2:3", "is a binary file"));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void whatIsNoTextOfNumbersIsNamedAlsoInsideOfPacking(String content, String what) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        refused(bytes, what);
        for (byte[] packed : Packed.everyWay(bytes)) {
            refused(packed, what);
        }
    }

    @Test
    void otherEncodingsAndArchivesAreNamed() {
        refused(TEXT.getBytes(StandardCharsets.UTF_16LE), "is UTF-16 text; save it as UTF-8");
        refused(TEXT.getBytes(StandardCharsets.UTF_16BE), "is UTF-16 text; save it as UTF-8");
        refused(TEXT.getBytes(StandardCharsets.UTF_16), "is UTF-16 text; save it as UTF-8");
        refused(bytes(0xff, 0xfe, 0, 0, '1', 0, 0, 0), "is UTF-32 text; save it as UTF-8");
        refused(bytes(0, 0, 0xfe, 0xff, 0, 0, 0, '1'), "is UTF-32 text; save it as UTF-8");
        refused(bytes(0x28, 0xb5, 0x2f, 0xfd, 0, 1), "is packed by zstd");
        refused(bytes('7', 'z', 0xbc, 0xaf, 0x27, 0x1c, 0, 4), "is a 7-Zip archive");
        refused(bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), "is an office document");
        refused(bytes(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0), "is a NumPy array");
        refused(bytes(0x89, 'H', 'D', 'F', '\r', '\n'), "is an HDF5 file");
        refused(bytes(0, 0, 8, 3, 0, 0, 0xea, 0x60), "is a binary file");
        refused(Packed.tar("data.svm"), "is a tar archive");
        refused(Packed.gzip(Packed.tar("data.svm")), "is a tar archive");
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Test
    void textInTheVeryLastByteOfItsBeginningIsText() throws IOException {
        byte[] exact = "1".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);

        assertThat(read(exact)).hasSize(1 << 16);
        assertThat(read(new byte[0])).isEmpty();
    }

    @Test
    void standardInputIsReadAndStaysOpen() {
        InputStream usual = System.in;
        boolean[] closed = new boolean[1];
        System.setIn(new ByteArrayInputStream(Packed.xz(BYTES)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        });
        try {
            assertThat(read(TextFile.named("-"))).isEqualTo(TEXT);
        } finally {
            System.setIn(usual);
        }
        assertThat(closed[0]).isFalse();
        assertThat(TextFile.named("-").isRepeatable()).isFalse();
        assertThat(TextFile.named("-").title()).isEqualTo("standard input");
    }

    /** Where nothing is ready at the end of a part, more may come. */
    @Test
    void aPipeIsReadToItsEndAndItsExpansionIsLimitedToo() throws Exception {
        Path pipe = folder.resolve("data.any");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThat(TextFile.named(pipe.toString()).isRepeatable()).isFalse();

        CompletableFuture<Void> slow = writing(pipe, Packed.gzip(BYTES), Packed.gzip(BYTES));
        assertThat(read(TextFile.named(pipe.toString()))).isEqualTo(TEXT + TEXT);
        slow.join();

        CompletableFuture<Void> bomb = writing(pipe, Packed.gzip(NEWLINES));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(TextFile.named(pipe.toString())))
                .withMessageContaining("expands more than 200-fold");
        bomb.join();
    }

    private static CompletableFuture<Void> writing(Path pipe, byte[]... parts) {
        return CompletableFuture.runAsync(() -> {
            try (var out = Files.newOutputStream(pipe)) {
                for (byte[] part : parts) {
                    out.write(part);
                    Thread.sleep(200);
                }
            } catch (IOException e) {
                // the reader has seen enough
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void whatIsNotThereOrAFolderIsNamed() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(TextFile.named(folder.resolve("absent").toString())))
                .withMessageContaining("there is no file " + folder.resolve("absent"));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(TextFile.named(folder.toString())))
                .withMessage(folder + " is a folder; name a file in it");
        assertThat(TextFile.named(folder.resolve("absent").toString()).isRepeatable())
                .as("reading it says what is wrong")
                .isTrue();
    }

    @Test
    void aStoreThatFailsIsNotTakenForDamage() {
        ByteArrayOutputStream any = new ByteArrayOutputStream();
        any.writeBytes(Packed.gzip(LONG.getBytes(StandardCharsets.UTF_8)));
        InputStream failing = new InputStream() {
            private final InputStream good = new ByteArrayInputStream(any.toByteArray(), 0, any.size() / 2);

            @Override
            public int read() throws IOException {
                int read = good.read();
                if (read < 0) {
                    throw new IOException("the disk is gone");
                }
                return read;
            }
        };

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new UnpackedBytes("file", 0, failing).readAllBytes())
                .withMessage("the disk is gone");
    }
}
