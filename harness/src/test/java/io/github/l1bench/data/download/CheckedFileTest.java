package io.github.l1bench.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.l1bench.data.ContentHash;
import io.github.l1bench.data.DataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedFileTest {
    private static final byte[] CONTENT = "0123456789".repeat(50).getBytes();
    private static final CheckedFile FILE = new CheckedFile(
            "digits",
            CONTENT.length,
            HexFormat.of().formatHex(ContentHash.digest().digest(CONTENT)));

    @TempDir
    private Path folder;

    @Test
    void readsPlainAndGzipWhateverTheyAreCalled() throws IOException {
        Files.write(folder.resolve("digits.gz"), CONTENT);
        assertThat(FILE.read(folder)).isEqualTo(CONTENT);

        Files.write(folder.resolve("digits"), gzip(CONTENT));
        assertThat(FILE.read(folder)).isEqualTo(CONTENT);
    }

    @Test
    void aGzipBombIsCutOffAtTheExpectedSize() throws IOException {
        Files.write(folder.resolve("digits.gz"), gzip(new byte[50_000_000]));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> FILE.read(folder))
                .withMessageContaining("holds more than the expected 500 bytes");
    }

    @Test
    void aFolderInItsPlaceIsSaidSo() throws IOException {
        Files.createDirectory(folder.resolve("digits"));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> FILE.read(folder))
                .withMessageContaining("cannot be read");
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
