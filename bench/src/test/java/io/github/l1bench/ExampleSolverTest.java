package io.github.l1bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.l1bench.solver.Solver;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The example of src/example: a solver in a jar of its own, made and used as its author would. */
@Tag("slow")
class ExampleSolverTest {
    private static final Path SOURCES = Path.of("src", "example");

    @TempDir
    private static Path folder;

    private static ExampleJar jar;

    @BeforeAll
    static void compilesAndPacks() throws IOException {
        jar = ExampleJar.of(SOURCES, "Ista", Solver.class.getName(), folder);
    }

    @Tag("long")
    @Test
    void runsBesideTheOthersInSeveralVariants() throws Exception {
        Path run = folder.resolve("run");
        jar.benchmarks(
                "run",
                "--data",
                "digits",
                "--train",
                "100",
                "--test",
                "100",
                "--solvers",
                "ista;ista[step=0.3];proximal-*",
                "--gap",
                "1e-1",
                "--max-seconds",
                "20",
                "--no-study",
                "--quick",
                "--out",
                run.toString());
        JsonNode cells = new ObjectMapper()
                .readTree(Files.readString(run.resolve("run.json")))
                .get("cells");
        assertThat(cells)
                .extracting(cell -> cell.get("label").textValue())
                .contains("ista", "ista[step=0.3]", "proximal-gradient");
        for (JsonNode cell : cells) {
            if (cell.get("label").textValue().startsWith("ista")) {
                assertThat(cell.get("status").textValue()).isEqualTo("certified");
                assertThat(cell.get("relativeGap").doubleValue()).isLessThanOrEqualTo(1e-1);
            }
        }
        jar.benchmarks("report", run.toString());
        assertThat(run.resolve("index.html")).content().contains("ista[step=0.3]", "proximal-gradient");
    }

    @Tag("long")
    @Test
    void isBenchmarkedInForksThatFindItsJar() throws Exception {
        Path times = folder.resolve("times.json");
        jar.benchmarks(
                "-Djmh.ignoreLock=true",
                "jmh",
                "TimeToTarget",
                "-f",
                "1",
                "-wi",
                "0",
                "-i",
                "1",
                "-p",
                "data=digits",
                "-p",
                "target=1e-1",
                "-p",
                "budget=0.5",
                "-p",
                "solver=ista[step=0.1,shrink=0.4]",
                "-rf",
                "json",
                "-rff",
                times.toString());
        assertThat(new ObjectMapper().readTree(Files.readString(times)))
                .extracting(row -> row.get("params").get("solver").textValue())
                .containsExactly("ista[shrink=0.4;step=0.1]");
    }

    @Test
    void keepsTheContractThatItsTestExtendsInOneLine() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("test-classes"));
        ExampleJar.compile(SOURCES.resolve("test/example/IstaTest.java"), jar.classPath(), classes);
        URL[] path = {classes.toUri().toURL(), jar.path().toUri().toURL()};
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        System.setProperty("l1bench.contract", "quick");
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
            thread.setContextClassLoader(loader);
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(loader.loadClass("example.IstaTest")))
                    .build();
            LauncherFactory.create().execute(request, summary);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        } finally {
            thread.setContextClassLoader(usual);
            System.clearProperty("l1bench.contract");
        }
        Stream<String> failures = summary.getSummary().getFailures().stream()
                .map(f -> f.getTestIdentifier().getUniqueId() + ": " + f.getException());
        assertThat(failures).isEmpty();
        assertThat(summary.getSummary().getTestsSucceededCount()).isGreaterThan(100);
    }
}
