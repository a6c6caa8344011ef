package io.github.l1bench.experiment;

import io.github.l1bench.result.TracePoint;
import io.github.l1bench.solver.Monitor;
import io.github.l1bench.solver.Solution;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The times of a run that is made again and again. The same solver with the same seed takes the same steps, so that the
 * points of the first run's trace need no other certificate: of the others only the clock is read at the same points.
 */
final class Repeats {
    private final List<TracePoint> trace;
    private final List<double[]> seconds = new ArrayList<>();
    private final List<Double> total = new ArrayList<>();

    /** @param trace of the first run, which gave {@code solution} */
    Repeats(List<TracePoint> trace, Solution solution) {
        this.trace = trace;
        seconds.add(trace.stream().mapToDouble(TracePoint::seconds).toArray());
        total.add(solution.seconds());
    }

    /** Reads the clock of one more run, and nothing else. */
    static final class Stopwatch implements Monitor {
        private final SamplingPoints points = new SamplingPoints();
        private final List<Moment> moments = new ArrayList<>();

        @Override
        public boolean goOn(Moment moment) {
            if (points.include(moment)) {
                // without the supplier, which holds on to the solver's state
                moments.add(new Moment(moment.passes(), moment.iterations(), moment.seconds(), null));
            }
            return true;
        }
    }

    /** Adds a run; returns false, and takes nothing of it, where it took other steps than the first. */
    boolean add(Stopwatch watch, Solution solution) {
        List<Monitor.Moment> moments = new ArrayList<>(watch.moments);
        if (moments.size() < trace.size()) {
            moments.add(new Monitor.Moment(solution.passes(), solution.iterations(), solution.seconds(), null));
        }
        if (moments.size() != trace.size()) {
            return false;
        }
        for (int i = 0; i < trace.size(); i++) {
            if (moments.get(i).passes() != trace.get(i).passes()) {
                return false;
            }
        }
        seconds.add(moments.stream().mapToDouble(Monitor.Moment::seconds).toArray());
        total.add(solution.seconds());
        return true;
    }

    /** Number of runs, the first included. */
    int count() {
        return total.size();
    }

    /** The median time of the whole run. */
    double seconds() {
        return StatUtils.percentile(
                total.stream().mapToDouble(Double::doubleValue).toArray(), 50);
    }

    /** The trace of the first run with the median time of every point. */
    List<TracePoint> trace() {
        List<TracePoint> medians = new ArrayList<>();
        for (int i = 0; i < trace.size(); i++) {
            int point = i;
            double[] times = seconds.stream().mapToDouble(run -> run[point]).toArray();
            TracePoint first = trace.get(i);
            medians.add(new TracePoint(first.passes(), first.epochs(), StatUtils.percentile(times, 50), first.fit()));
        }
        return List.copyOf(medians);
    }
}
