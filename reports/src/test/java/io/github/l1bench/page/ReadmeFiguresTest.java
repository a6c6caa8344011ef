package io.github.l1bench.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The reference run keeps the figures that README shows, and no others. */
class ReadmeFiguresTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void exactlyTheFiguresOfTheReadmeAreKept() throws IOException {
        List<String> shown = found("README.md", "\\]\\((reports/reference/figures/[^)]+)\\)");

        assertThat(shown)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(ROOT.resolve(file)).isNotEmptyFile());
        assertThat(found(".gitignore", "(?m)^!/(reports/reference/figures/.+)$"))
                .containsExactlyInAnyOrderElementsOf(shown);
    }

    private static List<String> found(String file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(ROOT.resolve(file)))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }
}
