package io.github.l1bench.data.input;

import io.github.l1bench.data.DataException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A text that somebody has: a file, packed or plain, a named pipe, or standard input.
 *
 * @param path where it is; empty for standard input
 */
public record TextFile(Optional<Path> path) {
    private static final String STANDARD_INPUT = "-";

    /** The file of that path, or standard input under the name {@code -}. */
    public static TextFile named(String path) {
        return new TextFile(path.equals(STANDARD_INPUT) ? Optional.empty() : Optional.of(Path.of(path)));
    }

    /** What people call it: the last part of its path. */
    public String title() {
        return path.map(Path::getFileName).map(Path::toString).orElse(name());
    }

    /** For messages: its path, or {@code standard input}. */
    public String name() {
        return path.map(Path::toString).orElse("standard input");
    }

    /** As it is named after {@code libsvm:} or the like. */
    String argument() {
        return path.map(Path::toString).orElse(STANDARD_INPUT);
    }

    /** Whether it can be read again, which pipes cannot. */
    public boolean isRepeatable() {
        return path.isPresent() && (Files.isRegularFile(path.get()) || Files.notExists(path.get()));
    }

    /** What reads a text. */
    @FunctionalInterface
    public interface Use {
        /** Reads {@code content}, which is closed afterwards. */
        void read(TextContent content) throws IOException;
    }

    /**
     * Opens it and lets {@code use} read it.
     *
     * @throws DataException if it cannot be read or is no text of numbers, or what {@code use} throws
     */
    public void read(Use use) {
        try (InputStream file = open();
                TextContent content = new TextContent(this, size(), file)) {
            use.read(content);
        } catch (NoSuchFileException e) {
            throw new DataException("there is no file " + name() + "; check the path", e);
        } catch (IOException e) {
            throw new DataException(name() + " cannot be read (" + e + "); check that it is a readable file", e);
        }
    }

    private InputStream open() throws IOException {
        if (path.isEmpty()) {
            return new Unclosed(System.in);
        }
        if (Files.isDirectory(path.get())) {
            throw new DataException(name() + " is a folder; name a file in it");
        }
        return Files.newInputStream(path.get());
    }

    private long size() throws IOException {
        return path.isPresent() ? Files.size(path.get()) : 0;
    }

    // Standard input is not ours to close.
    private static final class Unclosed extends FilterInputStream {
        private Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // stays open
        }
    }
}
