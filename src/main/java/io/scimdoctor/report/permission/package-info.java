/** The permission matrix, in each format. */
@NullMarked
package io.scimdoctor.report.permission;

import org.jspecify.annotations.NullMarked;
