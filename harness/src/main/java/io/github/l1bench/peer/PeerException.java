package io.github.l1bench.peer;

/** Something went wrong with a peer: a part of a sentence of which the peer is the subject. */
public final class PeerException extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean outOfTime;

    PeerException(String message) {
        this(message, false);
    }

    private PeerException(String message, boolean outOfTime) {
        super(message);
        this.outOfTime = outOfTime;
    }

    /** One that did not answer in time. */
    static PeerException outOfTime(String message) {
        return new PeerException(message, true);
    }

    /** Whether all that is wrong is that it did not answer in time. */
    public boolean isOutOfTime() {
        return outOfTime;
    }
}
