/** Obtains, decodes and judges access tokens. */
@NullMarked
package io.scimdoctor.token;

import org.jspecify.annotations.NullMarked;
