package io.github.l1bench.view;

import io.github.l1bench.result.CellResult;
import java.util.List;
import java.util.Locale;

/** Names of files and anchors made from labels. */
public final class FileNames {
    // File systems end names at 255 bytes, some of which go to what stands around this one.
    private static final int LONGEST = 100;

    private FileNames() {}

    /** A name for {@code cell} of letters, digits and hyphens, unique among {@code cells}. */
    public static String of(List<CellResult> cells, CellResult cell) {
        return of(cells.stream().map(CellResult::label).toList(), cell.label());
    }

    /** A name for {@code label} of letters, digits and hyphens, unique among {@code labels}. */
    public static String of(List<String> labels, String label) {
        String name = slug(label);
        int index = labels.indexOf(label);
        boolean taken = labels.subList(0, Math.max(0, index)).stream()
                .anyMatch(other -> slug(other).equals(name));
        return taken || name.isEmpty() ? name + "-" + (index + 1) : name;
    }

    private static String slug(String label) {
        String slug = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
        return slug.substring(0, Math.min(LONGEST, slug.length())).replaceAll("^[-.]+|[-.]+$", "");
    }
}
