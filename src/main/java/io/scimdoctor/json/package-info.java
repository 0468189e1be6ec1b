/** Reads and writes JSON: strict for our own files, lenient for captured ones. */
@NullMarked
package io.scimdoctor.json;

import org.jspecify.annotations.NullMarked;
