package io.github.l1bench.history;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A history as comma-separated values (RFC 4180): a line for each run and solver. */
public final class HistoryCsv {
    private HistoryCsv() {}

    /** All of {@code history}; {@code change} is 1 where times changed for good. */
    public static String of(History history) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            write(history, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void write(History history, CsvWriter csv) {
        csv.writeRecord(
                "run",
                "created",
                "revision",
                "solver",
                "target",
                "seconds",
                "low95",
                "high95",
                "forks",
                "shots",
                "change");
        for (Series series : history.series()) {
            for (Series.Point point : series.points()) {
                var made = point.made().made();
                csv.writeRecord(
                        point.made().id(),
                        made.created(),
                        made.revision() == null ? "" : made.revision(),
                        series.solver(),
                        history.target(),
                        "" + point.seconds(),
                        "" + point.times().interval().low(),
                        "" + point.times().interval().high(),
                        "" + point.times().forks(),
                        "" + point.times().count(),
                        series.isChange(point) ? "1" : "0");
            }
        }
    }
}
