package io.github.l1bench.view;

import io.github.l1bench.run.JmhRow;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the kernels reach of what the machine can do, where JMH measured both.
 *
 * @param kernels the hot loops
 * @param machine loops that do nothing but compute, or read from one level of memory
 */
public record Peaks(List<Rate> kernels, List<Rate> machine) {
    /** What is counted, and JMH's name of it. */
    public enum Measure {
        FLOPS("gigaflopsPerSecond", "Arithmetic (share of the peak)", "GFLOP/s"),
        BYTES("gigabytesPerSecond", "Memory (share of the fastest read)", "GB/s");

        private final String counter;
        private final String title;
        private final String unit;

        Measure(String counter, String title, String unit) {
            this.counter = counter;
            this.title = title;
            this.unit = unit;
        }

        public String title() {
            return title;
        }

        public String unit() {
            return unit;
        }
    }

    /** How much of everything one benchmark does in a second. */
    public record Rate(String name, JmhRow score) {
        /** In the measure's unit; NaN where it was not counted. */
        public double of(Measure measure) {
            return score.counter(measure.counter);
        }

        private boolean isKnown() {
            return Stream.of(Measure.values()).anyMatch(measure -> Double.isFinite(of(measure)));
        }
    }

    public static Peaks of(List<JmhRow> scores) {
        return new Peaks(rates(scores, Benchmarks.KERNELS), rates(scores, Benchmarks.PEAKS));
    }

    private static List<Rate> rates(List<JmhRow> scores, String benchmark) {
        RowNames names = new RowNames(scores);
        return scores.stream()
                .filter(score -> score.className().equals(benchmark))
                .map(score -> new Rate(names.name(score), score))
                .filter(Rate::isKnown)
                .toList();
    }

    /** Whether both were measured. */
    public boolean hasContent() {
        return !kernels.isEmpty() && !machine.isEmpty();
    }

    /** The most that the machine does; NaN where that was not measured. */
    public double highest(Measure measure) {
        return machine.stream()
                .mapToDouble(rate -> rate.of(measure))
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
    }

    /** The peaks of which a share can be told. */
    public List<Rate> having(Measure measure) {
        return machine.stream()
                .filter(peak -> Double.isFinite(peak.of(measure)))
                .toList();
    }
}
