package io.github.l1bench.page;

import io.github.l1bench.figure.Mark;

/** Markup being written. Text and attribute values are escaped; only {@link #markup} takes what is markup already. */
public final class Html {
    private final StringBuilder out = new StringBuilder();

    /** {@code text} with every character escaped that means something in HTML text or a quoted attribute. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** An opening tag; {@code attributes} are names and values in turn, a null value leaves its attribute out. */
    public Html open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                out.append(' ').append(attributes[i]).append("=\"");
                out.append(escape(attributes[i + 1])).append('"');
            }
        }
        out.append('>');
        return this;
    }

    /** A closing tag. */
    public Html close(String tag) {
        out.append("</").append(tag).append(">\n");
        return this;
    }

    /** Escaped text. */
    public Html text(String text) {
        out.append(escape(text));
        return this;
    }

    /** An element with nothing but text. */
    public Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).closeInline(tag);
    }

    /** A closing tag without a line's end, after which a blank could show. */
    public Html closeInline(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    /** A sample of a mark's colour; a ring where the mark is dashed. */
    public Html swatch(Mark mark) {
        return open("span", "class", mark.dash().isEmpty() ? "swatch" : "swatch ring", "style", "color:" + mark.hex())
                .closeInline("span");
    }

    /** What is markup already: never a string that a result file holds. */
    public Html markup(String markup) {
        out.append(markup);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
