package io.github.l1bench.figure;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One line of a {@link LineChart}.
 *
 * @param name what the legend calls it
 * @param mark its colour and dashes
 * @param x abscissas
 * @param y ordinates, as many
 * @param halfWidths of the ordinates' intervals, as many; 0 or NaN where there is none
 */
public record Curve(String name, Mark mark, double[] x, double[] y, double[] halfWidths) {
    /** A curve without intervals. */
    public Curve(String name, Mark mark, double[] x, double[] y) {
        this(name, mark, x, y, new double[y.length]);
    }

    /** Checks that there are as many ordinates as abscissas. */
    public Curve {
        if (x.length != y.length || x.length != halfWidths.length) {
            throw new IllegalArgumentException("curve " + name + " has " + x.length + " abscissas and " + y.length
                    + " ordinates; they must pair up");
        }
    }

    /** The part of this curve that the axes can show; an interval does not reach below a tenth of its ordinate. */
    Curve shown(boolean logarithmicX, boolean logarithmicY) {
        int[] kept = IntStream.range(0, x.length)
                .filter(i -> Range.shows(x[i], logarithmicX) && Range.shows(y[i], logarithmicY))
                .toArray();
        return new Curve(
                name,
                mark,
                IntStream.of(kept).mapToDouble(i -> x[i]).toArray(),
                IntStream.of(kept).mapToDouble(i -> y[i]).toArray(),
                IntStream.of(kept)
                        .mapToDouble(i -> halfWidths[i] > 0 ? Math.min(halfWidths[i], 0.9 * Math.abs(y[i])) : 0)
                        .toArray());
    }

    /** Whether it has an interval to draw. */
    boolean hasIntervals() {
        return DoubleStream.of(halfWidths).anyMatch(half -> half > 0);
    }
}
