/** Published files: fetched from mirrors, checked by size and hash, kept in a folder of the user's. */
package io.github.l1bench.data.download;
