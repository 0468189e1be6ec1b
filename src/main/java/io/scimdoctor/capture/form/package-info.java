/** What a form of captured answers is, and where it hands what it read. */
@NullMarked
package io.scimdoctor.capture.form;

import org.jspecify.annotations.NullMarked;
