package io.github.l1bench.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a path did, beside its time. JMH's own table adds these up over the shots; its JSON has each. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class PathCounters {
    /** 1 if every value reached its target, else 0. */
    public double reached;
    /** Values that reached their target. */
    public double certified;
    /** Passes spent on all values. */
    public double passes;
    /** The largest certified gap / P of the values reached at all. */
    public double relativeGap;
    /** Nonzero weights at the last value. */
    public double nonzeros;
    /** Seconds that threads had a processor for the path, NaN where they are not counted, and with several threads. */
    public double processorSeconds;
}
