/** Two runs side by side: ratios of times with their tests, changes of results, as text, page, Markdown and JSON. */
package io.github.l1bench.compare;
