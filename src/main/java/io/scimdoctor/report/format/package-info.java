/** The parts that every report is written with: lines, JUnit, metrics, numbers. Knows no document. */
@NullMarked
package io.scimdoctor.report.format;

import org.jspecify.annotations.NullMarked;
