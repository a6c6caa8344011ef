/** Files in LIBSVM's format. */
package io.github.l1bench.data.libsvm;
