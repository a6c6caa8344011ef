package io.github.l1bench.view;

import io.github.l1bench.result.TracePoint;
import java.util.ArrayList;
import java.util.List;

/** Traces short enough for a page. */
public final class Traces {
    private static final int MOST = 300;

    private Traces() {}

    /**
     * The thinned trace from the first work on: the start itself, at no passes, has no place on a logarithmic axis.
     * Rungs of peers, whose passes nobody knows, stay.
     */
    public static List<TracePoint> started(List<TracePoint> trace) {
        return thin(trace).stream().filter(p -> !(p.passes() <= 0)).toList();
    }

    /**
     * At most {@value #MOST} points of {@code trace}: the first and the last, and between them those nearest to equal
     * steps of log passes, as most charts show passes on a logarithmic axis.
     */
    public static List<TracePoint> thin(List<TracePoint> trace) {
        if (trace.size() <= MOST) {
            return trace;
        }
        List<TracePoint> kept = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < MOST; i++) {
            int index = (int) Math.round(Math.pow(trace.size(), i / (MOST - 1.0))) - 1;
            if (index > last) {
                kept.add(trace.get(index));
                last = index;
            }
        }
        return kept;
    }
}
