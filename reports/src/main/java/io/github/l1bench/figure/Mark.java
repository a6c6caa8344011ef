package io.github.l1bench.figure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How one series looks in every figure: a colour and a dash pattern, so that two series differ for any kind of colour
 * vision and in print.
 *
 * @param color readable on white and on near-black
 * @param dash lengths of strokes and gaps in pixels; empty for a solid line
 */
public record Mark(Color color, List<Float> dash) {
    /**
     * The colours of Okabe and Ito ("Color Universal Design", 2008) without black and yellow, which vanish on a dark or
     * a white page, and six more of similar lightness.
     */
    private static final int[] COLORS = {
        0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9,
        0x8B5FBF, 0x8A6D3B, 0x7F7F7F, 0xB5506B, 0x9AA62B, 0x3FA7A0
    };

    /** The mark of what is no solver. */
    public static final Mark NEUTRAL = new Mark(new Color(0x6E7781), List.of());

    private static final List<Float> RUNGS = List.of(4f, 4f);

    private static final List<List<Float>> DASHES =
            List.of(List.of(), List.of(7f, 3f), List.of(2f, 3f), List.of(8f, 3f, 2f, 3f));

    /** Solid for the first six, dashed for the next six; beyond twelve the colours return with other dashes. */
    private static Mark slot(int index) {
        return new Mark(new Color(COLORS[index % COLORS.length]), DASHES.get(index / 6 % DASHES.size()));
    }

    /**
     * A mark for every name: those of {@code known} always get the same one, whichever of them occur; others follow in
     * the order of their appearance.
     *
     * @param known names in a fixed order, such as the registry's
     * @param names names that occur
     */
    public static Map<String, Mark> assign(List<String> known, Collection<String> names) {
        List<String> order = new ArrayList<>(known);
        names.stream().filter(name -> !order.contains(name)).distinct().forEach(order::add);
        Map<String, Mark> marks = new LinkedHashMap<>();
        for (String name : names) {
            marks.put(name, slot(order.indexOf(name)));
        }
        return marks;
    }

    /** The same colour with dots, for a variant of a series that has this mark. */
    public Mark dotted() {
        return new Mark(color, List.of(2f, 4f));
    }

    /** The same colour for points that are each a run of its own, joined by a thin dashed line. */
    public Mark rungs() {
        return new Mark(color, RUNGS);
    }

    /** Whether it is one for points that are each a run of its own. */
    boolean isRungs() {
        return dash.equals(RUNGS);
    }

    /** The colour as {@code #rrggbb}. */
    public String hex() {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
    }

    /** Colour and dashes under the names that a page's script reads. */
    @JsonValue
    Map<String, Object> data() {
        return Map.of("color", hex(), "dash", dash);
    }

    BasicStroke stroke(float width) {
        if (dash.isEmpty()) {
            return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        }
        float[] pattern = new float[dash.size()];
        for (int i = 0; i < pattern.length; i++) {
            pattern[i] = dash.get(i);
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
    }
}
