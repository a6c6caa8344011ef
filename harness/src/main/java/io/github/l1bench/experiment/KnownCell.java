package io.github.l1bench.experiment;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.CellSnapshots;
import java.util.Optional;

/**
 * A stored result that stands for a cell which then need not be computed.
 *
 * @param result the result, marked with where it came from
 * @param snapshots how its weights came about, where that was recorded
 */
public record KnownCell(CellResult result, Optional<CellSnapshots> snapshots) {}
