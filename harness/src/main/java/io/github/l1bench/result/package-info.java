/**
 * Results as JSON: the schema, its reader and its writer. A result file holds everything that a report shows, and all
 * that is needed to run it again.
 */
package io.github.l1bench.result;
