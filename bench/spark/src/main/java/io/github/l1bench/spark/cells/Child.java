package io.github.l1bench.spark.cells;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A virtual machine that runs a command of benchmarks.jar in a folder, and ends with this one. */
final class Child {
    private static final int LOG = 4000;

    private final List<String> start;
    private final Path folder;
    private final Path log;

    /**
     * @param flags of the virtual machine
     * @param jars its class path
     * @param folder that it works in
     */
    Child(List<String> flags, List<String> jars, Path folder) throws URISyntaxException {
        this.folder = folder;
        this.log = folder.resolve("log");
        List<String> path = new ArrayList<>(jars);
        path.add(Path.of(Tether.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString());
        this.start = new ArrayList<>();
        start.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        start.addAll(flags);
        start.addAll(List.of("-cp", String.join(java.io.File.pathSeparator, path)));
        start.addAll(List.of(Tether.class.getName(), CellTask.MAIN));
    }

    /**
     * Runs {@code command}.
     *
     * @return its exit status, or -1 if it did not end within {@code seconds}
     */
    int run(List<String> command, long seconds) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(start);
        whole.addAll(command);
        Process child = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            return child.waitFor(seconds, TimeUnit.SECONDS) ? child.exitValue() : -1;
        } finally {
            child.descendants().forEach(ProcessHandle::destroyForcibly); // JMH's forks
            child.destroyForcibly().waitFor();
        }
    }

    /** The last that it has said. */
    String said() throws IOException {
        String text = Files.readString(log);
        return text.substring(Math.max(0, text.length() - LOG));
    }
}
