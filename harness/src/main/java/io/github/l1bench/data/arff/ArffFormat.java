package io.github.l1bench.data.arff;

import io.github.l1bench.data.ClassNames;
import io.github.l1bench.data.SparseRows;
import io.github.l1bench.data.input.RowFormat;
import io.github.l1bench.data.input.TextContent;
import io.github.l1bench.data.input.TextFormat;
import java.io.IOException;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;
import java.util.Set;

/** ARFF files of which all attributes but the label are features. */
final class ArffFormat implements RowFormat {
    private final Optional<String> label;
    private ArffHeader training;
    private ArffColumns columns;

    /** @param label number or name of the attribute that holds the classes; empty for the usual one */
    ArffFormat(Optional<String> label) {
        this.label = label;
    }

    @Override
    public void read(TextContent content, SparseRows rows, ClassNames labels) throws IOException {
        TextFormat.ARFF.require(content);
        // What is no UTF-8 is in a comment, or will be refused.
        ArffScanner scanner = new ArffScanner(content.name(), content.reader(CodingErrorAction.REPLACE));
        ArffHeader header = ArffHeaderReader.read(scanner);
        if (training == null) {
            training = header;
            columns = new ArffColumns(header, label.map(header::requested).orElseGet(header::usualLabel), Set.of());
            rows.widen(columns.count());
        }
        header.requireSame(training);
        new ArffReader(scanner, columns, rows, labels).read();
    }

    @Override
    public int side() {
        return columns.side();
    }
}
