/** Charts and heat maps, and which of them a run has: one palette, one style, PNG, SVG and PDF. */
package io.github.l1bench.figure;
