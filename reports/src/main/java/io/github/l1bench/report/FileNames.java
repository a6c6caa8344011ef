package io.github.l1bench.report;

import io.github.l1bench.result.CellResult;
import java.util.List;
import java.util.Locale;

/** Names of files and anchors made from labels. */
final class FileNames {
    private FileNames() {}

    /** A name for {@code cell} of letters, digits and hyphens, unique among {@code cells}. */
    static String of(List<CellResult> cells, CellResult cell) {
        return of(cells.stream().map(CellResult::label).toList(), cell.label());
    }

    /** A name for {@code label} of letters, digits and hyphens, unique among {@code labels}. */
    static String of(List<String> labels, String label) {
        String name = slug(label);
        int index = labels.indexOf(label);
        boolean taken = labels.subList(0, Math.max(0, index)).stream()
                .anyMatch(other -> slug(other).equals(name));
        return taken || name.isEmpty() ? name + "-" + (index + 1) : name;
    }

    private static String slug(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
    }
}
