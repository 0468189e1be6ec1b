/** Commands that make calls: {@code check}, {@code probe}, {@code watch}, {@code simulate}. */
@NullMarked
package io.scimdoctor.cli.live;

import org.jspecify.annotations.NullMarked;
