/** What users may have meant by a name that nothing has. */
package io.github.l1bench.name;
