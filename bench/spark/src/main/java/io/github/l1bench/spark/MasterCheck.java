package io.github.l1bench.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;

/** Whether a cluster is there: Spark itself waits a minute for a master, and for executors without end. */
final class MasterCheck {
    private static final int ANSWER_MILLIS = 5000;
    private static final long EXECUTOR_SECONDS = 120;
    private static final long PAUSE_MILLIS = 50;

    private MasterCheck() {}

    /**
     * Waits for one of the masters in a standalone cluster's address, {@code spark://HOST:PORT,HOST:PORT}.
     *
     * @throws IllegalArgumentException in one sentence, if none answers
     */
    static void requireAnswer(String master) {
        if (!master.startsWith("spark://")) {
            return;
        }
        List<String> silent = Stream.of(master.substring("spark://".length()).split(","))
                .map(MasterCheck::silence)
                .toList();
        if (silent.stream().noneMatch(String::isEmpty)) {
            throw new IllegalArgumentException(
                    "no master answers at " + master + " (" + silent.get(0) + "); see that it runs, and where");
        }
    }

    // Why nobody answers; empty where somebody does.
    private static String silence(String address) {
        URI uri = URI.create("spark://" + address);
        if (uri.getHost() == null || uri.getPort() < 0) {
            return "that is not HOST:PORT";
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), ANSWER_MILLIS);
            return "";
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    /**
     * Waits for the first executor, unless they come with the first job or there is none but the driver.
     *
     * @throws IllegalArgumentException in one sentence, if none comes within two minutes
     */
    static void requireExecutor(SparkContext context) {
        if (context.isLocal() || context.conf().getBoolean("spark.dynamicAllocation.enabled", false)) {
            return;
        }
        long end = System.nanoTime() + EXECUTOR_SECONDS * 1_000_000_000L;
        while (context.getExecutorMemoryStatus().size() < 2) { // the driver is one of them
            if (System.nanoTime() > end) {
                throw new IllegalArgumentException("no executor came from " + context.master() + " within "
                        + EXECUTOR_SECONDS + " s; see that its workers are there with cores and memory to spare");
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
