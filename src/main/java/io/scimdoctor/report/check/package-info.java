/** The report of a check, in each format. */
@NullMarked
package io.scimdoctor.report.check;

import org.jspecify.annotations.NullMarked;
