package io.github.l1bench.figure;

/**
 * One line of a {@link LineChart}.
 *
 * @param name what the legend calls it
 * @param mark its colour and dashes
 * @param x abscissas
 * @param y ordinates, as many
 */
public record Curve(String name, Mark mark, double[] x, double[] y) {
    /** Checks that there are as many ordinates as abscissas. */
    public Curve {
        if (x.length != y.length) {
            throw new IllegalArgumentException("curve " + name + " has " + x.length + " abscissas and " + y.length
                    + " ordinates; they must pair up");
        }
    }
}
