package io.github.l1bench.view;

import io.github.l1bench.data.ClassWords;
import io.github.l1bench.data.DataInfo;
import java.util.List;

/**
 * A class where its weights are shown.
 *
 * @param whole its name as the data have it
 */
public record ClassCaption(String whole) {
    /** Those of all K classes. */
    public static List<ClassCaption> all(DataInfo data) {
        return data.labels().stream().map(ClassCaption::new).toList();
    }

    /** What stands above each of K pictures in a figure. */
    public static List<String> words(DataInfo data) {
        return all(data).stream().map(ClassCaption::words).toList();
    }

    /** The name, shortened where it is long. */
    public String name() {
        return ClassWords.shown(whole);
    }

    /** {@code Class setosa}. */
    public String words() {
        return "Class " + name();
    }

    /** The whole name where {@link #name} is not all of it, else null, which writes no attribute. */
    public String title() {
        return name().equals(whole) ? null : whole;
    }
}
