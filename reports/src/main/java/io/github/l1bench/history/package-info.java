/** Times over the runs of a folder: how they went, where they changed, and in the words of services that watch them. */
package io.github.l1bench.history;
