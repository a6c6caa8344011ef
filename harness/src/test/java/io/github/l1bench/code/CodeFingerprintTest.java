package io.github.l1bench.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Solvers;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeFingerprintTest {
    private static final String SOLVER =
            "class Mine { Step step = new Step(); java.util.function.Supplier<Object> s = () -> new Rule[1]; }";
    private static final String STEP = "class Step { double length() { return Far.LENGTHS[0]; } }";
    private static final String FAR = "class Far { static final double[] LENGTHS = {1}; }";
    private static final String RULE = "class Rule {}";
    private static final Map<String, String> PROGRAM = Map.of("Mine", SOLVER, "Step", STEP, "Far", FAR, "Rule", RULE);

    @TempDir
    private static Path folder;

    private static int folders;

    @Test
    void anotherSolverBesideItChangesNothing() throws Exception {
        assertThat(fingerprint(compiled(with("Other", "class Other { Step step; }"))))
                .isEqualTo(fingerprint(compiled(PROGRAM)))
                .hasSize(64);
    }

    @Test
    void aChangeOfWhatItUsesChangesItHoweverFarAway() throws Exception {
        String before = fingerprint(compiled(PROGRAM));
        String far = "class Far { static final double[] LENGTHS = {2}; }";
        assertThat(fingerprint(compiled(with("Far", far)))).isNotEqualTo(before);
        assertThat(fingerprint(compiled(with("Rule", "class Rule { int half; }"))))
                .as("named in a lambda, as the element of an array")
                .isNotEqualTo(before);
        assertThat(fingerprint(compiled(with("Mine", SOLVER.replace("{ Step", "{ int own; Step")))))
                .isNotEqualTo(before);
    }

    @Test
    void aChangeOfWhatMeasuresItChangesIt() throws Exception {
        Map<String, String> measured = with("Meter", "class Meter { long start; }");
        Map<String, String> changed = with("Meter", "class Meter { long start; long end; }");
        assertThat(fingerprint(compiled(measured), "Mine", "Meter"))
                .isNotEqualTo(fingerprint(compiled(changed), "Mine", "Meter"))
                .isEqualTo(fingerprint(compiled(measured), "Meter", "Mine"));
    }

    @Test
    void whereAndWhenItWasPackedChangesNothing() throws Exception {
        Path classes = compiled(PROGRAM);
        Path early = jar("early.jar", classes, 0, false);
        Path late = jar("late.jar", classes, 1_000_000_000_000L, true);
        assertThat(fingerprint(early)).isEqualTo(fingerprint(classes)).isEqualTo(fingerprint(late));
    }

    @Test
    void noClassOfTheJdkIsPartOfIt() {
        assertThat(CodeFingerprint.of(String.class)).isNull();
    }

    @Test
    void registeredSolversDifferAndRepeatThemselves() {
        List<String> once = registered();
        assertThat(once).doesNotHaveDuplicates().isEqualTo(registered());
    }

    private static List<String> registered() {
        return Solvers.all().stream()
                .map(Solver::getClass)
                .map(CodeFingerprint::of)
                .toList();
    }

    private static Map<String, String> with(String name, String source) {
        Map<String, String> program = new TreeMap<>(PROGRAM);
        program.put(name, source);
        return program;
    }

    private static String fingerprint(Path where, String... roots) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {where.toUri().toURL()}, null)) {
            List<Class<?>> classes = new ArrayList<>();
            for (String root : roots.length == 0 ? new String[] {"Mine"} : roots) {
                classes.add(loader.loadClass(root));
            }
            return CodeFingerprint.of(classes.toArray(Class<?>[]::new));
        }
    }

    private static Path compiled(Map<String, String> program) throws IOException {
        Path sources = Files.createDirectory(folder.resolve("sources-" + folders));
        Path classes = Files.createDirectory(folder.resolve("classes-" + folders++));
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : program.entrySet()) {
            files.add(Files.writeString(sources.resolve(source.getKey() + ".java"), source.getValue()));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-d", classes.toString());
            assertThat(compiler.getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                            .call())
                    .isTrue();
        }
        return classes;
    }

    private static Path jar(String name, Path classes, long time, boolean reversed) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(classes)) {
            files = new ArrayList<>(found.sorted().toList());
        }
        if (reversed) {
            Collections.reverse(files);
        }
        Path jar = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Path each : files) {
                JarEntry entry = new JarEntry(each.getFileName().toString());
                entry.setLastModifiedTime(FileTime.fromMillis(time));
                out.putNextEntry(entry);
                Files.copy(each, out);
                out.closeEntry();
            }
        }
        return jar;
    }
}
