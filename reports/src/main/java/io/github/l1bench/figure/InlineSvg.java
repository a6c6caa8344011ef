package io.github.l1bench.figure;

import java.awt.Color;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns an SVG document of {@link FigureFiles} into markup that stands inside an HTML page: neutral colours become the
 * page's CSS variables, so that the figure follows light and dark; coordinates are rounded to a hundredth of a pixel.
 */
public final class InlineSvg {
    private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{3,}");
    private static final Pattern ROOT = Pattern.compile("(?s)^.*?<svg[^>]*viewBox=\"([^\"]*)\"[^>]*>");

    /** Widths between which a figure follows the page: its text stays readable, and alike in all figures. */
    private static final double ENLARGED = 1.1;

    private static final double REDUCED = 0.66;

    private InlineSvg() {}

    /**
     * Markup of a figure.
     *
     * @param svg a document that {@link FigureFiles#svg} made
     * @param prefix of the ids in the markup, unique in the page, letters and hyphens only
     * @param kind class of the element
     */
    public static String of(String svg, String prefix, String kind) {
        Matcher root = ROOT.matcher(svg);
        if (!root.find()) {
            throw new IllegalArgumentException("figure " + prefix + " is no SVG document with a viewBox");
        }
        double width = Double.parseDouble(root.group(1).split(" ")[2]);
        String opening = "<svg class=\"" + kind + "\" viewBox=\"" + root.group(1) + "\" style=\"max-width:"
                + Math.round(width * ENLARGED) + "px;min-width:" + Math.round(width * REDUCED)
                + "px\" aria-hidden=\"true\" focusable=\"false\">";
        String body = rounded(svg.substring(root.end()))
                .replace("id=\"clip", "id=\"" + prefix + "-clip")
                .replace("url(#clip", "url(#" + prefix + "-clip")
                .replaceAll(">\\s+<", "><")
                .replace("stroke-miterlimit:10;", "")
                .replace(";stroke:none;\"", "\"");
        return opening + themed(body).trim();
    }

    private static String rounded(String text) {
        return LONG_NUMBER
                .matcher(text)
                .replaceAll(match -> new BigDecimal(match.group())
                        .setScale(2, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString());
    }

    private static String themed(String body) {
        return body.replace(css(Ink.TEXT), "var(--ink)")
                .replace(css(Ink.MUTED), "var(--muted)")
                .replace(css(Ink.GRID), "var(--rule)")
                .replace(css(Ink.FINE_GRID), "var(--fine)")
                .replace(css(Ink.PAPER), "var(--paper)");
    }

    private static String css(Color color) {
        return "rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")";
    }
}
