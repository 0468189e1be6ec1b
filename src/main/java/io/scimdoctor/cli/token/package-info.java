/** The commands {@code token inspect} and {@code token get}. */
@NullMarked
package io.scimdoctor.cli.token;

import org.jspecify.annotations.NullMarked;
