/** What {@code runs} shows. */
@NullMarked
package io.scimdoctor.run.report;

import org.jspecify.annotations.NullMarked;
