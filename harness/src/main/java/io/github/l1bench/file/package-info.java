/** Files on the way to their place. */
package io.github.l1bench.file;
