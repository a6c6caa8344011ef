package io.github.l1bench.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This program again, in a Java virtual machine with further arguments; it has this one's terminal and other arguments. */
final class OtherMachine {
    private static final String PARENT = "L1BENCH_PARENT";
    private static final int KILLED = 137;

    private Process process;

    private OtherMachine() {}

    /**
     * Runs it and returns its exit status. It ends when this one is ended: Ctrl-C reaches both, and other signals are
     * handed on.
     *
     * @param jvmArguments beside those of this machine, stronger than they
     * @param arguments of the program
     */
    static int run(List<String> jvmArguments, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(jvmArguments);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        OtherMachine other = new OtherMachine();
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put(PARENT, Long.toString(ProcessHandle.current().pid()));
        // Before it starts, for a signal may come any time.
        Runtime.getRuntime().addShutdownHook(new Thread(other::end));
        return waitFor(other.start(builder));
    }

    /** Lets this machine end soon after the one that started it for its kernels, which a signal may kill; if one did. */
    static void endWithParent() {
        String parent = System.getenv(PARENT);
        if (parent != null) {
            ProcessHandle.of(Long.parseLong(parent))
                    .ifPresentOrElse(
                            handle -> handle.onExit().thenRun(() -> System.exit(KILLED)), () -> System.exit(KILLED));
        }
    }

    private synchronized Process start(ProcessBuilder builder) throws IOException {
        process = builder.start();
        return process;
    }

    // It may have files to finish; whoever reads the exit status of this machine shall find them.
    private synchronized void end() {
        if (process != null) {
            process.destroy();
            waitFor(process);
        }
    }

    private static int waitFor(Process process) {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                process.destroy();
            }
        }
    }
}
