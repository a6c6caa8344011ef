/** What can be said of a run: its numbers, rankings and the words for them. Knows neither markup nor drawing. */
package io.github.l1bench.view;
