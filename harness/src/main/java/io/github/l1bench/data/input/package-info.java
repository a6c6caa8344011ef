/** Files as people have them, told by their content. */
package io.github.l1bench.data.input;
