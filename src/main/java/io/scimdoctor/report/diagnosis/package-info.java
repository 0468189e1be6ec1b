/** The diagnoses of captured answers, singly and summed up. */
@NullMarked
package io.scimdoctor.report.diagnosis;

import org.jspecify.annotations.NullMarked;
