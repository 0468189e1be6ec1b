/** What the rules say of a request, in each format. */
@NullMarked
package io.scimdoctor.report.lint;

import org.jspecify.annotations.NullMarked;
