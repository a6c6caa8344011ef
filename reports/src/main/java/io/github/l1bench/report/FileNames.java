package io.github.l1bench.report;

import io.github.l1bench.result.CellResult;
import java.util.List;
import java.util.Locale;

/** Names of files and anchors made from labels. */
final class FileNames {
    private FileNames() {}

    /** A name for {@code cell} of letters, digits and hyphens, unique among {@code cells}. */
    static String of(List<CellResult> cells, CellResult cell) {
        String name = slug(cell.label());
        int index = cells.indexOf(cell);
        boolean taken = cells.subList(0, Math.max(0, index)).stream()
                .anyMatch(c -> slug(c.label()).equals(name));
        return taken || name.isEmpty() ? name + "-" + (index + 1) : name;
    }

    private static String slug(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
    }
}
