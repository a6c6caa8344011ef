package io.github.l1bench.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Labels and places of axis ticks. */
final class Ticks {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Ticks() {}

    /** A power of ten as 10⁻³, plain between 0.01 and 1000. */
    static String power(double value) {
        long exponent = Math.round(Math.log10(value));
        if (Math.abs(Math.log10(value) - exponent) > 1e-6) {
            return plain(value);
        }
        return exponent >= -2 && exponent <= 3 ? plain(value) : "10" + superscript(exponent);
    }

    /** A number without needless digits. */
    static String plain(double value) {
        double magnitude = Math.abs(value);
        if (magnitude != 0 && (magnitude < 1e-4 || magnitude >= 1e6)) {
            return String.format(Locale.ROOT, "%.0e", value);
        }
        String text = String.format(Locale.ROOT, "%.6f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    private static String superscript(long exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        for (char digit : Long.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }

    /** Powers of ten in [low, high]; with fewer than two of them also their double and fivefold. */
    static List<Double> logarithmic(double low, double high) {
        List<Double> decades = multiples(low, high, 1);
        return decades.size() >= 3 ? decades : multiples(low, high, 1, 2, 5);
    }

    private static List<Double> multiples(double low, double high, int... factors) {
        List<Double> ticks = new ArrayList<>();
        for (int e = (int) Math.floor(Math.log10(low)); e <= Math.ceil(Math.log10(high)); e++) {
            for (int factor : factors) {
                double tick = factor * Math.pow(10, e);
                if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /** About {@code count} round numbers in [low, high]. */
    static List<Double> linear(double low, double high, int count) {
        double raw = (high - low) / Math.max(1, count);
        double magnitude = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = magnitude * (raw / magnitude <= 2 ? 2 : raw / magnitude <= 5 ? 5 : 10);
        double first = Math.ceil(low / step - 1e-9);
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i <= 2 * count && (first + i) * step <= high + step * 1e-9; i++) {
            ticks.add((first + i) * step);
        }
        return ticks;
    }
}
