package io.github.l1bench.cli;

import io.github.l1bench.solver.Monitor;
import java.util.function.IntConsumer;

/** Tells how many penalties of a path are done: the iterations begin anew at each. */
final class FinishedPenalties implements Monitor {
    private final IntConsumer finished;
    private int iterations = -1;
    private int count;

    /** @param finished is given the number of penalties done, whenever another is begun */
    FinishedPenalties(IntConsumer finished) {
        this.finished = finished;
    }

    @Override
    public boolean goOn(Moment moment) {
        if (moment.iterations() <= iterations) {
            count++;
            finished.accept(count);
        }
        iterations = moment.iterations();
        return true;
    }
}
