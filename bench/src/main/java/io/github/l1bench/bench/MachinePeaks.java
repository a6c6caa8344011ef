package io.github.l1bench.bench;

import io.github.l1bench.kernel.KernelChoice;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToDoubleFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one core of this machine gives at most: the measure of {@link Kernels}. The plain forms are what C2 vectorises,
 * separate arrays under one index; on a core with AVX-512 they were within a tenth of the same loops written with C's
 * intrinsics, but for reads from the first two levels of cache, of which they get three quarters. Vector code, which needs
 * no loads and stores between its multiply-adds, has a ceiling of its own; {@code -p kernels=plain,vector} measures both.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(5)
@Warmup(iterations = 3, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 80, timeUnit = TimeUnit.MILLISECONDS)
public class MachinePeaks {
    private static final int LENGTH = 1024;
    private static final int REPEATS = 100;
    private static final int MULTIPLY_ADDS = 8;

    private final double[] x = new double[LENGTH];
    private final double[] y = new double[LENGTH];

    /** Fills the arrays and says what a call does. */
    @Setup(Level.Trial)
    public void prepare() {
        Arrays.fill(x, 1);
        new Work(2.0 * MULTIPLY_ADDS * LENGTH * REPEATS, 0).of(MachinePeaks.class, "multiplyAdd");
    }

    /** Whose ceiling. */
    @State(Scope.Thread)
    public static class Ceiling {
        private static final String VECTOR = "io.github.l1bench.kernel.vector.Ceiling";

        /** The kernels, {@code plain} or {@code vector}; forks are started so that they have them. */
        @Param("plain")
        public String kernels;

        private IntToDoubleFunction vector;

        /** Loads what needs a module that is not always there. */
        @Setup(Level.Trial)
        public void prepare() throws ReflectiveOperationException {
            RunningKernels.require(kernels);
            if (kernels.equals(KernelChoice.VECTOR_NAME)) {
                vector = (IntToDoubleFunction)
                        Class.forName(VECTOR).getConstructor().newInstance();
            }
        }
    }

    /**
     * Fused multiply-adds of doubles: plain, eight on each element between a load and a store, elements independent; by
     * vectors, in registers only.
     */
    @Benchmark
    public double[] multiplyAdd(Ceiling ceiling) {
        if (ceiling.vector != null) {
            y[0] = ceiling.vector.applyAsDouble(MULTIPLY_ADDS * LENGTH * REPEATS);
            return y;
        }
        for (int r = 0; r < REPEATS; r++) {
            eightMultiplyAdds(x, y, 0.9, 0.1, LENGTH);
        }
        return y;
    }

    // Longer chains are no faster; much longer ones C2 does not unroll and so leaves scalar.
    private static void eightMultiplyAdds(double[] x, double[] y, double a, double b, int n) {
        for (int i = 0; i < n; i++) {
            double t = x[i];
            t = Math.fma(t, a, b);
            t = Math.fma(t, a, b);
            t = Math.fma(t, a, b);
            t = Math.fma(t, a, b);
            t = Math.fma(t, a, b);
            t = Math.fma(t, a, b);
            t = Math.fma(t, a, b);
            t = Math.fma(t, a, b);
            y[i] = t;
        }
    }

    /** Reads of 16 KB again and again. */
    @Benchmark
    public double[] readFirstLevelCache(FirstLevelCache memory) {
        return memory.read();
    }

    /** Reads of 512 KB again and again. */
    @Benchmark
    public double[] readSecondLevelCache(SecondLevelCache memory) {
        return memory.read();
    }

    /** Reads of 31 MB again and again, as much as 5,000 x 784 doubles: the dense MNIST design. */
    @Benchmark
    public double[] readDenseMnist(DenseMnist memory) {
        return memory.read();
    }

    /** Reads of 512 MB again and again, more than any cache. */
    @Benchmark
    public double[] readMemory(Memory memory) {
        return memory.read();
    }

    /** Doubles to be read, in arrays that are added up element by element into one that stays in the nearest cache. */
    @State(Scope.Thread)
    public abstract static class Doubles {
        private static final int READ_AT_LEAST = 1 << 17;

        private final String method;
        private final int count;
        private final int length;
        private final int repeats;
        private double[][] arrays;
        private double[] sums;

        Doubles(String method, int count, int length) {
            this.method = method;
            this.count = count;
            this.length = length;
            this.repeats = Math.max(1, READ_AT_LEAST / (count * length));
        }

        /** Makes the arrays and says what a call does. */
        @Setup(Level.Trial)
        public void prepare() {
            arrays = new double[count][length];
            sums = new double[length];
            double bytes = (double) Double.BYTES * repeats * count * length;
            new Work(0, bytes).of(MachinePeaks.class, method);
        }

        double[] read() {
            for (int r = 0; r < repeats; r++) {
                for (int q = 0; q < count; q += 4) {
                    addFour(sums, arrays[q], arrays[q + 1], arrays[q + 2], arrays[q + 3], length);
                }
            }
            return sums;
        }

        // Four streams of reads: with fewer the sums cost too much, with eight JDK 17 does not vectorise.
        private static void addFour(double[] s, double[] a, double[] b, double[] c, double[] d, int n) {
            for (int i = 0; i < n; i++) {
                s[i] += (a[i] + b[i]) + (c[i] + d[i]);
            }
        }
    }

    /** 16 KB, and 4 KB of sums. */
    public static class FirstLevelCache extends Doubles {
        public FirstLevelCache() {
            super("readFirstLevelCache", 4, 512);
        }
    }

    /** 512 KB. */
    public static class SecondLevelCache extends Doubles {
        public SecondLevelCache() {
            super("readSecondLevelCache", 64, 1024);
        }
    }

    /** 31.4 MB. */
    public static class DenseMnist extends Doubles {
        public DenseMnist() {
            super("readDenseMnist", 960, 4096);
        }
    }

    /** 512 MB. */
    public static class Memory extends Doubles {
        public Memory() {
            super("readMemory", 16384, 4096);
        }
    }
}
