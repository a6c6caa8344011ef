package io.github.l1bench.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What around a measurement may spoil its times: other programs, the processor's governor of its frequency, cores that
 * this process may not use, other Java virtual machines. Linux tells most of it in files; what cannot be read is said
 * where it matters.
 *
 * @param root under which {@code proc} and {@code sys} lie
 * @param cores processors that this virtual machine may use
 * @param load one-minute load average, negative where unknown
 * @param others how many other Java virtual machines run
 */
record Environment(Path root, int cores, double load, long others) {
    private static final long SAMPLE_MILLIS = 300;
    private static final double BUSY = 0.15;
    private static final double TICKS_PER_SECOND = 100;

    /** That of this virtual machine. */
    static Environment here() {
        return new Environment(
                Path.of("/"),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                otherMachines());
    }

    // Those that started this one wait for it.
    private static long otherMachines() {
        Set<Long> own = new HashSet<>();
        for (Optional<ProcessHandle> p = Optional.of(ProcessHandle.current());
                p.isPresent();
                p = p.get().parent()) {
            own.add(p.get().pid());
        }
        return ProcessHandle.allProcesses()
                .filter(process -> !own.contains(process.pid()))
                .filter(process -> process.info()
                        .command()
                        .filter(command -> Path.of(command).endsWith("java"))
                        .isPresent())
                .count();
    }

    /** What to know of times that are measured now, a sentence each; empty where nothing is in the way. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        addLoad(remarks);
        addCores(remarks);
        addGovernor(remarks);
        if (others > 0) {
            remarks.add(
                    others == 1
                            ? "another Java virtual machine was running"
                            : others + " other Java virtual machines were running");
        }
        return List.copyOf(remarks);
    }

    // The average of the last minute also counts what made this program ready, such as its tests.
    private void addLoad(List<String> remarks) {
        double busy = busyCores();
        if (busy > BUSY || Double.isNaN(busy) && load > cores / 2.0) {
            remarks.add(format(
                    "%s (load average %s)",
                    Double.isNaN(busy)
                            ? "other programs may have been running"
                            : format("other programs kept %.1f cores busy", busy),
                    load < 0 ? "unknown" : format("%.2f", load)));
        }
    }

    /** Cores that all programs together keep busy while this thread sleeps; NaN where that is not told. */
    private double busyCores() {
        String before = first("proc/stat");
        long start = System.nanoTime();
        try {
            Thread.sleep(SAMPLE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        }
        return busyCores(before, first("proc/stat"), (System.nanoTime() - start) * 1e-9);
    }

    /** The same from Linux's counts of ticks, {@code seconds} apart. */
    static double busyCores(String before, String after, double seconds) {
        return (busyTicks(after) - busyTicks(before)) / TICKS_PER_SECOND / seconds;
    }

    // user, nice, system, idle, iowait, irq, softirq, steal
    private static double busyTicks(String line) {
        String[] ticks = line.split("\\s+");
        if (ticks.length < 9 || !ticks[0].equals("cpu")) {
            return Double.NaN;
        }
        return IntStream.of(1, 2, 3, 6, 7, 8)
                .mapToDouble(kind -> Double.parseDouble(ticks[kind]))
                .sum();
    }

    private void addCores(List<String> remarks) {
        long installed = installed();
        if (cores < installed) {
            remarks.add("only " + cores + " of " + installed + " cores may be used");
        }
        String[] quota = first("sys/fs/cgroup/cpu.max").split(" ");
        if (quota.length == 2 && !quota[0].equals("max")) {
            remarks.add(format(
                    "a limit of the control group allows %.2f cores",
                    Double.parseDouble(quota[0]) / Double.parseDouble(quota[1])));
        }
        if (cores == 1) {
            remarks.add("there is one core, so that compiler and garbage collector took turns with what was timed");
        }
    }

    private long installed() {
        try (Stream<String> lines = Files.lines(root.resolve("proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("processor")).count();
        } catch (IOException | UncheckedIOException e) {
            return cores; // not Linux: nothing is known of others
        }
    }

    private void addGovernor(List<String> remarks) {
        Set<String> governors = new TreeSet<>();
        for (int core = 0; core < installed(); core++) {
            governors.add(first("sys/devices/system/cpu/cpu" + core + "/cpufreq/scaling_governor"));
        }
        if (governors.stream().allMatch(String::isEmpty)) {
            remarks.add("the frequency governor is not visible, as in a virtual machine");
        } else if (!governors.equals(Set.of("performance"))) {
            governors.remove("");
            remarks.add("the frequency governor is " + String.join(" and ", governors)
                    + ", so that the clock follows the load; 'performance' is steady");
        }
    }

    private String first(String file) {
        try (Stream<String> lines = Files.lines(root.resolve(file))) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
