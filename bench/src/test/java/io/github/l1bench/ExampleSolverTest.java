package io.github.l1bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
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
    private static final String SERVICES = "META-INF/services/io.github.l1bench.solver.Solver";
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    private static Path folder;

    private static Path jar;

    @BeforeAll
    static void compilesAndPacks() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(SOURCES.resolve("java/example/Ista.java"), CLASS_PATH, classes);
        jar = folder.resolve("ista.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            add(out, "example/Ista.class", classes.resolve("example/Ista.class"));
            add(out, SERVICES, SOURCES.resolve("resources").resolve(SERVICES));
        }
    }

    private static void compile(Path source, String classPath, Path into) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of("-Xlint:all", "-Werror", "-proc:none", "-cp", classPath, "-d", into.toString());
        var files = compiler.getStandardFileManager(null, null, null);
        boolean compiled = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
                .call();
        assertThat(compiled).as(messages.toString()).isTrue();
    }

    private static void add(JarOutputStream out, String name, Path content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        Files.copy(content, out);
        out.closeEntry();
    }

    @Test
    void runsBesideTheOthersInSeveralVariants() throws Exception {
        Path run = folder.resolve("run");
        benchmarks(
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
        benchmarks("report", run.toString());
        assertThat(run.resolve("index.html")).content().contains("ista[step=0.3]", "proximal-gradient");
    }

    @Test
    void isBenchmarkedInForksThatFindItsJar() throws Exception {
        Path times = folder.resolve("times.json");
        benchmarks(
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

    // A JVM option first, where one is needed, then the command and its options.
    private static String benchmarks(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        List<String> rest = new ArrayList<>(List.of(arguments));
        while (rest.get(0).startsWith("-D")) {
            command.add(rest.remove(0));
        }
        command.addAll(List.of("-cp", CLASS_PATH + File.pathSeparator + jar, "io.github.l1bench.cli.Main"));
        command.addAll(rest);
        Path output = Files.createTempFile(folder, "output", ".txt");
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        String printed = Files.readString(output);
        assertThat(status).as(printed).isZero();
        return printed;
    }

    @Test
    void keepsTheContractThatItsTestExtendsInOneLine() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("test-classes"));
        compile(SOURCES.resolve("test/example/IstaTest.java"), CLASS_PATH + File.pathSeparator + jar, classes);
        URL[] path = {classes.toUri().toURL(), jar.toUri().toURL()};
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
