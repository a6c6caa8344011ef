package io.github.l1bench.page;

import io.github.l1bench.figure.Figure;
import io.github.l1bench.figure.FigureFiles;
import io.github.l1bench.io.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files beside a page. */
public final class PageFiles {
    private PageFiles() {}

    /** Deletes what an earlier report left: files of these endings that were not written now. */
    static void forgetOthers(Path folder, Set<String> written, String... endings) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                boolean ours = Stream.of(endings).anyMatch(ending -> name.endsWith("." + ending));
                if (ours && !written.contains(name)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Writes figures in all formats, several at a time; figures of other names in {@code folder} are deleted. */
    public static void write(Map<String, Figure> figures, Path folder) throws IOException {
        try {
            figures.entrySet().parallelStream().forEach(figure -> write(figure.getValue(), folder, figure.getKey()));
            String[] formats = {"svg", "png", "pdf"};
            Set<String> files = figures.keySet().stream()
                    .flatMap(name -> Stream.of(formats).map(format -> name + "." + format))
                    .collect(Collectors.toSet());
            forgetOthers(folder, files, formats);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(Figure figure, Path folder, String name) {
        try {
            WholeFile.write(folder.resolve(name + ".svg"), FigureFiles.svg(figure));
            FigureFiles.writePng(figure, folder, name);
            FigureFiles.writePdf(figure, folder, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
