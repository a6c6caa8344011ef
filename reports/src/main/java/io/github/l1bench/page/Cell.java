package io.github.l1bench.page;

import io.github.l1bench.view.Quantity;
import java.util.function.Consumer;

/**
 * What stands in one place of a {@link Table}.
 *
 * @param kind classes of the style sheet, null for none
 * @param sort what the table is sorted by, empty where there is no number, null to sort by the text
 * @param title what a pointer on it is told, null for nothing
 * @param text the main words
 * @param rest writes what follows them
 */
public record Cell(String kind, String sort, String title, String text, Consumer<Html> rest) {
    private static final Consumer<Html> NOTHING = html -> {};

    /** Words. */
    public static Cell text(String text) {
        return new Cell(null, null, null, text, NOTHING);
    }

    /** A number as it is shown, which sorts by its value and tells all its digits; a dash where it is none. */
    public static Cell number(Number value, String shown) {
        boolean none = value == null || !Double.isFinite(value.doubleValue());
        String exact = none ? "" : Quantity.exact(value);
        return new Cell("num", exact, none ? null : exact, shown.isEmpty() ? Quantity.NONE : shown, NOTHING);
    }

    /** Where there is no number, and why. */
    public static Cell none(String why) {
        return new Cell("num none", "", why, Quantity.NONE, NOTHING);
    }

    /** A verdict, which stands out. */
    public static Cell status(String kind, String verdict, String more) {
        return new Cell(
                "status " + kind,
                null,
                null,
                "",
                html -> html.element("strong", verdict).element("small", more));
    }

    /** The same with smaller words below. */
    public Cell small(String more, String... attributes) {
        return more.isEmpty() ? this : then(html -> html.element("small", more, attributes));
    }

    /** The same, and then what {@code more} writes. */
    public Cell then(Consumer<Html> more) {
        return new Cell(kind, sort, title, text, rest.andThen(more));
    }

    /** The same with another title. */
    public Cell titled(String other) {
        return new Cell(kind, sort, other, text, rest);
    }

    /** The same with other classes and order. */
    public Cell as(String otherKind, String otherSort) {
        return new Cell(otherKind, otherSort, title, text, rest);
    }

    void write(Html html, String tag, String scope) {
        html.open(tag, "scope", scope, "class", kind, "data-v", sort, "title", title)
                .text(text);
        rest.accept(html);
        html.closeInline(tag);
    }
}
