package io.github.l1bench.compare;

import io.github.l1bench.run.JmhRow;
import io.github.l1bench.run.JmhSetup.Difference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What measured the same in two runs.
 *
 * @param before its row in the first run, null where it is not there
 * @param after its row in the second run, null where it is not there
 */
record RowPair(JmhRow before, JmhRow after) {
    private static final String BUDGET = "budget";

    /**
     * Every row of both runs, each once: what is missing in the second run first. Rows are the same by benchmark, mode and
     * all parameters; the budget alone may differ, which is a condition and not what was measured.
     */
    static List<RowPair> all(List<JmhRow> before, List<JmhRow> after) {
        Map<JmhRow, JmhRow> partners = new IdentityHashMap<>();
        List<JmhRow> open = new ArrayList<>(before);
        match(open, after, JmhRow::key, partners);
        match(open, after, RowPair::keyWithoutBudget, partners);
        // A failure has no mode.
        match(open, after.stream().filter(JmhRow::failed).toList(), JmhRow::subject, partners);
        List<JmhRow> failed =
                new ArrayList<>(open.stream().filter(JmhRow::failed).toList());
        open.removeAll(failed);
        match(failed, after, JmhRow::subject, partners);
        open.addAll(failed);
        List<RowPair> pairs = new ArrayList<>();
        open.forEach(row -> pairs.add(new RowPair(row, null)));
        after.forEach(row -> pairs.add(new RowPair(partners.get(row), row)));
        return pairs;
    }

    // Takes from `open` what has a partner that has none yet.
    private static void match(
            List<JmhRow> open, List<JmhRow> after, Function<JmhRow, String> identity, Map<JmhRow, JmhRow> partners) {
        Map<String, Deque<JmhRow>> free = new HashMap<>();
        after.stream()
                .filter(row -> !partners.containsKey(row))
                .forEach(row -> free.computeIfAbsent(identity.apply(row), key -> new ArrayDeque<>())
                        .add(row));
        open.removeIf(row -> {
            JmhRow partner =
                    free.getOrDefault(identity.apply(row), new ArrayDeque<>()).poll();
            if (partner != null) {
                partners.put(partner, row);
            }
            return partner != null;
        });
    }

    private static String keyWithoutBudget(JmhRow row) {
        Map<String, String> params = new TreeMap<>(row.params());
        params.remove(BUDGET);
        return row.benchmark() + params + row.mode() + row.compares();
    }

    /** The one of the second run, or where there is none that of the first. */
    JmhRow row() {
        return after == null ? before : after;
    }

    /** The conditions under which the two were measured differently; none where one of them was not measured. */
    List<Difference> differences() {
        if (before == null || after == null || before.failed() || after.failed()) {
            return List.of();
        }
        List<Difference> differences = new ArrayList<>(before.setup().differences(after.setup()));
        String first = before.params().get(BUDGET);
        String second = after.params().get(BUDGET);
        if (!Objects.equals(first, second)) {
            differences.add(new Difference("budget of a solve", first + " s", second + " s", false));
        }
        String data = before.notes().dataSha256();
        if (data != null
                && after.notes().dataSha256() != null
                && !data.equals(after.notes().dataSha256())) {
            differences.add(
                    new Difference("hash of the data", data, after.notes().dataSha256(), false));
        }
        return differences;
    }
}
