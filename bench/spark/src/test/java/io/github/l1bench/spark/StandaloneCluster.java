package io.github.l1bench.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A master of Spark's own and workers of one core, each a process. */
final class StandaloneCluster {
    private static final String DEPLOY = "org.apache.spark.deploy.";
    private static final String SIGN = "Starting Spark master at ";

    private final Path classPath;
    private final Path folder;
    private final String address;
    private final List<Process> processes = new ArrayList<>();

    private StandaloneCluster(Path classPath, Path folder, Process master, String address) {
        this.classPath = classPath;
        this.folder = folder;
        this.address = address;
        processes.add(master);
    }

    /** Starts a master on {@code host}; logs are written to {@code folder}. */
    static StandaloneCluster start(Path classPath, Path folder, String host) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "master", ".log");
        Process master = Processes.start(
                classPath, log, DEPLOY + "master.Master", "--host", host, "--port", "0", "--webui-port", "0");
        return new StandaloneCluster(classPath, folder, master, address(log));
    }

    private static String address(Path log) throws IOException, InterruptedException {
        for (int wait = 0; wait < 600; wait++) {
            String said = Files.readString(log);
            int at = said.indexOf(SIGN);
            if (at >= 0) {
                return said.substring(at + SIGN.length()).lines().findFirst().orElseThrow();
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("no master: " + Files.readString(log));
    }

    /** The master's, {@code spark://HOST:PORT}. */
    String address() {
        return address;
    }

    /**
     * Starts a worker on {@code host}.
     *
     * @param prefix words before the command, such as those that start it in another namespace
     */
    Process addWorker(String host, List<String> prefix) throws IOException {
        Path log = folder.resolve("worker-" + processes.size() + ".log");
        String work = folder.resolve("work").toString();
        List<String> words = List.of(
                "--host", host, "--webui-port", "0", "--cores", "1", "--memory", "700m", "--work-dir", work, address);
        Process worker =
                Processes.start(prefix, classPath, log, DEPLOY + "worker.Worker", words.toArray(String[]::new));
        processes.add(worker);
        return worker;
    }

    /** Ends all of it, executors too. */
    void stop() {
        processes.forEach(Process::destroy);
    }
}
