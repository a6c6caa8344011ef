package io.github.l1bench.page;

import io.github.l1bench.figure.RunFigures;
import io.github.l1bench.view.RunView;
import java.util.Map;

/** The page of a run without figures, which take longer. */
public final class BarePage {
    private BarePage() {}

    public static String of(RunView view) {
        PageFigures none = new PageFigures(Map.of(), Addresses.FIGURES);
        return new RunPage(view, new RunFigures(view), none, Map.of()).render();
    }
}
