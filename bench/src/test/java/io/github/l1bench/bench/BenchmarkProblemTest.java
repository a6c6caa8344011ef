package io.github.l1bench.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.l1bench.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkProblemTest {
    @TempDir
    private Path folder;

    @Test
    void aForkLoadsWhatItsParentWasAskedFor() throws IOException {
        Path file = Files.writeString(folder.resolve("data.svm"), "0 0:1\n1 1:1\n");
        Path test = Files.writeString(folder.resolve("test.svm"), "1 1:5\n");
        Map<String, String> options =
                Map.of("zero-based", "", "features", "9", "test-file", test.toString(), "mnist-dir", "elsewhere");

        Dataset fork = underArguments(
                BenchmarkProblem.forkArguments(options, true, 3), () -> BenchmarkProblem.load("libsvm:" + file));

        assertThat(fork.train().columns()).isEqualTo(9);
        assertThat(fork.testLabels()).containsExactly(1);
        assertThat(BenchmarkProblem.load("libsvm:" + file, options, true).info().sha256())
                .isEqualTo(fork.info().sha256());
    }

    private interface Load {
        Dataset get();
    }

    // What a fork's arguments do to its properties.
    private static Dataset underArguments(List<String> arguments, Load load) {
        for (String argument : arguments) {
            String[] property = argument.substring("-D".length()).split("=", 2);
            System.setProperty(property[0], property[1]);
        }
        try {
            return load.get();
        } finally {
            arguments.forEach(
                    argument -> System.clearProperty(argument.substring(2).split("=", 2)[0]));
        }
    }

    @Test
    void whatCanBeReadOnceOnlyIsNoDataForForks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchmarkProblem.load("libsvm:-", Map.of(), false))
                .withMessageContaining("libsvm:- can be read once only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchmarkProblem.load("csv:data.csv", Map.of("test-file", "-"), false))
                .withMessageContaining("can be read once only");
    }
}
