package io.github.l1bench.collection;

import io.github.l1bench.name.KnownName;
import io.github.l1bench.name.NearNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Finds collections: those that come with this program by their names, others by the paths of their files. */
public final class CollectionFile {
    /** The names of the collections that come with this program, from small to large. */
    public static final List<String> SHIPPED = List.of("small", "standard", "large");

    private static final String ENDING = ".collection";
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final long LONGEST = 10_000_000;

    private CollectionFile() {}

    /**
     * The collection of that name, or in the file of that path.
     *
     * @throws IllegalArgumentException in one sentence, which names the line, if there is none or the file is wrong
     * @throws IOException if the file cannot be read
     */
    public static Collection read(String nameOrPath) throws IOException {
        if (SHIPPED.contains(nameOrPath)) {
            return new CollectionReader(nameOrPath, nameOrPath)
                    .read(shipped(nameOrPath).lines().toList());
        }
        Path file = file(nameOrPath);
        String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        try {
            return new CollectionReader(name, nameOrPath)
                    .read(text(file).lines().toList());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(nameOrPath + " is no text in UTF-8; a collection is a file of lines", e);
        }
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IllegalArgumentException(file + " is longer than " + LONGEST / 1_000_000
                    + " MB; a collection is a list of data sets, and their numbers stand in files of their own");
        }
        String text = Files.readString(file);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    private static Path file(String path) {
        try {
            Path file = Path.of(path);
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            // there is no such file either
        }
        NearNames names = new NearNames(SHIPPED.stream().map(KnownName::of).toList());
        throw new IllegalArgumentException("there is no collection '" + path + "', nor a file of that name"
                + names.answer(path, "those that come with this program are"));
    }

    /** The text of a collection that comes with this program, to be read and copied. */
    public static String shipped(String name) throws IOException {
        try (InputStream text = CollectionFile.class.getResourceAsStream(name + ENDING)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
