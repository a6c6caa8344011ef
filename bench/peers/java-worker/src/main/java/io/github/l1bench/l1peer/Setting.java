package io.github.l1bench.l1peer;

import java.util.Map;

/**
 * What is asked of one fit.
 *
 * @param values by parameter, such as 1e-3 by tol
 */
public record Setting(Map<String, String> values) {
    /**
     * The positive number that {@code parameter} is set to.
     *
     * @throws IllegalArgumentException if it is none, or not set
     */
    public double number(String parameter) {
        String text = values.get(parameter);
        try {
            double value = Double.parseDouble(String.valueOf(text));
            if (value > 0 && value < Double.POSITIVE_INFINITY) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(parameter + " is " + text + "; it must be a positive number");
    }

    /**
     * The positive whole number that {@code parameter} is set to, which may be written 1e3.
     *
     * @throws IllegalArgumentException if it is none, or not set
     */
    public int count(String parameter) {
        double value = number(parameter);
        if (value != Math.rint(value) || value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    parameter + " is " + values.get(parameter) + "; it must be a positive whole number");
        }
        return (int) value;
    }
}
