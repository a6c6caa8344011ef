/** Charts and heat maps: one palette, one style, PNG and SVG. Knows numbers and names, nothing of results. */
package io.github.l1bench.figure;
