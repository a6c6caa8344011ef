package io.github.l1bench.kernel;

/**
 * A sum with the rounding errors of its additions carried along (Neumaier, 1974, ZAMM 54): off by at most
 * u |sum| + (n u)^2 sum |terms| up to higher orders, u = 2^-53.
 */
public final class CompensatedSum {
    // Splits 53 bits into 26 and 27 (Dekker, 1971); numbers beyond 1e292 would overflow.
    private static final double SPLITTER = (1 << 27) + 1;

    private double sum;
    private double correction;

    /** Adds {@code term}. */
    public void add(double term) {
        double next = sum + term;
        correction += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }

    /** The sum so far. */
    public double value() {
        return sum + correction;
    }

    /** The sum of the first {@code n} elements of {@code x}. */
    public static double of(double[] x, int n) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < n; i++) {
            sum.add(x[i]);
        }
        return sum.value();
    }

    /**
     * The inner product of the first {@code n} elements of {@code x} and {@code y}, off by at most
     * u |result| + (n u)^2 sum |x_i y_i|: algorithm Dot2 of Ogita, Rump and Oishi (2005, SIAM J. Sci. Comput. 26).
     */
    public static double dot(double[] x, double[] y, int n) {
        double sum = 0;
        double correction = 0;
        for (int i = 0; i < n; i++) {
            double product = x[i] * y[i];
            double next = sum + product;
            double part = next - sum;
            correction += productError(x[i], y[i], product) + ((sum - (next - part)) + (product - part));
            sum = next;
        }
        return sum + correction;
    }

    // a b - product, exactly (Veltkamp and Dekker).
    private static double productError(double a, double b, double product) {
        double t = SPLITTER * a;
        double aHigh = t - (t - a);
        double aLow = a - aHigh;
        t = SPLITTER * b;
        double bHigh = t - (t - b);
        double bLow = b - bHigh;
        return aLow * bLow - (((product - aHigh * bHigh) - aLow * bHigh) - aHigh * bLow);
    }
}
