/** The entries of the catalogue, as {@code explain} shows them. */
@NullMarked
package io.scimdoctor.report.catalog;

import org.jspecify.annotations.NullMarked;
