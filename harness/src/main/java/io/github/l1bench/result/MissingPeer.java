package io.github.l1bench.result;

/**
 * Other people's program that a run was to compute and that was not ready where it was made.
 *
 * @param name by which it was asked for
 * @param needs what has to be there, and the command that installs it
 */
public record MissingPeer(String name, String needs) {}
