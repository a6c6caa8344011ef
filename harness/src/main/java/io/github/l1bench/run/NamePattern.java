package io.github.l1bench.run;

import io.github.l1bench.solver.Variant;
import java.util.regex.Pattern;

/** A name with {@code *} for any characters and {@code ?} for one; a variant's options may stand in any order. */
public final class NamePattern {
    private final String text;
    private final Pattern pattern;

    /** The pattern that {@code text} writes. */
    public NamePattern(String text) {
        this.text = Variant.canonical(text.trim());
        this.pattern = Pattern.compile(
                Pattern.quote(this.text).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
    }

    /** Whether it names one thing only. */
    public boolean isPlain() {
        return text.indexOf('*') < 0 && text.indexOf('?') < 0;
    }

    /** Whether {@code name}, in its canonical form, is meant. */
    public boolean matches(String name) {
        return pattern.matcher(name).matches();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
