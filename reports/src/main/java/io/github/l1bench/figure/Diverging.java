package io.github.l1bench.figure;

import java.awt.Color;
import java.util.Locale;

/** matplotlib's colour map RdBu on [-limit, limit]: negative red, zero white, positive blue. */
public final class Diverging {
    /** ColorBrewer's eleven classes, from the most negative to the most positive. */
    private static final int[] ANCHORS = {
        0x67001F, 0xB2182B, 0xD6604D, 0xF4A582, 0xFDDBC7, 0xF7F7F7, 0xD1E5F0, 0x92C5DE, 0x4393C3, 0x2166AC, 0x053061
    };

    private Diverging() {}

    /** The colour of {@code value}, linear between the anchors; beyond the limits that of the limit. */
    public static Color color(double value, double limit) {
        double position = limit > 0 ? (Math.max(-1, Math.min(1, value / limit)) + 1) / 2 : 0.5;
        double scaled = position * (ANCHORS.length - 1);
        int below = Math.min(ANCHORS.length - 2, (int) scaled);
        double t = scaled - below;
        return new Color(mix(below, t, 16), mix(below, t, 8), mix(below, t, 0));
    }

    private static int mix(int below, double t, int shift) {
        int a = ANCHORS[below] >> shift & 0xff;
        int b = ANCHORS[below + 1] >> shift & 0xff;
        return (int) Math.round(a + t * (b - a));
    }

    /** The anchors as a CSS gradient from the negative to the positive end. */
    public static String cssGradient() {
        StringBuilder css = new StringBuilder("linear-gradient(to right");
        for (int anchor : ANCHORS) {
            css.append(String.format(Locale.ROOT, ",#%06x", anchor));
        }
        return css.append(')').toString();
    }
}
