/** The error conditions: loading, matching and explaining them. */
@NullMarked
package io.scimdoctor.catalog;

import org.jspecify.annotations.NullMarked;
