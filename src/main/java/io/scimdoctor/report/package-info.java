/** The output formats that several commands share, by name; each document has a package of its own below. */
@NullMarked
package io.scimdoctor.report;

import org.jspecify.annotations.NullMarked;
