/** The one list of forms that a capture can have. */
@NullMarked
package io.scimdoctor.capture.form;

import org.jspecify.annotations.NullMarked;
