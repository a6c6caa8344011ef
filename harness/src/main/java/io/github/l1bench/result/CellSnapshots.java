package io.github.l1bench.result;

import java.util.List;

/**
 * How the weights of one cell came about.
 *
 * @param label that tells the cell from all others, see {@link CellResult#key}
 * @param settled index of the first point of its trace from which on the support is that of the result
 * @param snapshots some points of the trace from the first on, the last being the result; empty where a weight is no
 *     pixel of a picture
 */
public record CellSnapshots(String label, int settled, List<Snapshot> snapshots) {}
