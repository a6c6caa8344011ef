package io.github.l1bench.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference run keeps the figures that documents show, and no others. */
class ReadmeFiguresTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void exactlyTheFiguresOfTheDocumentsAreKept() {
        List<String> shown = Stream.of("README.md", "docs/early-stopping.md")
                .flatMap(file -> found(file, "\\]\\((?:\\.\\./)?(reports/reference/figures/[^)]+)\\)").stream())
                .toList();

        assertThat(shown)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(ROOT.resolve(file)).isNotEmptyFile());
        assertThat(found(".gitignore", "(?m)^!/(reports/reference/figures/.+)$"))
                .containsExactlyInAnyOrderElementsOf(shown);
    }

    private static List<String> found(String file, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text(file))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    private static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
