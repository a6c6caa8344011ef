package io.github.l1bench.view;

import io.github.l1bench.statistics.ForkTimes;
import io.github.l1bench.statistics.Interval;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers as people read them; the exact ones stand in the files and in the titles of table cells. */
public final class Quantity {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /** A space at which no line breaks. */
    private static final String SPACE = "\u00a0";

    /** What stands where there is no number. */
    public static final String NONE = "–";

    private Quantity() {}

    /** A duration with three significant digits: {@code 78.2 ms}. */
    public static String seconds(double seconds) {
        if (!Double.isFinite(seconds)) {
            return NONE;
        }
        Unit unit = Unit.of(seconds);
        return digits(seconds / unit.seconds, 3) + SPACE + unit.name;
    }

    /** An interval in the unit in which {@link #seconds} writes {@code seconds}: {@code 91.8–118}; empty where none is. */
    public static String interval(Interval interval, double seconds) {
        double unit = Unit.of(seconds).seconds;
        return interval.isKnown() ? digits(interval.low() / unit, 3) + "–" + digits(interval.high() / unit, 3) : "";
    }

    /** How often something was measured: {@code 5 forks, 25 shots}, and in which forks it was not steady. */
    public static String repetitions(ForkTimes times) {
        String drift = times.drifting().isEmpty()
                ? ""
                : ", not steady in fork "
                        + times.drifting().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return times.forks()
                + (times.forks() == 1 ? " fork, " : " forks, ")
                + times.count()
                + (times.count() == 1 ? " shot" : " shots")
                + drift;
    }

    private record Unit(String name, double seconds) {
        static Unit of(double seconds) {
            double magnitude = Math.abs(seconds);
            if (magnitude >= 0.9995) {
                return new Unit("s", 1);
            }
            if (magnitude >= 0.9995e-3) {
                return new Unit("ms", 1e-3);
            }
            return magnitude >= 0.9995e-6 ? new Unit("µs", 1e-6) : new Unit("ns", 1e-9);
        }
    }

    /** {@code count} significant digits, in plain notation, all digits before the point. */
    public static String digits(double value, int count) {
        if (value == 0) {
            return "0";
        }
        int exponent = (int) Math.floor(Math.log10(Math.abs(value)) + 1e-12);
        return String.format(Locale.ROOT, "%,." + Math.max(0, count - 1 - exponent) + "f", value);
    }

    /** A small positive number: {@code 4.3e-7}; plain from 0.01 on. */
    public static String small(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        if (value == 0) {
            return "0";
        }
        return Math.abs(value) >= 0.01
                ? digits(value, 3)
                : String.format(Locale.ROOT, "%.1e", value).replaceAll("e-0?", "e−");
    }

    /** A number with so many decimals. */
    public static String fixed(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,." + decimals + "f", value) : NONE;
    }

    /** A whole number with separated thousands. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A count that may have a part, as passes have. */
    public static String passes(double value) {
        return Double.isFinite(value) ? fixed(value, value < 100 && value != Math.rint(value) ? 1 : 0) : NONE;
    }

    /** An amount of memory: {@code 12.3 MB}, a megabyte being a million bytes. */
    public static String bytes(double bytes) {
        double kilo = bytes / 1e3;
        return kilo < 999.5 ? digits(kilo, 3) + SPACE + "kB" : digits(kilo / 1e3, 3) + SPACE + "MB";
    }

    /** A share of one in percent. */
    public static String percent(Double share) {
        return share == null ? NONE : percent(share, 2);
    }

    /** The same with so many decimals. */
    public static String percent(double share, int decimals) {
        return Double.isFinite(share) ? fixed(100 * share, decimals) + SPACE + "%" : NONE;
    }

    /** A ratio: {@code 32×}. */
    public static String times(double ratio) {
        return (ratio < 10 ? digits(ratio, 2) : fixed(ratio, 0)) + "×";
    }

    /** A power of ten as 10⁻⁶, another number as it is. */
    public static String power(double value) {
        long exponent = Math.round(Math.log10(value));
        if (!(Math.abs(value / Math.pow(10, exponent) - 1) <= 1e-9)) {
            return small(value);
        }
        StringBuilder text = new StringBuilder("10").append(exponent < 0 ? "⁻" : "");
        for (char digit : Long.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }

    /** All digits of a number, for titles and sorting. */
    public static String exact(Number value) {
        return value == null ? "" : value.toString();
    }
}
