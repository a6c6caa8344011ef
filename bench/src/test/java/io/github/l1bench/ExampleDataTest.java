package io.github.l1bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.l1bench.data.DataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of src/example-data: a data set in a jar of its own. */
@Tag("long")
class ExampleDataTest {
    @TempDir
    private static Path folder;

    private static ExampleJar jar;

    @BeforeAll
    static void compilesAndPacks() throws IOException {
        jar = ExampleJar.of(Path.of("src", "example-data"), "TwoMoons", DataSource.class.getName(), folder);
    }

    @Test
    void isListedWithItsOption() throws Exception {
        assertThat(jar.benchmarks("datasets")).contains("moons\n", "two half moons", "--noise=TENTHS", "mnist\n");
        assertThat(jar.benchmarks("solve", "--help")).contains("--noise=TENTHS");
    }

    @Test
    void isSolvedAndReportedUnderTheNamesOfItsClasses() throws Exception {
        Path run = folder.resolve("run");
        jar.benchmarks(
                "run",
                "--data",
                "moons",
                "--noise",
                "2",
                "--solvers",
                "prox-newton",
                "--quick",
                "--out",
                run.toString());
        JsonNode result = new ObjectMapper().readTree(Files.readString(run.resolve("run.json")));

        assertThat(result.get("data").get("labels"))
                .extracting(JsonNode::textValue)
                .containsExactly("upper", "lower");
        assertThat(result.get("cells").get(0).get("status").textValue()).isEqualTo("certified");
        jar.benchmarks("report", run.toString());
        assertThat(run.resolve("index.html")).content().contains("Two moons");
    }

    @Test
    void isBenchmarkedInForksThatFindItsJar() throws Exception {
        Path times = folder.resolve("times.json");
        jar.benchmarks(("-Djmh.ignoreLock=true jmh TimeToTarget -f 1 -wi 0 -i 1 -p data=moons --noise 0 -p target=1e-3"
                        + " -p budget=5 -p solver=prox-newton -rf json -rff " + times)
                .split(" "));

        assertThat(new ObjectMapper().readTree(Files.readString(times)))
                .extracting(row -> row.get("params").get("data").textValue())
                .containsExactly("moons");
    }
}
