package io.github.l1bench.kernel.vector;

import static io.github.l1bench.kernel.vector.Lanes.D;
import static io.github.l1bench.kernel.vector.Lanes.DOUBLES;
import static io.github.l1bench.kernel.vector.Lanes.doubles;
import static jdk.incubator.vector.VectorOperators.ADD;

import java.util.function.IntToDoubleFunction;
import jdk.incubator.vector.DoubleVector;

/** Fused multiply-adds of doubles and nothing else, no memory either: what vector code of one core can reach. */
public final class Ceiling implements IntToDoubleFunction {
    // Two units with a latency of four or five: ten chains keep them busy, and fit sixteen registers.
    private static final int CHAINS = 10;

    /** Does that many multiply-adds, rounded down to full registers. */
    @Override
    public double applyAsDouble(int multiplyAdds) {
        return chains(multiplyAdds / (CHAINS * D), doubles(0.9), doubles(0.1));
    }

    private static double chains(int rounds, DoubleVector a, DoubleVector b) {
        DoubleVector s0 = DoubleVector.zero(DOUBLES), s1 = s0, s2 = s0, s3 = s0, s4 = s0;
        DoubleVector s5 = s0, s6 = s0, s7 = s0, s8 = s0, s9 = s0;
        for (int r = 0; r < rounds; r++) {
            s0 = s0.fma(a, b);
            s1 = s1.fma(a, b);
            s2 = s2.fma(a, b);
            s3 = s3.fma(a, b);
            s4 = s4.fma(a, b);
            s5 = s5.fma(a, b);
            s6 = s6.fma(a, b);
            s7 = s7.fma(a, b);
            s8 = s8.fma(a, b);
            s9 = s9.fma(a, b);
        }
        DoubleVector sum =
                s0.add(s1).add(s2.add(s3)).add(s4.add(s5)).add(s6.add(s7).add(s8.add(s9)));
        return sum.reduceLanes(ADD);
    }
}
