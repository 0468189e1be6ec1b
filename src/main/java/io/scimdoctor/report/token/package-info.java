/** What a token holds and whether it is the right one. */
@NullMarked
package io.scimdoctor.report.token;

import org.jspecify.annotations.NullMarked;
