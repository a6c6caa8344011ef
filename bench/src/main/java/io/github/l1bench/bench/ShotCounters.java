package io.github.l1bench.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a shot did, beside its time. JMH's own table adds these up over the shots; its JSON has each. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class ShotCounters {
    /** 1 if the solver was asked, 0 if what it would do was decided, so that nothing was timed. */
    public double asked;
    /** 1 if the target was reached, else 0. */
    public double reached;
    /** Passes spent. */
    public double passes;
    /** Certified gap / P of the result. */
    public double relativeGap;
    /** P of the result. */
    public double primal;
    /** Nonzero weights of the result. */
    public double nonzeros;
    /** Bytes allocated by the solve, NaN where the virtual machine does not count them. */
    public double allocatedBytes;
    /** Seconds that threads had a processor for it, NaN where they are not counted, of a peer, and of several threads. */
    public double processorSeconds;
}
