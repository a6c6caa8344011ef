package io.github.l1bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * An example of a plug-in, made and used as its author would.
 *
 * @param path of the jar
 */
record ExampleJar(Path path) {
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    /**
     * Compiles and packs one class.
     *
     * @param sources folder that holds {@code java} and {@code resources}
     * @param name of the class, in the package {@code example}
     * @param service the interface that it is registered for
     * @param folder to work in
     */
    static ExampleJar of(Path sources, String name, String service, Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(sources.resolve("java/example/" + name + ".java"), CLASS_PATH, classes);
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            String line = "META-INF/services/" + service;
            add(out, "example/" + name + ".class", classes.resolve("example/" + name + ".class"));
            add(out, line, sources.resolve("resources").resolve(line));
        }
        return new ExampleJar(jar);
    }

    private static void add(JarOutputStream out, String name, Path content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        Files.copy(content, out);
        out.closeEntry();
    }

    /** The class path of this test with the jar. */
    String classPath() {
        return CLASS_PATH + File.pathSeparator + path;
    }

    /** Compiles one class, without warnings. */
    static void compile(Path source, String classPath, Path into) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of("-Xlint:all", "-Werror", "-proc:none", "-cp", classPath, "-d", into.toString());
        var files = compiler.getStandardFileManager(null, null, null);
        boolean compiled = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
                .call();
        assertThat(compiled).as(messages.toString()).isTrue();
    }

    /**
     * Runs a command that succeeds and returns what it prints.
     *
     * @param arguments JVM options first, where some are needed, then the command and its options
     */
    String benchmarks(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        List<String> rest = new ArrayList<>(List.of(arguments));
        while (rest.get(0).startsWith("-D")) {
            command.add(rest.remove(0));
        }
        command.addAll(List.of("-cp", classPath(), "io.github.l1bench.cli.Main"));
        command.addAll(rest);
        Path output = Files.createTempFile(path.getParent(), "output", ".txt");
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        String printed = Files.readString(output);
        assertThat(status).as(printed).isZero();
        return printed;
    }
}
