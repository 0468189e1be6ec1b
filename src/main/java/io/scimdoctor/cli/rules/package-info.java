/** Commands about requests that were not sent yet: {@code lint}, {@code permissions}. */
@NullMarked
package io.scimdoctor.cli.rules;

import org.jspecify.annotations.NullMarked;
