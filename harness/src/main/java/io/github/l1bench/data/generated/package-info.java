/** Data that the program draws itself, so that they are always there. */
package io.github.l1bench.data.generated;
