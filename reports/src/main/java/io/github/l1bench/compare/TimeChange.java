package io.github.l1bench.compare;

import io.github.l1bench.run.JmhRow;
import io.github.l1bench.statistics.Holm;
import io.github.l1bench.statistics.Ratio;
import io.github.l1bench.view.TargetTime;
import java.util.List;

/**
 * One of JMH's rows in two runs.
 *
 * @param pair the rows
 * @param margin share of slowing down that is tolerated
 * @param ratio of their times; null where one of them is no time, as its target was not reached
 * @param verdict what can be said of it
 */
record TimeChange(RowPair pair, double margin, Ratio ratio, Verdict verdict) {
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
     * corrected for the number of rows after S. Holm (Scand. J. Statist. 6, 1979).
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
            return new TimeChange(pair, margin, null, absent);
        }
        boolean counted = TargetTime.counts(before);
        boolean counts = TargetTime.counts(after);
        if (counted && counts) {
            Ratio ratio = Ratio.of(before.secondsPerOperation(), after.secondsPerOperation(), margin);
            return new TimeChange(pair, margin, ratio, ratio.value() > 1 + margin ? Verdict.UNTOLD : Verdict.UNKNOWN);
        }
        Verdict verdict = counts
                ? Verdict.GAINED
                : after.failed() && !before.failed() ? Verdict.FAILED : counted ? Verdict.LOST : Verdict.NEVER;
        return new TimeChange(pair, margin, null, verdict);
    }

    private static List<TimeChange> judged(List<TimeChange> changes) {
        List<TimeChange> tested = changes.stream()
                .filter(c -> c.ratio() != null && c.ratio().tested())
                .toList();
        // Half of it is for what became slower, so that the verdict is that of the two-sided interval.
        List<TimeChange> slower =
                Holm.significant(tested, SIGNIFICANCE / 2, c -> c.ratio().pSlower());
        List<TimeChange> different =
                Holm.significant(tested, SIGNIFICANCE, c -> c.ratio().pDifferent());
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

    private TimeChange with(Verdict judged) {
        return new TimeChange(pair, margin, ratio, judged);
    }
}
