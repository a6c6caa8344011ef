package io.github.l1bench.data.arff;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.arff.ArffAttribute.Type;
import io.github.l1bench.data.arff.ArffScanner.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads what stands before the rows: {@code @relation}, {@code @attribute} by {@code @attribute}, {@code @data}. */
final class ArffHeaderReader {
    private static final Map<String, Type> TYPES = Map.of(
            "numeric", Type.NUMERIC,
            "real", Type.NUMERIC,
            "integer", Type.NUMERIC,
            "string", Type.STRING,
            "date", Type.DATE);

    private final ArffScanner scanner;
    private final List<ArffAttribute> attributes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private ArffHeaderReader(ArffScanner scanner) {
        this.scanner = scanner;
    }

    /**
     * What {@code scanner} reads up to {@code @data}; it then stands before the first row.
     *
     * @throws DataException if the header breaks the format's rules
     */
    static ArffHeader read(ArffScanner scanner) throws IOException {
        ArffHeaderReader reader = new ArffHeaderReader(scanner);
        while (reader.readLine()) {
            // until @data
        }
        if (reader.attributes.isEmpty()) {
            throw scanner.wrong("no @attribute stands before @data; check that this is an ARFF file");
        }
        return new ArffHeader(scanner.name(), reader.attributes);
    }

    private boolean readLine() throws IOException {
        Token token = scanner.next();
        if (token == Token.LINE_END) {
            return true;
        }
        if (token == Token.END) {
            throw scanner.wrongFile("ends before a line @data; check that it is a whole ARFF file");
        }
        if (token == Token.WORD && scanner.word().is("@relation")) {
            scanner.skipToLineEnd();
            return true;
        }
        if (token == Token.WORD && scanner.word().is("@attribute")) {
            attributes.add(attribute());
            return true;
        }
        if (token == Token.WORD && scanner.word().is("@data")) {
            scanner.skipToLineEnd();
            return false;
        }
        String found = token == Token.WORD ? scanner.word().shown() : "a mark";
        throw scanner.wrong(
                found + " stands where @relation, @attribute or @data should; check that this is an ARFF file");
    }

    private ArffAttribute attribute() throws IOException {
        if (scanner.next() != Token.WORD) {
            throw scanner.wrong("the attribute has no name; write @attribute NAME TYPE");
        }
        String name = scanner.word().text();
        String shown = scanner.word().shown();
        if (!names.add(name)) {
            throw scanner.wrong("the attribute " + shown + " is declared a second time; give each its own name");
        }
        long line = scanner.line();
        return switch (scanner.next()) {
            case OPEN -> new ArffAttribute(name, Type.NOMINAL, values(shown), line);
            case WORD -> new ArffAttribute(name, type(shown), List.of(), line);
            default ->
                throw scanner.wrong("the attribute " + shown
                        + " has no type; write numeric, or its values in braces, behind the name");
        };
    }

    private Type type(String attribute) throws IOException {
        Type type = TYPES.get(scanner.word().text().toLowerCase(Locale.ROOT));
        if (type == null) {
            throw scanner.wrong("the attribute " + attribute + " has the type "
                    + scanner.word().shown()
                    + "; known are numeric, real, integer, string, date, and values in braces");
        }
        if (type == Type.NUMERIC) {
            refuseWeight(attribute);
        } else {
            scanner.skipToLineEnd();
        }
        return type;
    }

    private List<String> values(String attribute) throws IOException {
        Set<String> values = new LinkedHashSet<>();
        boolean parted = true;
        for (Token token = scanner.next(); token != Token.CLOSE; token = scanner.next()) {
            switch (token) {
                case WORD -> addValue(values, parted, attribute);
                case COMMA -> {}
                default ->
                    throw scanner.wrong("the values of attribute " + attribute
                            + " are not closed by a brace on their line; write {a, b}, with quotes around what holds"
                            + " blanks or marks");
            }
            parted = token == Token.COMMA;
        }
        if (values.isEmpty()) {
            throw scanner.wrong("the attribute " + attribute + " has no values in its braces; write them there");
        }
        refuseWeight(attribute);
        return List.copyOf(values);
    }

    private void addValue(Set<String> values, boolean parted, String attribute) {
        if (!parted) {
            throw scanner.wrong(
                    "no comma stands before the value " + scanner.word().shown() + " of attribute " + attribute
                            + "; put quotes around a value that holds blanks");
        }
        if (!values.add(scanner.word().text())) {
            throw scanner.wrong("the attribute " + attribute + " has the value "
                    + scanner.word().shown() + " twice; remove one of them");
        }
    }

    // Behind a numeric type some programs write a range, which says nothing that the values do not say.
    private void refuseWeight(String attribute) throws IOException {
        for (Token token = scanner.next(); token != Token.LINE_END && token != Token.END; token = scanner.next()) {
            if (token == Token.OPEN) {
                throw scanner.wrong(
                        "the attribute " + attribute
                                + " has a weight, and weighted attributes are not supported; remove what is in the last braces");
            }
        }
    }
}
