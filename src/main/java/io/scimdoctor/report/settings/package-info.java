/** Settings and profiles, with where each value came from. */
@NullMarked
package io.scimdoctor.report.settings;

import org.jspecify.annotations.NullMarked;
