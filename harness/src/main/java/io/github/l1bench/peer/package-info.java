/**
 * Other people's programs: a folder with {@code peer.properties} and a script, run as a process and driven by lines of
 * text, as docs/peers.md tells. What they return is judged by the suite's certificate like everything else.
 */
package io.github.l1bench.peer;
