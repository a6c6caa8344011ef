package io.github.l1bench.report;

import io.github.l1bench.run.JmhRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * One of JMH's rows in two runs.
 *
 * @param name benchmark and parameters
 * @param before the row in the first run
 * @param after the row in the second run
 * @param ratio of their times; null where one of them is no time, as its target was not reached
 * @param verdict what can be said of it
 */
record TimeChange(String name, JmhRow before, JmhRow after, Ratio ratio, Verdict verdict) {
    private static final double SIGNIFICANCE = 0.05;

    /** What can be said of a change of a time. */
    enum Verdict {
        /** Slower beyond the margin, significantly. */
        SLOWER("slower"),
        /** The target was reached before and is not now. */
        LOST("no longer reached"),
        /** Faster, significantly. */
        FASTER("faster"),
        /** The target is reached now and was not before. */
        GAINED("now reached"),
        /** Slower, significantly, but not beyond the margin. */
        TOLERATED("slower within the margin"),
        /** No significant change. */
        SAME("no significant change"),
        /** Not reached in either. */
        NEVER("not reached in either"),
        /** Too few samples to tell. */
        UNKNOWN("too few samples");

        final String words;

        Verdict(String words) {
            this.words = words;
        }

        boolean isRegression() {
            return this == SLOWER || this == LOST;
        }
    }

    /**
     * All rows that both runs have. A change counts as significant at 5 % for the whole table: the probabilities are
     * corrected for the number of rows after S. Holm (Scand. J. Statist. 6, 1979).
     */
    static List<TimeChange> all(List<JmhRow> before, List<JmhRow> after, double margin) {
        Map<String, JmhRow> byName = new LinkedHashMap<>();
        before.forEach(score -> byName.put(name(score), score));
        List<TimeChange> changes = new ArrayList<>();
        for (JmhRow score : after) {
            JmhRow old = byName.get(name(score));
            if (old != null && Double.isFinite(score.seconds()) && Double.isFinite(old.seconds())) {
                changes.add(untested(old, score, margin));
            }
        }
        return judged(changes);
    }

    static String name(JmhRow score) {
        return score.key();
    }

    private static TimeChange untested(JmhRow before, JmhRow after, double margin) {
        if (TargetTime.counts(before) && TargetTime.counts(after)) {
            Ratio ratio = Ratio.of(seconds(before), seconds(after), margin);
            return new TimeChange(name(after), before, after, ratio, Verdict.UNKNOWN);
        }
        Verdict verdict =
                TargetTime.counts(before) ? Verdict.LOST : TargetTime.counts(after) ? Verdict.GAINED : Verdict.NEVER;
        return new TimeChange(name(after), before, after, null, verdict);
    }

    private static double[] seconds(JmhRow score) {
        double[] seconds = score.independent();
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] *= score.unitSeconds();
        }
        return seconds;
    }

    private static List<TimeChange> judged(List<TimeChange> changes) {
        List<TimeChange> tested = changes.stream()
                .filter(c -> c.ratio() != null && c.ratio().tested())
                .toList();
        List<TimeChange> slower = significant(tested, c -> c.ratio().pSlower());
        List<TimeChange> different = significant(tested, c -> c.ratio().pDifferent());
        return changes.stream()
                .map(c -> tested.contains(c) ? c.with(verdict(c, slower, different)) : c)
                .toList();
    }

    private static Verdict verdict(TimeChange change, List<TimeChange> slower, List<TimeChange> different) {
        if (slower.contains(change)) {
            return Verdict.SLOWER;
        }
        if (!different.contains(change)) {
            return Verdict.SAME;
        }
        return change.ratio().value() < 1 ? Verdict.FASTER : Verdict.TOLERATED;
    }

    /** Holm's procedure: the smallest probabilities while the i-th of m, from 0, is at most 5 % / (m - i). */
    private static List<TimeChange> significant(List<TimeChange> changes, ToDoubleFunction<TimeChange> probability) {
        List<TimeChange> sorted =
                changes.stream().sorted(Comparator.comparingDouble(probability)).toList();
        int kept = 0;
        while (kept < sorted.size()
                && probability.applyAsDouble(sorted.get(kept)) <= SIGNIFICANCE / (sorted.size() - kept)) {
            kept++;
        }
        return sorted.subList(0, kept);
    }

    private TimeChange with(Verdict judged) {
        return new TimeChange(name, before, after, ratio, judged);
    }
}
