package io.github.l1bench.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.run.RunFolder;
import io.github.l1bench.view.RunView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -Dl1bench.docs=write} writes the numbers of the reference run into the documents. */
class DocumentedNumbersTest {
    private static final RunFolder REFERENCE = new RunFolder(Path.of("reference"));

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/early-stopping.md"})
    void documentsQuoteTheReferenceRun(String name) throws IOException {
        Path document = Path.of("..", name);
        String text = Files.readString(document);
        String written = new DocumentedNumbers(RunView.read(REFERENCE)).written(text);
        if ("write".equals(System.getProperty("l1bench.docs"))) {
            Files.writeString(document, written);
        } else {
            assertThat(text)
                    .as("numbers of %s; write them by the command of CONTRIBUTING.md", name)
                    .isEqualTo(written);
        }
    }

    @Test
    void theReadmeHasAtMost1200Words() throws IOException {
        String text = Files.readString(Path.of("..", "README.md"));
        // Every sign between blanks, those of tables and commands too, as wc counts them.
        assertThat(text.strip().split("\\s+")).hasSizeLessThanOrEqualTo(1200);
    }

    @Test
    void theReferenceRunNamesNoFolderOfAMachine() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("reference")).filter(Files::isRegularFile)) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(Files.readString(file)).doesNotContainPattern("-D[\\w.-]+=/|/tmp/|/home/"));
        }
    }
}
