/** The parts that every report is written with: pages, JSON documents, JUnit, metrics, amounts. Knows no report. */
@NullMarked
package io.scimdoctor.report.format;

import org.jspecify.annotations.NullMarked;
