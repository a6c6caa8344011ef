package io.github.l1bench.compare;

import io.github.l1bench.run.JmhRow;
import io.github.l1bench.run.ProcessorTimes;
import io.github.l1bench.statistics.Holm;
import io.github.l1bench.statistics.Ratio;
import io.github.l1bench.view.TargetTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of JMH's rows in two runs.
 *
 * @param pair the rows
 * @param margin share of slowing down that is tolerated
 * @param ratio of their times; null where one of them is no time, as its target was not reached
 * @param processor ratio of the times that threads had a processor; null likewise, and where one does not know
 * @param verdict what can be said of it
 * @param byProcessor whether the processor's ratio says so and the clock's alone would not
 */
record TimeChange(RowPair pair, double margin, Ratio ratio, Ratio processor, Verdict verdict, boolean byProcessor) {
    private static final double SIGNIFICANCE = 0.05;

    /** What can be said of a change of a time. */
    enum Verdict {
        /** Slower beyond the margin, significantly. */
        SLOWER("slower", true),
        /** Slower beyond the margin, by too few forks to tell whether by chance. */
        UNTOLD("slower beyond the margin, but with too few forks it cannot be told whether by chance", true),
        /** The target was reached before and is not now. */
        LOST("no longer reached", true),
        /** Measured before and failed now. */
        FAILED("fails now", true),
        /** Measured before and not there now. */
        MISSING("missing in the second run", true),
        /** Faster, significantly. */
        FASTER("faster", false),
        /** The target is reached now and was not before. */
        GAINED("now reached", false),
        /** Not there before. */
        NEW("only in the second run", false),
        /** Slower, significantly, but not beyond the margin. */
        TOLERATED("slower within the margin", false),
        /** No significant change. */
        SAME("no significant change", false),
        /** No time in either. */
        NEVER("not reached in either", false),
        /** Not slower beyond the margin, by too few forks for a test. */
        UNKNOWN("too few forks", false);

        final String words;
        final boolean isRegression;

        Verdict(String words, boolean isRegression) {
            this.words = words;
            this.isRegression = isRegression;
        }
    }

    /**
     * All rows that one of the runs has. A change counts as significant at 5 % for the whole table: the probabilities are
     * corrected for the number of tests after S. Holm (Scand. J. Statist. 6, 1979). There are two of a row that knows
     * both times: the clock's, and the processor's, which tells more where other programs made threads wait.
     */
    static List<TimeChange> all(List<RowPair> pairs, Margins margins) {
        return judged(pairs.stream()
                .map(pair -> untested(pair, margins.of(pair.row())))
                .toList());
    }

    private static TimeChange untested(RowPair pair, double margin) {
        JmhRow before = pair.before();
        JmhRow after = pair.after();
        if (before == null || after == null) {
            Verdict absent = before == null ? Verdict.NEW : before.failed() ? Verdict.NEVER : Verdict.MISSING;
            return new TimeChange(pair, margin, null, null, absent, false);
        }
        boolean counted = TargetTime.counts(before);
        boolean counts = TargetTime.counts(after);
        if (counted && counts) {
            Ratio ratio = Ratio.of(before.secondsPerOperation(), after.secondsPerOperation(), margin);
            Ratio processor = Ratio.of(ProcessorTimes.of(before), ProcessorTimes.of(after), margin);
            Verdict untold = ratio.value() > 1 + margin ? Verdict.UNTOLD : Verdict.UNKNOWN;
            return new TimeChange(pair, margin, ratio, processor.tested() ? processor : null, untold, false);
        }
        Verdict verdict = counts
                ? Verdict.GAINED
                : after.failed() && !before.failed() ? Verdict.FAILED : counted ? Verdict.LOST : Verdict.NEVER;
        return new TimeChange(pair, margin, null, null, verdict, false);
    }

    private static List<TimeChange> judged(List<TimeChange> changes) {
        List<Ratio> tested = changes.stream()
                .flatMap(c -> Stream.of(c.ratio, c.processor))
                .filter(ratio -> ratio != null && ratio.tested())
                .toList();
        // Half of it is for what became slower, so that the verdict is that of the two-sided interval.
        List<Ratio> slower = Holm.significant(tested, SIGNIFICANCE / 2, Ratio::pSlower);
        List<Ratio> different = Holm.significant(tested, SIGNIFICANCE, Ratio::pDifferent);
        return changes.stream()
                .map(c -> c.ratio != null && c.ratio.tested() ? c.judged(slower, different) : c)
                .toList();
    }

    private TimeChange judged(List<Ratio> slower, List<Ratio> different) {
        Verdict onClock = verdict(ratio, slower, different);
        Verdict onProcessor = processor == null ? Verdict.SAME : verdict(processor, slower, different);
        Verdict both = both(onClock, onProcessor, ratio.interval().high() <= 1 + margin);
        return new TimeChange(pair, margin, ratio, processor, both, both != onClock);
    }

    // Where the clock tells nothing, the processor does. Where they contradict each other, the clock decides:
    // people wait by it, and more threads may do more work in less time.
    private static Verdict both(Verdict onClock, Verdict onProcessor, boolean withinMargin) {
        boolean isTold = onClock == Verdict.FASTER || onClock == Verdict.SLOWER;
        if (isTold || onProcessor == Verdict.SAME) {
            return onClock;
        }
        if (onProcessor == Verdict.SLOWER && withinMargin) {
            return Verdict.TOLERATED;
        }
        return onClock == Verdict.TOLERATED && onProcessor == Verdict.FASTER ? onClock : onProcessor;
    }

    private static Verdict verdict(Ratio ratio, List<Ratio> slower, List<Ratio> different) {
        if (slower.contains(ratio)) {
            return Verdict.SLOWER;
        }
        if (!different.contains(ratio)) {
            return Verdict.SAME;
        }
        return ratio.value() < 1 ? Verdict.FASTER : Verdict.TOLERATED;
    }
}
