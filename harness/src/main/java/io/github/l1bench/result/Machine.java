package io.github.l1bench.result;

import io.github.l1bench.kernel.KernelChoice;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Reads off the running machine what a {@link Provenance} records. */
public final class Machine {
    private static final String IMAGES = "-Dmnist.dir=";

    private Machine() {}

    /**
     * The provenance of a result that is made now.
     *
     * @param command the command that makes it again
     */
    public static Provenance provenance(String command) {
        Runtime runtime = Runtime.getRuntime();
        Provenance here = new Provenance(
                now(),
                command,
                revision(),
                version(),
                System.getProperty("java.version") + ", " + System.getProperty("java.vm.name") + ", "
                        + System.getProperty("java.vendor"),
                flags(ManagementFactory.getRuntimeMXBean().getInputArguments()),
                host(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                cpu(),
                runtime.availableProcessors(),
                load(),
                runtime.maxMemory(),
                Environment.here().remarks(),
                KernelChoice.KERNELS.name());
        return KernelChoice.remark().map(here::remarking).orElse(here);
    }

    /** {@code arguments} without the folder of the images: where they lie is no condition of a result. */
    static List<String> flags(List<String> arguments) {
        return arguments.stream()
                .map(flag -> flag.startsWith(IMAGES) ? IMAGES : flag)
                .toList();
    }

    /** The provenance of a result that is made now by the program that {@code start} is of. */
    public static Provenance now(Provenance start) {
        return start.at(now(), load());
    }

    private static String now() {
        return OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** The host's name; null where it is unknown. */
    public static String host() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            String name = output("hostname"); // not Linux
            return name == null || name.isEmpty() ? null : name;
        }
    }

    /** The version of this program, as the jar's manifest says. */
    public static String version() {
        String version = Machine.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static String revision() {
        String commit = output("git", "rev-parse", "--short=12", "HEAD");
        if (commit == null || commit.isEmpty()) {
            return null;
        }
        String changes = output("git", "status", "--porcelain", "--untracked-files=no");
        return changes == null || changes.isEmpty() ? commit : commit + "+";
    }

    private static String cpu() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
                if (line.startsWith("model name")) {
                    return line.substring(line.indexOf(':') + 1).trim();
                }
            }
        } catch (IOException e) {
            // Not Linux: ask the next source.
        }
        String brand = output("sysctl", "-n", "machdep.cpu.brand_string");
        return brand != null && !brand.isEmpty() ? brand : System.getProperty("os.arch");
    }

    // The trimmed standard output of a command, or null where there is no such command or it fails.
    private static String output(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0 ? text : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
