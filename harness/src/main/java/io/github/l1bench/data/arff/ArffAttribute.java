package io.github.l1bench.data.arff;

import io.github.l1bench.data.input.Quote;
import java.util.List;
import java.util.Locale;

/**
 * A declared column.
 *
 * @param name as declared, without quotes
 * @param type of its values
 * @param values that a nominal attribute may have, in the order of the declaration; empty for other types
 * @param line of the declaration
 */
public record ArffAttribute(String name, Type type, List<String> values, long line) {
    /** Keeps a copy of the list. */
    public ArffAttribute {
        values = List.copyOf(values);
    }

    /** What the values of an attribute are. */
    public enum Type {
        /** Declared {@code numeric}, {@code real} or {@code integer}. */
        NUMERIC,
        /** One of a declared list. */
        NOMINAL,
        /** Any text. */
        STRING,
        /** A date in some format. */
        DATE;

        /** For messages. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a value is one of a declared list. */
    public boolean isNominal() {
        return type == Type.NOMINAL;
    }

    /** Whether another declaration says the same. */
    boolean isSame(ArffAttribute other) {
        return name.equals(other.name) && type == other.type && values.equals(other.values);
    }

    /** The name for messages, in quotes. */
    public String shown() {
        return Quote.of(name);
    }
}
