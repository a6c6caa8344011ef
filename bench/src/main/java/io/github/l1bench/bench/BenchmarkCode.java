package io.github.l1bench.bench;

import io.github.l1bench.code.CodeFingerprint;
import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.kernel.KernelChoice;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fingerprints of the code that makes a row of JMH's result. */
public final class BenchmarkCode {
    private BenchmarkCode() {}

    /**
     * The fingerprint of a benchmark, of the solver that it times, and of the published solver where it is timed against
     * that one's run; null where one of them is unknown here. Without its {@code solver}, that of a peer's benchmark.
     *
     * @param benchmark full name of class and method
     * @param params its parameters
     */
    public static String of(String benchmark, Map<String, String> params) {
        List<Class<?>> roots = new ArrayList<>();
        try {
            roots.add(Class.forName(className(benchmark)));
            String solver = params.get("solver");
            if (solver != null) {
                roots.add(Variant.parse(solver).solver().getClass());
            }
            if (params.containsKey("kernels")) {
                roots.add(KernelChoice.type(params.get("kernels")));
            }
            String target = params.getOrDefault("target", solver == null ? "" : ShotTarget.PUBLISHED);
            if (target.equals(ShotTarget.PUBLISHED)) {
                roots.add(Solvers.named(PublishedExample.SOLVER).getClass());
            }
        } catch (ClassNotFoundException | IllegalArgumentException e) {
            return null;
        }
        return CodeFingerprint.of(roots.toArray(Class<?>[]::new));
    }

    /** Of {@code benchmark}, full name of class and method, the class. */
    static String className(String benchmark) {
        return benchmark.substring(0, Math.max(0, benchmark.lastIndexOf('.')));
    }
}
