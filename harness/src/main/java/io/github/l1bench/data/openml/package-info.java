/** Data sets of OpenML (Vanschoren, van Rijn, Bischl and Torgo, SIGKDD Explorations 15(2), 2013) by their numbers. */
package io.github.l1bench.data.openml;
