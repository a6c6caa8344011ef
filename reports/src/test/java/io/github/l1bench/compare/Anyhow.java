package io.github.l1bench.compare;

import java.util.List;

/** Terms on which runs are compared, whatever differs. */
final class Anyhow {
    static final Comparison.Terms TERMS = new Comparison.Terms(Margins.parse(List.of()), true, true);

    private Anyhow() {}
}
