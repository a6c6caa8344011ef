package io.github.l1bench.bench;

import io.github.l1bench.kernel.KernelChoice;

/** The kernels that a fork was started with. */
final class RunningKernels {
    private RunningKernels() {}

    /**
     * Refuses to measure others than {@code name}.
     *
     * @throws IllegalStateException in one sentence
     */
    static void require(String name) {
        String running = KernelChoice.KERNELS.name();
        if (!running.equals(name)) {
            throw new IllegalStateException(KernelChoice.remark()
                    .orElse("kernels '" + name + "' are to be measured and '" + running
                            + "' run here; the command 'jmh' starts forks that have them"));
        }
    }
}
