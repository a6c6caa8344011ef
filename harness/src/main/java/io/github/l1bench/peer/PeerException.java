package io.github.l1bench.peer;

/** Something went wrong with a peer: a part of a sentence of which the peer is the subject. */
public final class PeerException extends Exception {
    private static final long serialVersionUID = 1;

    PeerException(String message) {
        super(message);
    }
}
