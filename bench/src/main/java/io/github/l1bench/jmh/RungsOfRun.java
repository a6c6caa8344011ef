package io.github.l1bench.jmh;

import io.github.l1bench.bench.KnownRungs;
import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.experiment.PeerCell;
import io.github.l1bench.peer.ReadyPeer;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Conditions;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.Rung;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What peers' climbs came to in the run that times belong to, so that JMH need not climb again: a climb tells which rung
 * reaches a target, and the time of that is measured anew.
 *
 * @param folder of the run
 * @param here this machine and its Java
 */
record RungsOfRun(RunFolder folder, Provenance here) {
    /**
     * Tells forks the rungs of {@code peers} that hold here: of the same files, version, runtime and machine.
     *
     * @param file that forks share
     * @param say told whose rungs these are, in a sentence
     * @throws IOException if a file cannot be read or written
     */
    void tell(List<ReadyPeer> peers, Path file, Consumer<String> say) throws IOException {
        RunResult run;
        try {
            run = folder.run();
        } catch (IllegalArgumentException e) {
            return; // what is damaged tells nothing
        }
        List<String> told = new ArrayList<>();
        for (ReadyPeer peer : peers) {
            for (CellResult cell : run.cells()) {
                if (cell.solver().equals(peer.toString()) && holds(run, cell, peer)) {
                    tell(run, cell, file);
                    told.add(cell.solver());
                }
            }
        }
        if (!told.isEmpty()) {
            say.accept("Rungs known from this run, so that they are not climbed again: " + String.join(", ", told));
        }
    }

    private boolean holds(RunResult run, CellResult cell, ReadyPeer peer) throws IOException {
        return cell.peer() != null
                && cell.made() != null
                && run.seed() == PublishedExample.SEED
                && PeerCell.code(peer).equals(cell.made().code())
                && Conditions.otherMachine(here, run.provenance(cell)).isEmpty();
    }

    private static void tell(RunResult run, CellResult cell, Path file) throws IOException {
        for (Rung rung : cell.peer().rungs()) {
            KnownRungs.tell(
                    file,
                    cell.solver(),
                    run.lambda(),
                    run.lambdaMax(),
                    rung.setting(),
                    new KnownRungs.Rung(
                            rung.medianSeconds(),
                            rung.fit().primal(),
                            rung.fit().relativeGap()));
        }
    }
}
