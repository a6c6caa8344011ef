package io.github.l1bench.page;

import io.github.l1bench.view.FileNames;
import io.github.l1bench.view.RunView;

/** Where the pages and files of a run lie, seen from the run's page. */
final class Addresses {
    /** The page of a run, in its folder. */
    static final String RUN_PAGE = "index.html";

    /** The folder of the figures' files. */
    static final String FIGURES = "figures";

    /** The folder of the solvers' pages. */
    static final String SOLVERS = "solvers";

    private Addresses() {}

    /** The page of {@code solver}. */
    static String page(RunView run, String solver) {
        return SOLVERS + "/" + fileOf(run, solver);
    }

    /** The name of the file of that page. */
    static String fileOf(RunView run, String solver) {
        return FileNames.of(run.solvers(), solver) + ".html";
    }
}
