/** What a watch shows: while it runs, at its end, and as metrics. */
@NullMarked
package io.scimdoctor.watch.report;

import org.jspecify.annotations.NullMarked;
