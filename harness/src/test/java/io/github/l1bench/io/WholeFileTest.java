package io.github.l1bench.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    private static void assertRefused(Path file, String why) {
        assertThatIOException()
                .isThrownBy(() -> WholeFile.write(file, "new"))
                .withMessage(file + " cannot be written (" + why + ")");
    }

    @Test
    void aFolderOfTheFilesNameIsNamedAndStays() throws IOException {
        Path file = Files.createDirectory(folder.resolve("run.json"));
        assertRefused(file, "it is a folder");
        assertThat(folder).isDirectoryNotContaining("glob:**.part.*");
        assertThat(file).isEmptyDirectory();
    }

    @Test
    void aFileInPlaceOfItsFolderIsNamed() throws IOException {
        Path taken = Files.writeString(folder.resolve("figures"), "old");
        assertRefused(taken.resolve("a.svg"), taken + " is no folder");
        assertRefused(taken.resolve("b").resolve("a.svg"), taken.resolve("b") + " is no folder");
        assertThat(taken).hasContent("old");
    }

    @Test
    void whatTheContentFailsOfIsSaidOfTheFileItself() {
        Path file = folder.resolve("a.pdf");
        assertThatIOException()
                .isThrownBy(() -> WholeFile.write(file, temporary -> {
                    throw new IOException("No space left on device");
                }))
                .withMessage(file + " cannot be written (No space left on device)");
        assertThat(folder).isEmptyDirectory();
    }
}
