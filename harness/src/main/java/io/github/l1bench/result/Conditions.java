package io.github.l1bench.result;

import io.github.l1bench.kernel.KernelChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Under what a run's results were made, as far as all of them share it: what has to be the same for results of two runs
 * to stand side by side.
 *
 * @param dataSha256 hash of the data
 * @param lambda the penalty
 * @param seed of split and samplers
 * @param quick whether budgets were cut
 * @param machine the machine and its Java
 */
public record Conditions(String dataSha256, double lambda, long seed, boolean quick, Provenance machine) {
    // Where data lie and how they are read is no matter: what they are is in their hash. The others change no time.
    private static final List<String> INDIFFERENT = List.of(
            "-Dmnist.dir=",
            "-Dl1bench.data.",
            "-Djava.awt.headless=",
            "-Djmh.ignoreLock=",
            "-Dl1bench.offline=",
            "-Dl1bench.patience=",
            "-Dl1bench.peer.",
            "-Dl1bench.rungs=",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--sun-misc-unsafe-memory-access=");

    /** The conditions of {@code run}. */
    public static Conditions of(RunResult run) {
        return new Conditions(run.data().sha256(), run.lambda(), run.seed(), run.quick(), run.provenance());
    }

    /** How the problem of {@code other} differs: data, penalty, seed. Empty where it is the same. */
    public List<String> otherProblem(Conditions other) {
        List<String> differences = new ArrayList<>();
        compare(differences, "other data", dataSha256, other.dataSha256);
        compare(differences, "other penalty", lambda, other.lambda);
        compare(differences, "other seed", seed, other.seed);
        return differences;
    }

    /** What but the machine is different in {@code other}: the problem, and whether budgets were cut. */
    public List<String> otherRules(Conditions other) {
        List<String> differences = otherProblem(other);
        if (quick != other.quick) {
            differences.add(other.quick ? "quick run" : "full run");
        }
        return differences;
    }

    /** Everything that is different in {@code other}, the problem first. Empty where nothing is. */
    public List<String> differences(Conditions other) {
        List<String> differences = otherRules(other);
        differences.addAll(otherMachine(machine, other.machine));
        return differences;
    }

    /** How the machine of {@code b} or its Java differs from that of {@code a}. Empty where it is the same. */
    public static List<String> otherMachine(Provenance a, Provenance b) {
        List<String> differences = new ArrayList<>();
        compare(differences, "other machine", a.cpu() + a.cores(), b.cpu() + b.cores());
        compare(differences, "other operating system", a.os(), b.os());
        compare(differences, "other Java", a.java(), b.java());
        compare(
                differences,
                "other JVM flags",
                effective(withoutKernels(a.flags())),
                effective(withoutKernels(b.flags())));
        compare(differences, "other heap", a.maxHeapBytes(), b.maxHeapBytes());
        compare(differences, "other kernels", a.kernels(), b.kernels());
        return differences;
    }

    /** Those of the JVM's {@code flags} that can change a time. */
    public static List<String> effective(List<String> flags) {
        return flags.stream()
                .filter(flag -> INDIFFERENT.stream().noneMatch(flag::startsWith))
                .toList();
    }

    // What they are is said by itself.
    private static List<String> withoutKernels(List<String> flags) {
        return flags.stream()
                .filter(flag -> !flag.startsWith("-D" + KernelChoice.PROPERTY + "=")
                        && !flag.equals("--add-modules=" + KernelChoice.MODULE))
                .toList();
    }

    private static void compare(List<String> differences, String name, Object a, Object b) {
        if (!Objects.equals(a, b)) {
            differences.add(name);
        }
    }
}
