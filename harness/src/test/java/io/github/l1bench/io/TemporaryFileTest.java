package io.github.l1bench.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFileTest {
    private static final long NOBODY = 999_999_999_999L;

    @TempDir
    private Path folder;

    @Test
    void itGetsItsNameOnlyWhenKept() throws IOException {
        Path target = folder.resolve("new").resolve("figure.png");
        try (TemporaryFile temporary = TemporaryFile.beside(target)) {
            Files.writeString(temporary.path(), "half");
        }
        assertThat(target.getParent()).isEmptyDirectory();

        try (TemporaryFile temporary = TemporaryFile.beside(target)) {
            assertThat(temporary.path().toString()).endsWith(".png");
            Files.writeString(temporary.path(), "whole");
            temporary.keep();
        }
        assertThat(target).hasContent("whole");
        assertThat(target.getParent()).isDirectoryNotContaining("glob:**.part.*");
    }

    @Test
    void aFileThatCannotBeReplacedIsUntouched() throws IOException {
        Path target = Files.createDirectory(folder.resolve("target"));
        Files.writeString(target.resolve("content"), "old");
        try (TemporaryFile temporary = TemporaryFile.beside(target)) {
            assertThatIOException().isThrownBy(temporary::keep);
        }
        assertThat(target.resolve("content")).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.part.*");
    }

    @Test
    void whatDeadProcessesLeftIsDeletedOnceItIsQuiet() throws IOException {
        Path dead = left(NOBODY, Duration.ofMinutes(1));
        Path deadButRecent = left(NOBODY, Duration.ZERO);
        Path namesake = left(ProcessHandle.current().pid(), Duration.ofMinutes(1));
        TemporaryFile.beside(folder.resolve("a.json")).close();

        assertThat(dead).doesNotExist();
        assertThat(namesake).as("of a dead process that had our number").doesNotExist();
        assertThat(deadButRecent).as("of a process on another machine, perhaps").exists();
    }

    @Test
    void whatAProcessWritesIsNeverDeleted() throws IOException {
        ProcessHandle other = ProcessHandle.current().parent().orElseThrow();
        Path slow = left(other.pid(), Duration.ofHours(1));
        try (TemporaryFile own = TemporaryFile.beside(folder.resolve("own"))) {
            Files.setLastModifiedTime(own.path(), FileTime.from(Instant.now().minus(Duration.ofHours(1))));
            TemporaryFile.beside(folder.resolve("a.json")).close();

            assertThat(slow).exists();
            assertThat(own.path()).exists();
        }
        Files.setLastModifiedTime(slow, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        TemporaryFile.beside(folder.resolve("a.json")).close();
        assertThat(slow).as("nobody writes for two days").doesNotExist();
    }

    @Test
    void otherFilesAreNobodysBusiness() throws IOException {
        Path hidden = Files.writeString(folder.resolve(".part.json"), "mine");
        Path alike = Files.writeString(folder.resolve(".12.part.json"), "mine");
        for (Path file : new Path[] {hidden, alike}) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(9))));
        }
        TemporaryFile.beside(folder.resolve("a.json")).close();

        assertThat(hidden).exists();
        assertThat(alike).exists();
    }

    private Path left(long process, Duration age) throws IOException {
        Path file = Files.writeString(folder.resolve("." + process + "." + age.toMillis() + ".part.run.json"), "{");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }
}
