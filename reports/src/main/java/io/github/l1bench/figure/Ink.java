package io.github.l1bench.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Fonts, neutral colours and text as outlines, which look the same wherever a figure is opened. */
final class Ink {
    static final Color TEXT = new Color(0x1F2328);
    static final Color MUTED = new Color(0x59636E);
    static final Color GRID = new Color(0xE0E0E0);
    /** Lines of a logarithmic grid, of which there are many. */
    static final Color FINE_GRID = new Color(0xEAEAEA);

    static final Color PAPER = Color.WHITE;

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    static final Font SUBTITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    static final Font AXIS = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private Ink() {}

    /** Where text is anchored. */
    enum Anchor {
        START(0),
        MIDDLE(0.5),
        END(1);

        private final double share;

        Anchor(double share) {
            this.share = share;
        }
    }

    /** Draws {@code text} with its baseline at y, as filled outlines. */
    static void text(Graphics2D g, String text, Font font, Color color, double x, double y, Anchor anchor) {
        if (text.isEmpty()) {
            return;
        }
        TextLayout layout = new TextLayout(text, font, CONTEXT);
        double left = x - anchor.share * layout.getAdvance();
        g.setColor(color);
        g.fill(layout.getOutline(AffineTransform.getTranslateInstance(left, y)));
    }

    /** The width of {@code text} in pixels. */
    static double width(String text, Font font) {
        return text.isEmpty() ? 0 : new TextLayout(text, font, CONTEXT).getAdvance();
    }

    /** {@code text}, shortened with an ellipsis where it is wider than {@code width}. */
    static String fit(String text, Font font, double width) {
        if (width(text, font) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + "…", font) > width) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    /** {@code text} in lines of at most {@code width}, broken at blanks. */
    static List<String> wrap(String text, Font font, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, font) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(fit(line, font, width));
        return lines;
    }

    static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** Loads the font system, which headless Java runtimes may lack. */
    static void probe() {
        Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            FontMetrics metrics = g.getFontMetrics(TITLE);
            metrics.stringWidth("l1");
        } finally {
            g.dispose();
        }
    }
}
