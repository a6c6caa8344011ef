/**
 * The worker's side of the protocol for peers, version 1, in Java: what {@code l1peer.py} is in Python. See
 * docs/peers.md.
 */
package io.github.l1bench.l1peer;
